import { eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Ctx, Tx } from '#lib/server/context.ts';
import type { Queries } from '#lib/server/db/open.ts';
import type { Place } from '#lib/server/import/collect.ts';

/** A part of an object that lies in other tables: links, a log, a track. */
export interface Part {
  /** The name of its mark. */
  name: string;
  value: unknown;
  /** As it is here now, in the shape of `value`; null when there is nothing. */
  read(read: Queries): Promise<unknown>;
  write(tx: Tx): Promise<void>;
  /** What takes long and can be done twice, before the transaction: copying files. */
  prepare?(ctx: Ctx): Promise<void>;
  /** True: written when the object is made, and never again. */
  onlyNew?: boolean;
}

type Row = Record<string, unknown>;

/** What an entry of a file becomes: a row of one table with its parts. */
export interface ImportObject {
  kind: string;
  id: string;
  place: Place;
  table: SQLiteTable & { id: SQLiteColumn };
  /** Columns that the file speaks of. What it does not mention is not touched. */
  columns: Row;
  /** Further columns of a new row. */
  made(tx: Tx): Promise<Row>;
  /** Columns that must hold something until a file speaks of them; then the file's replaces it without asking. */
  placeholders?: Row;
  parts: Part[];
  /** As `prepare` of a part, for the columns. */
  prepare?(ctx: Ctx): Promise<void>;
  /** What a search or a page must know when something of it has changed. */
  changed?(tx: Tx, fields: readonly string[]): Promise<void>;
}

export async function readRow(read: Queries, object: ImportObject): Promise<Row | null> {
  const [row] = await read.select().from(object.table).where(eq(object.table.id, object.id));
  return row ?? null;
}

export async function insertRow(tx: Tx, object: ImportObject): Promise<void> {
  const row = { id: object.id, ...object.placeholders, ...(await object.made(tx)), ...object.columns };
  await tx.write.insert(object.table).values(row);
}

export async function updateRow(tx: Tx, object: ImportObject, change: Row): Promise<void> {
  await tx.write.update(object.table).set(change).where(eq(object.table.id, object.id));
}

/** Without the keys whose value is undefined: the file does not speak of them. */
export const given = <T extends Row>(columns: T): Row =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
