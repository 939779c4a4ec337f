import { and, eq, inArray } from 'drizzle-orm';
import { once } from 'node:events';
import * as v from 'valibot';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { jobs } from '#lib/server/db/schema/index.ts';
import type { JobKind } from '#lib/server/jobs/job.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { segmentsToMerge } from '#lib/server/search/merge.ts';
import { startWorker } from '#lib/server/workers.ts';

export interface MergeSettings {
  /** An SQLite file or a PostgreSQL address. */
  databaseUrl: string;
}

/**
 * Makes few segments of many, in a thread of its own: reading and packing the words of hundreds of recordings takes seconds,
 * during which the server must answer. Ended at any moment it leaves an index that is right, and what it began is swept away.
 */
export const mergeJob: JobKind<Record<string, never>> = {
  name: 'index-merge',
  payload: v.object({}),
  async work({ ctx, signal }) {
    signal.throwIfAborted();
    const settings: MergeSettings = { databaseUrl: ctx.config.databaseUrl };
    const worker = startWorker('merge', new URL('./merge.worker.ts', import.meta.url), { workerData: settings });
    const end = () => void worker.terminate();
    signal.addEventListener('abort', end);
    try {
      // an error in the thread rejects this
      await once(worker, 'exit');
      signal.throwIfAborted();
    } finally {
      signal.removeEventListener('abort', end);
    }
  }
};

/** Puts a merge into the queue when one is due and none is there. */
export async function askForMerge(ctx: Ctx): Promise<void> {
  if ((await segmentsToMerge(ctx)).length === 0) return;
  await inTransaction(ctx, async (tx) => {
    const open = and(eq(jobs.kind, mergeJob.name), inArray(jobs.state, ['queued', 'running', 'waiting']));
    const [there] = await tx.read.select({ id: jobs.id }).from(jobs).where(open).limit(1);
    if (there === undefined) await enqueue(tx, mergeJob, {});
  });
}
