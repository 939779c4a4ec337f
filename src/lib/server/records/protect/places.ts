import { Column, getTableColumns, is, Table } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { nameRanges, withoutNames } from '#lib/domain/people/find-names.ts';
import type { Queries } from '#lib/server/db/open.ts';
import * as schema from '#lib/server/db/schema/index.ts';

/**
 * Every table of the archive is looked through but these: what is private to organizers, what is made anew from the rest, and the
 * rules themselves. A table that is added later is looked through as well.
 */
const leftOut: readonly string[] = [
  'protections',
  'goneSlugs',
  'slugs',
  'organizers',
  'sessions',
  'audit',
  'jobs',
  'importMarks',
  'archiveState'
];
const isTable = (value: unknown): value is SQLiteTable => is(value, Table);
const parts: Record<string, unknown> = schema;
export const searched: [string, SQLiteTable][] = Object.entries(parts).flatMap(
  ([name, value]): [string, SQLiteTable][] =>
    isTable(value) && !leftOut.includes(name) && !name.startsWith('search') ? [[name, value]] : []
);

/** What the parts of the archive call each other by; it is shown to nobody. */
const isId = (text: string): boolean => /^[a-z0-9][a-z0-9_.-]*$/.test(text);

export interface Names {
  names: readonly string[];
  /** What stands in their place, by the language of the text around. */
  instead: { en: string; es: string };
}

/** A value without the names; the same value when there are none. */
export function cleaned(value: unknown, wanted: Names, locale: 'en' | 'es' = 'en'): unknown {
  if (typeof value === 'string') return isId(value) ? value : withoutNames(value, wanted.names, wanted.instead[locale]);
  if (Array.isArray(value)) return value.map((item) => cleaned(item, wanted, locale));
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      cleaned(item, wanted, key.startsWith('es') ? 'es' : key.startsWith('en') ? 'en' : locale)
    ])
  );
}

/** Texts of a value in which a name stands. */
function* namedTexts(value: unknown, names: readonly string[]): Generator<string> {
  if (typeof value === 'string') {
    if (!isId(value) && nameRanges(value, names).length > 0) yield value;
  } else if (Array.isArray(value)) for (const item of value) yield* namedTexts(item, names);
  else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
    for (const item of Object.values(value)) yield* namedTexts(item, names);
  }
}

export interface Place {
  /** Name of the table in the schema. */
  table: string;
  column: string;
  /** The row, by its first column. */
  row: string;
  /** A few words around the name. */
  sample: string;
}
export interface FoundRow {
  table: SQLiteTable;
  keys: [SQLiteColumn, unknown][];
  change: Record<string, unknown>;
  places: Place[];
}

const isColumn = (value: unknown): value is SQLiteColumn => is(value, Column);
function columnsOf(table: SQLiteTable): Record<string, SQLiteColumn> {
  const all: Record<string, unknown> = getTableColumns(table);
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, column]): [string, SQLiteColumn][] =>
      isColumn(column) ? [[name, column]] : []
    )
  );
}

const textual = (column: SQLiteColumn): boolean => column.dataType === 'string' || column.dataType === 'json';

/** What tells a row from all others: its own key, else everything about it that is not a document. */
function keysOf(columns: Record<string, SQLiteColumn>): [string, SQLiteColumn][] {
  const all = Object.entries(columns);
  const own = all.filter(([, column]) => column.primary);
  return own.length > 0 ? own : all.filter(([, column]) => column.dataType !== 'json' && column.dataType !== 'buffer');
}

const sampleOf = (text: string, names: readonly string[]): string => {
  const [[from = 0, to = 0] = []] = nameRanges(text, names);
  return `${from > 30 ? '…' : ''}${text.slice(Math.max(0, from - 30), to + 30)}${to + 30 < text.length ? '…' : ''}`;
};

/** Rows in which a name still stands, with what they would be without it. The person's own name is not one of them. */
export async function* rowsWithNames(read: Queries, wanted: Names, personId: string): AsyncGenerator<FoundRow> {
  for (const [name, table] of searched) {
    const columns = columnsOf(table);
    const texts = Object.entries(columns).filter(([, column]) => textual(column) && !column.primary);
    if (texts.length === 0) continue;
    for (const row of await read.select().from(table)) {
      const found = foundIn(name, table, columns, texts, row, wanted, personId);
      if (found) yield found;
    }
  }
}

function foundIn(
  name: string,
  table: SQLiteTable,
  columns: Record<string, SQLiteColumn>,
  texts: [string, SQLiteColumn][],
  row: Record<string, unknown>,
  wanted: Names,
  personId: string
): FoundRow | null {
  const own = name === 'people' && row.id === personId;
  const change: Record<string, unknown> = {};
  const places: Place[] = [];
  for (const [key] of texts) {
    // the name itself stays for those who look after the archive; every page asks the policy before it is written
    if (own && (key === 'name' || key === 'email' || key === 'pseudonym')) continue;
    const [text] = namedTexts(row[key], wanted.names);
    if (text === undefined) continue;
    change[key] = cleaned(row[key], wanted);
    places.push({ table: name, column: key, row: String(Object.values(row)[0]), sample: sampleOf(text, wanted.names) });
  }
  if (places.length === 0) return null;
  return { table, keys: keysOf(columns).map(([key, column]) => [column, row[key]]), change, places };
}
