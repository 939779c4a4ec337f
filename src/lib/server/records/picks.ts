import { eq, inArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { publicationStates, type PublicationState } from '#lib/domain/archive/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn, type Localized } from '#lib/domain/i18n/localized.ts';
import { fieldsOf, pickKinds, type Field, type PickKind } from '#lib/domain/records/fields.ts';
import { recordKinds, type LooseRecord, type RecordKind } from '#lib/domain/records/kinds.ts';
import { valueAt } from '#lib/domain/records/merge.ts';
import { fold } from '#lib/domain/search/tokens.ts';
import { assertCan } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { Queries } from '#lib/server/db/open.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import { knownTo } from '#lib/server/records/within.ts';

/** Something that can be chosen, with the words that the combobox shows. */
export interface Pick {
  id: string;
  name: string;
  /** Null: it has none, it is simply there. */
  state: PublicationState | null;
}

interface Source {
  table: SQLiteTable & { id: SQLiteColumn; state?: SQLiteColumn };
  /** Columns whose texts name it. */
  names: SQLiteColumn[];
}
const sources: Record<PickKind, Source> = {
  person: { table: tables.people, names: [tables.people.name] },
  organization: { table: tables.organizations, names: [tables.organizations.shortName, tables.organizations.name] },
  institution: { table: tables.institutions, names: [tables.institutions.name] },
  event: { table: tables.events, names: [tables.events.title, tables.events.sortDate] },
  series: { table: tables.series, names: [tables.series.title] },
  recording: { table: tables.recordings, names: [tables.recordings.title] },
  topic: { table: tables.topics, names: [tables.topics.name] },
  image: { table: tables.images, names: [tables.images.alt] },
  resource: { table: tables.resources, names: [tables.resources.title] },
  campaign: { table: tables.campaigns, names: [tables.campaigns.title] },
  notice: { table: tables.notices, names: [tables.notices.text] },
  letterTemplate: { table: tables.letterTemplates, names: [tables.letterTemplates.title] }
};

interface Row {
  id: string;
  texts: unknown[];
  state: PublicationState | null;
}

async function rowsOf(read: Queries, of: PickKind, ids: readonly string[] | null): Promise<Row[]> {
  const { table, names } = sources[of];
  const columns = Object.fromEntries(names.map((column, index) => [`name${String(index)}`, column]));
  const query = read.select({ id: table.id, ...(table.state && { state: table.state }), ...columns }).from(table);
  const rows = await (ids ? query.where(inArray(table.id, [...ids])) : query);
  return rows.map((row: Record<string, unknown>) => ({
    id: String(row.id),
    texts: names.map((_, index) => row[`name${String(index)}`]),
    state: publicationStates.find((state) => state === row.state) ?? null
  }));
}

const isLocalized = (value: unknown): value is Localized => typeof value === 'object' && value !== null;
const wordIn = (value: unknown, locale: Locale): string =>
  typeof value === 'string' ? value : isLocalized(value) ? textIn(value, locale) : '';

const allWords = (value: unknown): string =>
  typeof value === 'string' ? value : isLocalized(value) ? Object.values(value).join(' ') : '';

const nameOf = ({ texts }: Row, locale: Locale): string => {
  const words = [...new Set(texts.map((text) => wordIn(text, locale)).filter((word) => word !== ''))].join(', ');
  return words.length > 90 ? `${words.slice(0, 87)}…` : words;
};

const folded = (text: string): string =>
  text
    .split(/\s+/)
    .map(fold)
    .join(' ')
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase();

/** The first ten whose names hold every word that was typed, accents or not; those that begin so first. */
export async function findPicks(ctx: Ctx, of: PickKind, typed: string, locale: Locale): Promise<Pick[]> {
  assertCan(ctx, 'archive:see-drafts', null);
  const wanted = folded(typed.slice(0, 200))
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const kind = recordKinds.find((each) => each === of) ?? null;
  const matching = (await rowsOf(ctx.read, of, null)).flatMap((row) => {
    if (row.state === 'deleted') return [];
    const all = folded(row.texts.map(allWords).join(' '));
    const begins = all.startsWith(wanted[0] ?? '');
    return wanted.every((word) => all.includes(word)) ? [{ ...row, begins }] : [];
  });
  const found = await knownTo(ctx, kind, matching);
  found.sort((a, b) => Number(b.begins) - Number(a.begins) || nameOf(a, locale).localeCompare(nameOf(b, locale)));
  return found.slice(0, 10).map((row) => ({ id: row.id, name: nameOf(row, locale), state: row.state }));
}

export type PickNames = Partial<Record<PickKind, Record<string, Pick>>>;

function idsOf(field: Field, record: unknown, found: Map<PickKind, Set<string>>): void {
  const value = valueAt(record, field.path.split('.'));
  const add = (of: PickKind, id: unknown) => {
    if (typeof id === 'string' && id !== '') found.set(of, (found.get(of) ?? new Set()).add(id));
  };
  if (field.type === 'pick') add(field.of, value);
  if (field.type === 'picks' && Array.isArray(value)) {
    for (const item of value) add(field.of, typeof item === 'string' ? item : valueAt(item, ['id']));
  }
  if (field.type === 'list' && Array.isArray(value)) {
    for (const item of value) for (const inner of field.of) idsOf(inner, item, found);
  }
}

/** Names of everything that a record points to. */
export async function pickNames(
  read: Queries,
  kind: RecordKind,
  record: LooseRecord,
  locale: Locale
): Promise<PickNames> {
  const found = new Map<PickKind, Set<string>>();
  for (const field of fieldsOf(kind)) idsOf(field, record, found);
  const names: PickNames = {};
  for (const of of pickKinds) {
    const ids = [...(found.get(of) ?? [])];
    if (ids.length === 0) continue;
    const rows = await rowsOf(read, of, ids);
    names[of] = Object.fromEntries(
      rows.map((row) => [row.id, { id: row.id, name: nameOf(row, locale), state: row.state }])
    );
  }
  // somebody who belongs to a public body is shown with it
  return names;
}

/** All events but one, for "what replaces it", the latest first. */
export async function otherEvents(ctx: Ctx, id: string, locale: Locale): Promise<Pick[]> {
  assertCan(ctx, 'archive:see-drafts', null);
  const rows = await ctx.read
    .select({
      id: tables.events.id,
      title: tables.events.title,
      sortDate: tables.events.sortDate,
      state: tables.events.state
    })
    .from(tables.events);
  return (await knownTo(ctx, 'event', rows))
    .filter((row) => row.id !== id && row.state !== 'deleted')
    .sort((a, b) => (b.sortDate ?? '').localeCompare(a.sortDate ?? ''))
    .map((row) => ({
      id: row.id,
      name: [textIn(row.title, locale), row.sortDate].filter(Boolean).join(', '),
      state: row.state
    }));
}

export const imageFileOf = async (read: Queries, id: string): Promise<string | null> => {
  const [row] = await read
    .select({ fileKey: tables.images.fileKey })
    .from(tables.images)
    .where(eq(tables.images.id, id));
  return row?.fileKey ?? null;
};
