import { inArray } from 'drizzle-orm';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { searchDocuments, searchSegments } from '#lib/server/db/schema/index.ts';
import {
  findStale,
  indexableRecordings,
  loadDocument,
  nextOpening,
  type Indexable
} from '#lib/server/search/documents.ts';
import { SegmentBuilder } from '#lib/server/search/engine/build.ts';
import { bury, goneBySegment, liveSegments, sweep, writeSegment } from '#lib/server/search/write.ts';

/** Cues of one segment: what fits into memory while it is made, offline and beside a running server. */
const cuesOffline = 1_500_000;
const cuesOnline = 300_000;

export type OnIndexed = (cues: number, total: number) => void;

/**
 * Takes recordings into the index, in segments of at most `most` cues. `replaced`: segments whose documents these are.
 * Recordings are written oldest first, as results by date read them.
 */
async function index(
  ctx: Ctx,
  recordings: readonly Indexable[],
  most: number,
  replaced: readonly number[] = [],
  onIndexed?: OnIndexed
): Promise<void> {
  const total = recordings.reduce((sum, { cues }) => sum + cues, 0);
  let builder = new SegmentBuilder();
  let done = 0;
  for (const recording of recordings) {
    const document = await loadDocument(ctx, recording);
    if (document === null) continue;
    if (builder.size.cues > 0 && builder.size.cues + recording.cues > most) {
      await writeSegment(ctx, builder.finish());
      builder = new SegmentBuilder();
    }
    builder.add(document);
    done += recording.cues;
    onIndexed?.(done, total);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (builder.size.documents > 0) await writeSegment(ctx, builder.finish(), replaced);
}

export interface Refreshed {
  indexed: number;
  removed: number;
}

/** Brings the index up to what visitors may find now. */
export async function refreshIndex(ctx: Ctx, onIndexed?: OnIndexed): Promise<Refreshed> {
  const { missing, surplus } = await findStale(ctx);
  await forget(ctx, surplus);
  await index(ctx, missing, cuesOffline, [], onIndexed);
  return { indexed: missing.length, removed: surplus.length };
}

async function forget(ctx: Ctx, recordingIds: readonly string[]): Promise<void> {
  for (let at = 0; at < recordingIds.length; at += 500) {
    await inTransaction(ctx, (tx) => bury(tx, recordingIds.slice(at, at + 500)));
  }
}

/** Builds everything anew; what was there answers until each part of it is replaced. */
export async function rebuildIndex(ctx: Ctx, onIndexed?: OnIndexed): Promise<Refreshed> {
  const old = (await liveSegments(ctx)).map(({ id }) => id);
  const recordings = await indexableRecordings(ctx);
  await index(ctx, recordings, cuesOffline, [], onIndexed);
  const { surplus } = await findStale(ctx);
  await forget(ctx, surplus);
  if (old.length > 0) {
    await inTransaction(ctx, async (tx) => {
      await tx.write.update(searchSegments).set({ state: 'retired' }).where(inArray(searchSegments.id, old));
    });
  }
  await sweep(ctx);
  return { indexed: recordings.length, removed: surplus.length };
}

/** So many segments may stand beside each other before small ones are merged. */
const mostSegments = 6;
/** Of a segment's documents at most this share may no longer count. */
const mostGone = 0.3;

/** Which segments should become one: the smallest ones that fit, and those of which much no longer counts. */
export async function segmentsToMerge(ctx: Ctx): Promise<number[]> {
  const segments = (await liveSegments(ctx)).filter(({ cues }) => cues <= cuesOnline).sort((a, b) => a.cues - b.cues);
  const gone = await goneBySegment(ctx);
  const worn = segments.filter(({ id, documents }) => (gone.get(id) ?? 0) > documents * mostGone);
  if (worn.length === 0 && segments.length <= mostSegments) return [];
  const chosen = segments.length > mostSegments ? [...segments] : worn;
  let cues = 0;
  return chosen.filter((segment) => (cues += segment.cues) <= cuesOnline).map(({ id }) => id);
}

/** Makes one segment of several, from the cues; false when there is nothing to merge. */
export async function mergeSegments(ctx: Ctx): Promise<boolean> {
  const ids = await segmentsToMerge(ctx);
  if (ids.length === 0) return false;
  const recordingIds = await recordingsIn(ctx, ids);
  const recordings = (await indexableRecordings(ctx)).filter(({ recordingId }) => recordingIds.has(recordingId));
  if (recordings.length > 0) await index(ctx, recordings, Infinity, ids);
  else await retire(ctx, ids);
  await sweep(ctx);
  return true;
}

async function retire(ctx: Ctx, ids: readonly number[]): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.write
      .update(searchSegments)
      .set({ state: 'retired' })
      .where(inArray(searchSegments.id, [...ids]));
  });
}

async function recordingsIn(ctx: Ctx, ids: readonly number[]): Promise<Set<string>> {
  const rows = await ctx.read
    .select({ recordingId: searchDocuments.recordingId, goneAt: searchDocuments.goneAt })
    .from(searchDocuments)
    .where(inArray(searchDocuments.segmentId, [...ids]));
  return new Set(rows.flatMap(({ recordingId, goneAt }) => (goneAt === null ? [recordingId] : [])));
}

/** As much is indexed before a search is answered; more is done beside it, and said. */
const cuesAtOnce = 25_000;

/**
 * Sees to it, before each search, that what was changed meanwhile is in the index: by this server, by a command beside it, or
 * by a date that has come. While nothing changes it costs one look at the content revision.
 */
export class IndexKeeper {
  private readonly ctx: Ctx;
  private seen = -1;
  private opensAt: number | null = null;
  private checking: Promise<void> | null = null;
  private filling: Promise<void> | null = null;
  private merging: Promise<void> | null = null;
  private closed = false;

  /** `ctx` is an operator's. */
  constructor(ctx: Ctx) {
    this.ctx = ctx;
  }

  /** Resolves when the index is right, or when it is being brought up to date in the background. */
  async fresh(): Promise<void> {
    const current = this.ctx.db.contentRevision() === this.seen;
    if (current && (this.opensAt === null || this.ctx.now() < this.opensAt)) return;
    this.checking ??= this.check().finally(() => (this.checking = null));
    await this.checking;
  }

  /** True while many recordings are still being taken in. */
  get isBehind(): boolean {
    return this.filling !== null;
  }

  private async check(): Promise<void> {
    if (this.filling !== null) return;
    const revision = this.ctx.db.contentRevision();
    const { missing, surplus } = await findStale(this.ctx);
    this.opensAt = await nextOpening(this.ctx);
    await forget(this.ctx, surplus);
    const cues = missing.reduce((sum, recording) => sum + recording.cues, 0);
    if (cues > cuesAtOnce) {
      this.filling ??= this.quietly(() => index(this.ctx, missing, cuesOnline)).finally(() => (this.filling = null));
      return;
    }
    await index(this.ctx, missing, cuesOnline);
    this.seen = revision;
    this.merging ??= this.quietly(() => this.merge()).finally(() => (this.merging = null));
  }

  private async merge(): Promise<void> {
    while (!this.closed && (await mergeSegments(this.ctx)));
  }

  private async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.closed) this.ctx.log.error('search index', { detail: String(error) });
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.checking;
    await this.filling;
    await this.merging;
  }
}
