import { and, eq, inArray, sum } from 'drizzle-orm';
import * as v from 'valibot';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { files, jobs } from '#lib/server/db/schema/index.ts';
import { checkFiles, isClean } from '#lib/server/fixity/check.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import type { JobKind } from '#lib/server/jobs/job.ts';
import { lastOperation } from '#lib/server/operating/index.ts';

const dayMs = 24 * 3600 * 1000;
/** In so many days every file has been read once. */
const days = 30;
const leastBytes = 2 ** 30;

async function portion({ read }: Ctx): Promise<number> {
  const [row] = await read.select({ bytes: sum(files.bytes).mapWith(Number) }).from(files);
  return Math.max(leastBytes, Math.ceil((row?.bytes ?? 0) / days));
}

/** A part of the store each day, at half speed, so that nobody who watches notices. */
export const fixityJob: JobKind<Record<string, never>> = {
  name: 'fixity',
  payload: v.object({}),
  async work({ ctx, signal, progress, note }) {
    const told = { at: 0 };
    const report = await checkFiles(ctx, {
      mostBytes: await portion(ctx),
      rest: 1,
      untrackedAfterMs: dayMs,
      signal,
      onProgress: (done, total) => {
        if (ctx.now() - told.at < 5000) return;
        told.at = ctx.now();
        void progress(done, total).catch(() => undefined);
      }
    });
    if (isClean(report)) return;
    const { changed, missing, untracked } = report;
    note(`changed ${changed.length}, missing ${missing.length}, untracked ${untracked.length}`);
    ctx.log.error('files are not as they were', {
      changed: changed.length,
      missing: missing.length,
      untracked: untracked.length
    });
  }
};

/** Puts today's look into the queue, unless it was done or waits already. */
export async function scheduleFixity(ctx: Ctx): Promise<void> {
  const last = await lastOperation(ctx, 'fixity');
  if (last && ctx.now() - last.endedAt < dayMs) return;
  await inTransaction(ctx, async (tx) => {
    const open = and(eq(jobs.kind, fixityJob.name), inArray(jobs.state, ['queued', 'running', 'waiting']));
    const [waiting] = await tx.read.select({ id: jobs.id }).from(jobs).where(open).limit(1);
    // behind everything that somebody waits for
    if (!waiting) await enqueue(tx, fixityJob, {}, { priority: 1000 });
  });
}
