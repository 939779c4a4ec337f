import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { getTableColumns, max, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as v from 'valibot';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { nextNumber } from '#lib/server/db/counters.ts';
import { knownMigrations } from '#lib/server/db/migrations.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { archiveState, events, people, recordings, trackVersions } from '#lib/server/db/schema/index.ts';
import { OperatorProblem } from '#lib/server/errors.ts';
import { keyForm, putFile } from '#lib/server/files/index.ts';
import { ledgerName, mergeLedger } from '#lib/server/protections/index.ts';
import { verifyBag } from '#lib/server/bag/bagit.ts';
import type { Row } from '#lib/server/bag/rows.ts';
import { leaving } from '#lib/server/bag/tables.ts';

const Note = v.object({
  format: v.literal('acervo-export/1'),
  migrations: v.number(),
  eventId: v.nullable(v.string())
});
const File = v.object({ key: v.pipe(v.string(), v.regex(keyForm)), bytes: v.number(), sha256: v.string() });

export interface TakenIn {
  /** Rows by table. */
  taken: Record<string, number>;
  /** Rows that were left out because something of that name is here already. */
  here: number;
}

/** A bag that this program, or an earlier one, wrote; null: an ordinary folder. */
export const isBag = (folder: string): boolean => existsSync(join(folder, 'bagit.txt'));

async function assertUsable(folder: string): Promise<void> {
  const { valid, faults } = await verifyBag(folder);
  if (!valid) {
    const what = faults.slice(0, 5).map(({ code, path }) => `${path} (${code})`);
    throw new OperatorProblem(`${folder} is not a valid bag: ${what.join(', ')}. Nothing was taken in.`);
  }
  const text = await readFile(join(folder, 'data/acervo/archive.json'), 'utf8').catch(() => null);
  if (text === null)
    throw new OperatorProblem(
      `${folder} was made for reading only (--public), or by another program: it has no data/acervo.`
    );
  const note = v.safeParse(Note, JSON.parse(text));
  if (!note.success)
    throw new OperatorProblem(`${folder}/data/acervo/archive.json is not of a bag that this program knows.`);
  const { migrations } = note.output;
  if (migrations > knownMigrations()) {
    throw new OperatorProblem(
      `${folder} was written by a newer program (${migrations} migrations, this one knows ${knownMigrations()}).`
    );
  }
}

async function* rowsIn(folder: string, name: string): AsyncGenerator<Row> {
  const path = join(folder, 'data/acervo/tables', `${name}.jsonl`);
  if (!existsSync(path)) return;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const row: unknown = line === '' ? null : JSON.parse(line);
    if (typeof row === 'object' && row !== null) yield { ...row };
  }
}

async function putFiles(ctx: Ctx, folder: string): Promise<void> {
  for await (const row of rowsIn(folder, 'files')) {
    const { key, bytes } = v.parse(File, row);
    const path = join(folder, 'data/files', key);
    // what was damaged where it comes from is damaged here: the row says what it should be, verify says that it is not
    if (existsSync(path)) await putFile(ctx, { path, key, bytes });
  }
}

/** Numbers that are made anew where the archive has others already: of recordings, and of versions of texts. */
interface Numbers {
  recordings: Map<unknown, number>;
  versions: Map<unknown, number>;
}

const stretch = 2 ** 20;
const moved = (id: unknown, numbers: Map<unknown, number>): number | null => {
  const whole = Number(id);
  const to = numbers.get(Math.floor(whole / stretch));
  return to === undefined ? null : to * stretch + (whole % stretch);
};

interface Taking {
  tx: Tx;
  /** In an empty archive everything keeps its number. */
  isEmpty: boolean;
  numbers: Numbers;
  /** Objects that are here already: what hangs on them is not touched. */
  known: Set<unknown>;
  report: TakenIn;
}

const isThing = (name: string) => name === 'recordings' || name === 'events';

/** The object that a row hangs on; of events and recordings themselves their own id. */
function ownerOf(name: string, row: Row): string | null {
  const byObject = name === 'importMarks' || name === 'slugs' || name.endsWith('Links');
  const owner = isThing(name) ? row.id : byObject ? row.objectId : (row.recordingId ?? row.eventId);
  return typeof owner === 'string' ? owner : null;
}

/** The row as it is to be written; null: what it belongs to is here already. */
async function fitted({ tx, isEmpty, numbers, known }: Taking, name: string, row: Row): Promise<Row | null> {
  const owner = ownerOf(name, row);
  if (owner !== null && known.has(owner)) return null;
  if (isEmpty) return row;
  if (name === 'recordings') {
    const number = await nextNumber(tx.write, 'recording_number');
    numbers.recordings.set(row.number, number);
    return { ...row, number };
  }
  if (name === 'trackVersions') {
    const id = await nextNumber(tx.write, 'track_version');
    numbers.versions.set(row.id, id);
    return { ...row, id };
  }
  if (name === 'readingTracks') {
    const versionId = numbers.versions.get(row.versionId);
    return versionId === undefined ? null : { ...row, versionId };
  }
  if (name !== 'cues' && name !== 'moments') return row;
  const id = moved(row.id, name === 'cues' ? numbers.versions : numbers.recordings);
  return id === null ? null : { ...row, id };
}

const atOnce = 300;

/** Columns that this program has; a bag of an earlier one may lack some, and then they get what new rows get. */
function onlyColumns(table: SQLiteTable, row: Row): Row {
  const columns = getTableColumns(table);
  return Object.fromEntries(Object.entries(row).filter(([column]) => column in columns));
}

async function insert(
  { tx, report, known, isEmpty }: Taking,
  name: string,
  table: SQLiteTable,
  rows: Row[]
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => onlyColumns(table, row));
  const written: Row[] = await tx.write.insert(table).values(values).onConflictDoNothing().returning();
  report.taken[name] = (report.taken[name] ?? 0) + written.length;
  report.here += rows.length - written.length;
  if (isEmpty || written.length === rows.length || !('id' in getTableColumns(table))) return;
  const fresh = new Set(written.map(({ id }) => id));
  for (const { id } of rows) if (!fresh.has(id)) known.add(id);
}

async function takeTable(taking: Taking, folder: string, name: string, table: SQLiteTable): Promise<void> {
  let rows: Row[] = [];
  for await (const row of rowsIn(folder, name)) {
    const fit = await fitted(taking, name, row);
    if (fit) rows.push(fit);
    else taking.report.here++;
    if (rows.length < atOnce) continue;
    await insert(taking, name, table, rows);
    rows = [];
  }
  await insert(taking, name, table, rows);
}

/** Counters begin above every number that is in use. */
async function raiseCounters({ write }: Tx): Promise<void> {
  const [recording] = await write.select({ n: max(recordings.number).mapWith(Number) }).from(recordings);
  const [version] = await write.select({ n: max(trackVersions.id).mapWith(Number) }).from(trackVersions);
  for (const [key, value] of [
    ['recording_number', recording?.n],
    ['track_version', version?.n]
  ] as const) {
    if (!value) continue;
    const set = { value: sql`case when ${archiveState.value} > ${value} then ${archiveState.value} else ${value} end` };
    await write.insert(archiveState).values({ key, value }).onConflictDoUpdate({ target: archiveState.key, set });
  }
}

async function isEmptyArchive({ read }: Ctx): Promise<boolean> {
  const found = await Promise.all(
    [events, recordings, people].map((table) => read.select({ id: table.id }).from(table).limit(1))
  );
  return found.flat().length === 0;
}

/** Events and recordings that are here before anything is taken in. */
async function thingsHere({ read }: Tx): Promise<string[]> {
  const found = await Promise.all([events, recordings].map((table) => read.select({ id: table.id }).from(table)));
  return found.flat().map(({ id }) => id);
}

/**
 * Takes in what `acervo export` wrote. Files first, then all rows in one transaction: killed, nothing of it is there and
 * the same call begins anew. Into an empty archive it comes back equal; in one that has content what is there stays.
 */
export async function takeInBag(ctx: Ctx, folder: string): Promise<TakenIn> {
  await assertUsable(folder);
  await putFiles(ctx, folder);
  await mergeLedger(ctx.config, join(folder, 'data/acervo', ledgerName));
  const isEmpty = await isEmptyArchive(ctx);
  return inTransaction(ctx, async (tx) => {
    const numbers = { recordings: new Map(), versions: new Map() };
    const known = new Set<unknown>(isEmpty ? [] : await thingsHere(tx));
    const taking: Taking = { tx, isEmpty, numbers, known, report: { taken: {}, here: 0 } };
    for (const { name, table } of leaving) await takeTable(taking, folder, name, table);
    await raiseCounters(tx);
    await raiseContentRevision(tx.write);
    return taking.report;
  });
}
