import { and, desc, eq, gt, inArray, or } from 'drizzle-orm';
import * as v from 'valibot';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { jobs } from '#lib/server/db/schema/index.ts';
import type { JobKind } from '#lib/server/jobs/job.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { checkLinks } from '#lib/server/links/service.ts';

const weekMs = 7 * 86_400_000;

/** Asks the sites that the archive links to whether they are still there. */
export const linksJob: JobKind<Record<string, never>> = {
  name: 'check-links',
  payload: v.object({}),
  async work({ ctx, signal, progress, note }) {
    const { checked, failed, dead } = await checkLinks(ctx, {
      signal,
      onProgress: (done, total) => void progress(done, total).catch(() => undefined)
    });
    note(`${String(checked)} asked, ${String(failed.length)} failed, ${String(dead.length)} dead`);
  }
};

/** Puts this week's look into the queue, where the operator wants it and it does not wait already. */
export async function scheduleLinks(ctx: Ctx): Promise<void> {
  if (!ctx.config.checksLinks) return;
  await inTransaction(ctx, async (tx) => {
    const recent = or(inArray(jobs.state, ['queued', 'running', 'waiting']), gt(jobs.createdAt, tx.now() - weekMs));
    const [known] = await tx.read
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.kind, linksJob.name), recent))
      .orderBy(desc(jobs.createdAt))
      .limit(1);
    if (!known) await enqueue(tx, linksJob, {}, { priority: 1000 });
  });
}
