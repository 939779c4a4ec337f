import { locales } from '#lib/domain/i18n/locale.ts';
import { fieldsOf, type Field } from '#lib/domain/records/fields.ts';
import type { LooseRecord, RecordKind } from '#lib/domain/records/kinds.ts';
import { valueAt, withValue } from '#lib/domain/records/merge.ts';
import { tidyRecord } from '#lib/domain/records/tidy.ts';

/** What a form sent: name → values, in order. */
export type Sent = ReadonlyMap<string, readonly string[]>;

const dateParts = ['value', 'precision', 'time', 'endTime', 'timeZone'];
/** More rows than this are not a person's. */
const mostRows = 500;

/**
 * A record from a form. What the form has no field for (sources, who chose a title) stays as it is in `before`; what was typed is
 * kept even when it is wrong, so that it can be shown again.
 */
export function recordFromForm(kind: RecordKind, sent: Sent, before: LooseRecord): LooseRecord {
  return tidyRecord(fieldsOf(kind).reduce((record, field) => setField(record, field, sent, field.path), before));
}

const one = (sent: Sent, name: string): string | null => sent.get(name)?.[0] ?? null;
/** Ends of lines as one character, as the browser shows them. */
const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();

function setField(record: LooseRecord, field: Field, sent: Sent, name: string): LooseRecord {
  // a form that does not hold the field (an older page, a part of one) does not empty it
  if (![...sent.keys()].some((key) => key === name || key.startsWith(`${name}.`) || key === `${name}:here`))
    return record;
  const path = field.path.split('.');
  return withValue(record, path, valueOf(field, sent, name, valueAt(record, path)));
}

function valueOf(field: Field, sent: Sent, name: string, before: unknown): unknown {
  const text = plain(one(sent, name) ?? '');
  switch (field.type) {
    case 'words':
    case 'slug':
      return Object.fromEntries(locales.map((locale) => [locale, plain(one(sent, `${name}.${locale}`) ?? '')]));
    case 'date':
      return dateOf(sent, name, before);
    case 'number':
      return text === '' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'flag':
      return one(sent, name) === 'yes';
    case 'lines':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'picks':
      return rowsOf(sent, name).flatMap((row) => {
        const id = one(sent, `${row}.id`);
        if (!id) return [];
        return [field.roles ? { id, role: one(sent, `${row}.role`) ?? field.roles[0] } : id];
      });
    case 'list':
      return listOf(field, sent, name, before);
    default:
      return text;
  }
}

function dateOf(sent: Sent, name: string, before: unknown): unknown {
  const kept = typeof before === 'object' && before !== null ? { ...before } : {};
  const given = Object.fromEntries(
    dateParts.flatMap((part) => {
      const value = one(sent, `${name}.${part}`);
      return value === null ? [] : [[part, plain(value)]];
    })
  );
  const label = Object.fromEntries(
    locales.map((locale) => [locale, plain(one(sent, `${name}.label.${locale}`) ?? '')])
  );
  const hasLabel = locales.some((locale) => sent.has(`${name}.label.${locale}`));
  return { ...kept, ...given, ...(hasLabel && { label }) };
}

/** 'people.0', 'people.1' … in the order in which the form holds them. */
function rowsOf(sent: Sent, name: string): string[] {
  const rows = new Set<string>();
  for (const key of sent.keys()) {
    if (!key.startsWith(`${name}.`)) continue;
    const index = key.slice(name.length + 1).split('.')[0] ?? '';
    if (/^\d{1,4}$/.test(index)) rows.add(`${name}.${index}`);
  }
  return [...rows].slice(0, mostRows);
}

function listOf(field: Extract<Field, { type: 'list' }>, sent: Sent, name: string, before: unknown): unknown[] {
  const old = Array.isArray(before) ? before.filter(isGroup) : [];
  return rowsOf(sent, name).map((row) => {
    const id = one(sent, `${row}.id`);
    // what the form has no field for stays with its part
    const former = id ? (old.find((each) => each.id === id) ?? { id }) : {};
    return field.of.reduce((part, inner) => setField(part, inner, sent, `${row}.${inner.path}`), former);
  });
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Buttons of a form without script: `people:add:ID`, `people:remove:2`, `people:up:2`, `sections:add`. */
export function changeList(kind: RecordKind, record: LooseRecord, command: string): LooseRecord {
  const [name = '', act = '', argument = ''] = command.split(':');
  const field = fieldsOf(kind).find(({ path }) => path === name);
  if (!field) return record;
  const path = name.split('.');
  if (field.type === 'pick') return withValue(record, path, act === 'add' ? argument : '');
  if (field.type !== 'picks' && field.type !== 'list') return record;
  const value = valueAt(record, path);
  const items = isList(value) ? [...value] : [];
  return withValue(record, path, changed(field, items, act, argument));
}

function changed(
  field: Extract<Field, { type: 'picks' | 'list' }>,
  items: unknown[],
  act: string,
  argument: string
): unknown[] {
  if (act === 'add') {
    if (field.type === 'list') return [...items, field.idPrefix ? { id: nextId(items, field.idPrefix) } : {}];
    return argument ? [...items, field.roles ? { id: argument, role: field.roles[0] } : argument] : items;
  }
  const from = Number(argument);
  if (!Number.isInteger(from) || from < 0 || from >= items.length) return items;
  if (act === 'remove') return items.filter((_, index) => index !== from);
  return moved(items, from, act === 'up' ? from - 1 : act === 'down' ? from + 1 : from);
}

/** The same items, one of them at another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  const place = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, place), ...items.slice(from, from + 1), ...rest.slice(place)];
}

/** An id that no part of the list has: 'section-3'. */
export function nextId(items: readonly unknown[], prefix: string): string {
  const taken = new Set(items.flatMap((item) => (isGroup(item) && typeof item.id === 'string' ? [item.id] : [])));
  for (let number = items.length + 1; ; number++) {
    const id = `${prefix}-${String(number)}`;
    if (!taken.has(id)) return id;
  }
}
