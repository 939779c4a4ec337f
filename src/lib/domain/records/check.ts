import * as v from 'valibot';
import { locales } from '#lib/domain/i18n/locale.ts';
import { fieldsOf, type Field } from '#lib/domain/records/fields.ts';
import { recordSchemas, type LooseRecord, type RecordKind } from '#lib/domain/records/kinds.ts';
import { valueAt } from '#lib/domain/records/merge.ts';
import { complete } from '#lib/domain/records/tidy.ts';

/** What is wrong with a field. The words are in i18n/messages/records. */
export interface RecordProblem {
  /** Keys from the record down. */
  path: string[];
  code: string;
  data: Readonly<Record<string, string | number>>;
}

const found = (path: string[], code: string, data: RecordProblem['data'] = {}): RecordProblem => ({ path, code, data });

/** Everything that can be said of a record without looking at others. */
export function checkRecord(kind: RecordKind, id: string, record: LooseRecord): RecordProblem[] {
  const schema = recordSchemas[kind];
  const result = v.safeParse(schema, complete(schema, { ...record, id }));
  const broken = result.success ? [] : result.issues.map(problemOf);
  const limits = fieldsOf(kind).flatMap((field) => overLimits(field, record, []));
  const seen = new Set<string>();
  return [...limits, ...hidden(record, []), ...broken].filter(({ path }) => {
    const key = path.join('.');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function problemOf(issue: v.BaseIssue<unknown>): RecordProblem {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  if (issue.kind !== 'schema') return found(path, issue.message);
  if (issue.received === 'undefined' || issue.received === 'null') return found(path, 'missing');
  return found(path, issue.type === 'picklist' ? 'not-one-of' : 'wrong-type');
}

/** The limits of the fields are tighter than those of the format: what people read in lists must stay readable. */
function overLimits(field: Field, record: LooseRecord, above: string[]): RecordProblem[] {
  const path = [...above, ...field.path.split('.')];
  const value = valueAt(record, field.path.split('.'));
  const tooLong = (text: unknown, at: string[], max: number) =>
    typeof text === 'string' && text.length > max ? [found(at, 'longer-than', { max, length: text.length })] : [];
  if (field.type === 'line') return tooLong(value, path, field.max);
  if (field.type === 'words') {
    return locales.flatMap((locale) => tooLong(valueAt(value, [locale]), [...path, locale], field.max));
  }
  if (!Array.isArray(value)) return [];
  const items: unknown[] = value;
  if (items.length > 500) return [found(path, 'too-many', { max: 500 })];
  if (field.type === 'lines') return items.flatMap((item) => tooLong(item, path, field.max));
  if (field.type !== 'list') return [];
  return items.flatMap((item, index) =>
    isGroup(item) ? field.of.flatMap((inner) => overLimits(inner, item, [...path, String(index)])) : []
  );
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Marks that turn the direction of writing, and others that are not seen: a name that holds them reads differently from what it
 * is (https://trojansource.codes).
 */
const invisible = /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad]/;

function hidden(value: unknown, path: string[]): RecordProblem[] {
  if (typeof value === 'string') return invisible.test(value) ? [found(path, 'invisible-character')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => hidden(item, [...path, key]));
}
