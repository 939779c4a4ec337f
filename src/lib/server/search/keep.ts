import { inArray } from 'drizzle-orm';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { searchSegments } from '#lib/server/db/schema/index.ts';
import { findStale, indexableRecordings, nextOpening } from '#lib/server/search/documents.ts';
import { askForMerge } from '#lib/server/search/merge-job.ts';
import { cuesOffline, cuesOnline, takeIn, type OnIndexed } from '#lib/server/search/take-in.ts';
import { bury, liveSegments, sweep } from '#lib/server/search/write.ts';

export interface Refreshed {
  indexed: number;
  removed: number;
}

/** Brings the index up to what visitors may find now. */
export async function refreshIndex(ctx: Ctx, onIndexed?: OnIndexed): Promise<Refreshed> {
  const { missing, surplus } = await findStale(ctx);
  await forget(ctx, surplus);
  await takeIn(ctx, missing, cuesOffline, null, onIndexed);
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
  await takeIn(ctx, recordings, cuesOffline, null, onIndexed);
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
  private asking: Promise<void> | null = null;
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
      this.filling ??= this.quietly(() => takeIn(this.ctx, missing, cuesOnline)).finally(() => (this.filling = null));
      return;
    }
    await takeIn(this.ctx, missing, cuesOnline);
    this.seen = revision;
    // nobody waits for it: the search goes on
    this.asking ??= this.quietly(() => askForMerge(this.ctx)).finally(() => (this.asking = null));
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
    await this.asking;
  }
}
