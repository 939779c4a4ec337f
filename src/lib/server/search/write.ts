import { and, asc, count, eq, inArray, isNull, lt, lte, max, ne, or } from 'drizzle-orm';
import { setTimeout as pause } from 'node:timers/promises';
import type { PublishHook } from '#lib/server/captions/index.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import {
  searchDocuments,
  searchLayouts,
  searchSegments,
  searchSurfaces,
  searchTerms
} from '#lib/server/db/schema/index.ts';
import { indexFormat } from '#lib/server/search/documents.ts';
import type { SegmentData, SurfaceEntry, TermEntry } from '#lib/server/search/engine/document.ts';

/** A writer waits for another no longer than one transaction takes: this long, as far as it can be told beforehand. */
const sliceMs = 15;
/** Between two transactions of the same work, so that whoever waits comes in: writers look every 10 ms whether they may. */
const pauseMs = 12;
const rowsAtOnce = 100;

/** Work in slices: `step` does a little of it and says whether there is more. */
async function inSlices(ctx: Ctx, step: (tx: Tx) => Promise<boolean>): Promise<void> {
  for (;;) {
    const more = await inTransaction(ctx, async (tx) => {
      const end = performance.now() + sliceMs;
      while (performance.now() < end) if (!(await step(tx))) return false;
      return true;
    });
    if (!more) return;
    await pause(pauseMs);
  }
}

/** A segment of few recordings is written at once: whoever published them waits for it. */
const cuesAtOnce = 5000;

/** What a segment takes the place of. */
export interface Replaced {
  /** Segments whose documents these are: a recording that no longer counts there does not come back. */
  segments: readonly number[];
  /** It is the last of its kind: nothing counts in them from then on. */
  retire: boolean;
}

/**
 * Writes a segment in short transactions, unseen, and lets it count from one moment on. Documents of the same recordings in
 * other segments stop counting in that transaction. A crash before it leaves rows that sweep() takes away.
 */
export async function writeSegment(ctx: Ctx, data: SegmentData, replaced: Replaced | null = null): Promise<number> {
  if (data.cues <= cuesAtOnce) return inTransaction(ctx, (tx) => writeAtOnce(tx, data, replaced));
  const { id, firstTerm } = await inTransaction(ctx, (tx) => beginSegment(tx, data));
  await writeAll(ctx, data.terms, (tx, terms) => insertTerms(tx, id, firstTerm, terms));
  await writeAll(ctx, data.surfaces, (tx, surfaces) => insertSurfaces(tx, id, firstTerm, surfaces));
  await inTransaction(ctx, (tx) => goLive(tx, id, data, replaced));
  return id;
}

async function writeAtOnce(tx: Tx, data: SegmentData, replaced: Replaced | null): Promise<number> {
  const { id, firstTerm } = await beginSegment(tx, data);
  for (const terms of inBatches(data.terms)) await insertTerms(tx, id, firstTerm, terms);
  for (const surfaces of inBatches(data.surfaces)) await insertSurfaces(tx, id, firstTerm, surfaces);
  await goLive(tx, id, data, replaced);
  return id;
}

function* inBatches<T>(items: Iterable<T>): Iterable<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < manyRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function beginSegment(tx: Tx, data: SegmentData): Promise<{ id: number; firstTerm: number }> {
  const [segment] = await tx.read.select({ last: max(searchSegments.id).mapWith(Number) }).from(searchSegments);
  const [term] = await tx.read.select({ last: max(searchTerms.id).mapWith(Number) }).from(searchTerms);
  const id = (segment?.last ?? 0) + 1;
  await tx.write.insert(searchSegments).values({
    id,
    state: 'building',
    format: indexFormat,
    documents: data.documents.length,
    moments: data.moments,
    cues: data.cues,
    words: data.words,
    createdAt: tx.now()
  });
  if (data.layouts.length > 0) {
    const rows = data.layouts.map(({ language, data: blob }) => ({ segmentId: id, language, data: Buffer.from(blob) }));
    await tx.write.insert(searchLayouts).values(rows);
  }
  // ids are claimed at once: another process may be writing a segment too
  const firstTerm = (term?.last ?? 0) + 1;
  await insertTerms(tx, id, firstTerm, [endOfClaim]);
  return { id, firstTerm };
}

const most = 2 ** 24;
const endOfClaim: TermEntry = {
  number: most,
  language: '',
  term: '',
  postings: 0,
  moments: 0,
  forms: 0,
  documents: null,
  body: new Uint8Array(0),
  formOf: null
};

/** Rows of one transaction at first: common words, whose lists are long, come early. */
const fewRows = 16;
const manyRows = 1000;

/** `write` is given as many at once as it has time for. They are made outside of the transaction: packing takes long. */
async function writeAll<T>(ctx: Ctx, items: Iterable<T>, write: (tx: Tx, items: T[]) => Promise<void>): Promise<void> {
  const iterator = items[Symbol.iterator]();
  let rows = fewRows;
  for (let next = iterator.next(); next.done !== true;) {
    const batch: T[] = [];
    for (; next.done !== true && batch.length < rows; next = iterator.next()) batch.push(next.value);
    const took = await inTransaction(ctx, async (tx) => {
      const began = performance.now();
      await write(tx, batch);
      return performance.now() - began;
    });
    rows = Math.round(Math.min(manyRows, rows * 2, Math.max(fewRows, (rows * sliceMs) / Math.max(took, 1))));
    await pause(pauseMs);
  }
}

const buffer = (bytes: Uint8Array | null) =>
  bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function insertTerms(tx: Tx, segmentId: number, firstTerm: number, terms: readonly TermEntry[]): Promise<void> {
  const rows = terms.map(({ number, documents, body, formOf, ...term }) => ({
    ...term,
    id: firstTerm + number,
    segmentId,
    documents: buffer(documents),
    body: buffer(body) ?? Buffer.alloc(0),
    formOf: buffer(formOf)
  }));
  await tx.write.insert(searchTerms).values(rows);
}

async function insertSurfaces(
  tx: Tx,
  segmentId: number,
  firstTerm: number,
  surfaces: readonly SurfaceEntry[]
): Promise<void> {
  const rows = surfaces.map((surface) => ({ ...surface, term: firstTerm + surface.term, segmentId }));
  await tx.write.insert(searchSurfaces).values(rows);
}

/**
 * A merged segment takes over only what still counts in the segments that it replaces: a recording that was changed or
 * withdrawn while it was being written does not come back by it.
 */
async function goLive(tx: Tx, id: number, data: SegmentData, replaced: Replaced | null): Promise<void> {
  const counting = replaced === null ? null : await countingIn(tx, replaced.segments);
  for (let at = 0; at < data.documents.length; at += rowsAtOnce) {
    const batch = data.documents.slice(at, at + rowsAtOnce);
    const taken = batch.filter((entry) => counting === null || counting.get(entry.recordingId) === entry.fingerprint);
    const ids = new Set(taken.map(({ recordingId }) => recordingId));
    await bury(tx, [...ids]);
    const rows = batch.map((entry, i) => ({
      ...entry,
      segmentId: id,
      number: at + i,
      speakers: [...entry.speakers],
      versions: { ...entry.versions },
      goneAt: ids.has(entry.recordingId) ? null : tx.now()
    }));
    await tx.write.insert(searchDocuments).values(rows);
  }
  await tx.write.delete(searchTerms).where(and(eq(searchTerms.segmentId, id), eq(searchTerms.language, '')));
  await tx.write.update(searchSegments).set({ state: 'live' }).where(eq(searchSegments.id, id));
  if (replaced?.retire !== true) return;
  const old = inArray(searchSegments.id, [...replaced.segments]);
  await tx.write.update(searchSegments).set({ state: 'retired' }).where(old);
}

/** Recording → fingerprint of the documents that count in these segments. */
export async function countingIn(ctx: Ctx, segmentIds: readonly number[]): Promise<Map<string, string>> {
  const rows = await ctx.read
    .select({ recordingId: searchDocuments.recordingId, fingerprint: searchDocuments.fingerprint })
    .from(searchDocuments)
    .where(and(inArray(searchDocuments.segmentId, [...segmentIds]), isNull(searchDocuments.goneAt)));
  return new Map(rows.map(({ recordingId, fingerprint }) => [recordingId, fingerprint]));
}

/** The recordings' documents no longer count, wherever they are. */
export async function bury(tx: Tx, recordingIds: readonly string[]): Promise<void> {
  if (recordingIds.length === 0) return;
  await tx.write
    .update(searchDocuments)
    .set({ goneAt: tx.now() })
    .where(and(inArray(searchDocuments.recordingId, [...recordingIds]), isNull(searchDocuments.goneAt)));
}

/**
 * Hand this to what publishes, changes or withdraws recordings: in that transaction the recording leaves the index, and the
 * next search takes it in again as it is then, if it may still be found.
 */
export const leaveIndex: PublishHook = (tx, recordingId) => bury(tx, [recordingId]);

/**
 * Takes away, in short transactions, what no longer counts: retired segments, and half-written ones that nobody can be
 * writing any more.
 */
export async function sweep(ctx: Ctx, abandonedMs = 15 * 60_000): Promise<number> {
  const rows = await ctx.read
    .select({ id: searchSegments.id, state: searchSegments.state, createdAt: searchSegments.createdAt })
    .from(searchSegments)
    .where(ne(searchSegments.state, 'live'));
  const dead = rows.filter(({ state, createdAt }) => state === 'retired' || createdAt <= ctx.now() - abandonedMs);
  for (const { id } of dead) {
    await inSlices(ctx, (tx) => deleteTerms(tx, id));
    await inSlices(ctx, (tx) => deleteSurfaces(tx, id));
    await inTransaction(ctx, async (tx) => {
      await tx.write.delete(searchLayouts).where(eq(searchLayouts.segmentId, id));
      await tx.write.delete(searchDocuments).where(eq(searchDocuments.segmentId, id));
      await tx.write.delete(searchSegments).where(eq(searchSegments.id, id));
    });
  }
  return dead.length;
}

async function deleteTerms(tx: Tx, segmentId: number): Promise<boolean> {
  const some = tx.write
    .select({ id: searchTerms.id })
    .from(searchTerms)
    .where(eq(searchTerms.segmentId, segmentId))
    .limit(rowsAtOnce);
  const deleted = await tx.write
    .delete(searchTerms)
    .where(inArray(searchTerms.id, some))
    .returning({ id: searchTerms.id });
  return deleted.length === rowsAtOnce;
}

/** They have no number of their own: those up to a certain form go, in the order of the primary key. */
async function deleteSurfaces(tx: Tx, segmentId: number): Promise<boolean> {
  const { language, folded } = searchSurfaces;
  const [last] = await tx.read
    .select({ language, folded })
    .from(searchSurfaces)
    .where(eq(searchSurfaces.segmentId, segmentId))
    .orderBy(asc(language), asc(folded))
    .offset(rowsAtOnce * 2)
    .limit(1);
  const upTo =
    last === undefined
      ? undefined
      : or(lt(language, last.language), and(eq(language, last.language), lte(folded, last.folded)));
  await tx.write.delete(searchSurfaces).where(and(eq(searchSurfaces.segmentId, segmentId), upTo));
  return last !== undefined;
}

/** The segments that count. */
export const liveSegments = (ctx: Ctx): Promise<{ id: number; cues: number; documents: number }[]> =>
  ctx.read
    .select({ id: searchSegments.id, cues: searchSegments.cues, documents: searchSegments.documents })
    .from(searchSegments)
    .where(eq(searchSegments.state, 'live'));

/** How many documents of each segment no longer count. */
export async function goneBySegment(ctx: Ctx): Promise<Map<number, number>> {
  const rows = await ctx.read
    .select({ id: searchDocuments.segmentId, gone: count(searchDocuments.goneAt) })
    .from(searchDocuments)
    .groupBy(searchDocuments.segmentId);
  return new Map(rows.map(({ id, gone }) => [id, gone]));
}
