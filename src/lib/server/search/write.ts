import { and, count, eq, inArray, isNull, max, ne } from 'drizzle-orm';
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
const sliceMs = 25;
const rowsAtOnce = 200;

/**
 * Writes a segment in short transactions, unseen, and lets it count from one moment on. Documents of the same recordings in
 * other segments stop counting in that transaction. A crash before it leaves rows that sweep() takes away.
 */
export async function writeSegment(ctx: Ctx, data: SegmentData, replaced: readonly number[] = []): Promise<number> {
  const { id, firstTerm } = await inTransaction(ctx, (tx) => beginSegment(tx, data));
  await inSlices(ctx, data.terms, (tx, terms) => insertTerms(tx, id, firstTerm, terms));
  await inSlices(ctx, data.surfaces, (tx, surfaces) => insertSurfaces(tx, id, firstTerm, surfaces));
  await inTransaction(ctx, (tx) => goLive(tx, id, data, replaced));
  return id;
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

async function inSlices<T>(ctx: Ctx, items: Iterable<T>, write: (tx: Tx, items: T[]) => Promise<void>): Promise<void> {
  const iterator = items[Symbol.iterator]();
  let done = false;
  while (!done) {
    await inTransaction(ctx, async (tx) => {
      const end = performance.now() + sliceMs;
      while (!done && performance.now() < end) {
        const batch: T[] = [];
        while (batch.length < rowsAtOnce) {
          const next = iterator.next();
          if (next.done === true) {
            done = true;
            break;
          }
          batch.push(next.value);
        }
        if (batch.length > 0) await write(tx, batch);
      }
    });
    // others' requests go on between two slices
    await new Promise((resolve) => setImmediate(resolve));
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
async function goLive(tx: Tx, id: number, data: SegmentData, replaced: readonly number[]): Promise<void> {
  const counting = replaced.length === 0 ? null : await countingIn(tx, replaced);
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
  if (replaced.length === 0) return;
  const old = inArray(searchSegments.id, [...replaced]);
  await tx.write.update(searchSegments).set({ state: 'retired' }).where(old);
}

/** Recording → fingerprint of the documents that count in these segments. */
async function countingIn(tx: Tx, segmentIds: readonly number[]): Promise<Map<string, string>> {
  const rows = await tx.read
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
    await deleteInSlices(ctx, id);
    await inTransaction(ctx, async (tx) => {
      await tx.write.delete(searchSurfaces).where(eq(searchSurfaces.segmentId, id));
      await tx.write.delete(searchLayouts).where(eq(searchLayouts.segmentId, id));
      await tx.write.delete(searchDocuments).where(eq(searchDocuments.segmentId, id));
      await tx.write.delete(searchSegments).where(eq(searchSegments.id, id));
    });
  }
  return dead.length;
}

const deletedAtOnce = 2000;

async function deleteInSlices(ctx: Ctx, segmentId: number): Promise<void> {
  for (;;) {
    const deleted = await inTransaction(ctx, async (tx) => {
      const some = tx.write
        .select({ id: searchTerms.id })
        .from(searchTerms)
        .where(eq(searchTerms.segmentId, segmentId))
        .limit(deletedAtOnce);
      return (await tx.write.delete(searchTerms).where(inArray(searchTerms.id, some)).returning({ id: searchTerms.id }))
        .length;
    });
    await new Promise((resolve) => setImmediate(resolve));
    if (deleted < deletedAtOnce) return;
  }
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
