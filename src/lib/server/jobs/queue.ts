import { and, desc, eq, inArray } from 'drizzle-orm';
import { missing } from '#lib/server/errors.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { jobs } from '#lib/server/db/schema/index.ts';
import type { JobKind } from '#lib/server/jobs/job.ts';

export type Job = typeof jobs.$inferSelect;

export interface EnqueueOptions {
  /** Smaller goes first; 100 when it is not said */
  priority?: number;
  /** UTC milliseconds; now when it is not said */
  runAfter?: number;
}

/** Adds a job in the transaction of what makes it necessary: either both happen or neither. Returns its id. */
export async function enqueue<P>(
  tx: Tx,
  kind: JobKind<P>,
  payload: P,
  { priority = 100, runAfter = tx.now() }: EnqueueOptions = {}
): Promise<string> {
  const now = tx.now();
  const id = tx.newId();
  const { name, maxAttempts = 5 } = kind;
  await tx.write
    .insert(jobs)
    .values({ id, kind: name, payload, priority, runAfter, maxAttempts, createdAt: now, updatedAt: now });
  return id;
}

export async function getJob({ read }: Ctx, id: string): Promise<Job | null> {
  const [job] = await read.select().from(jobs).where(eq(jobs.id, id));
  return job ?? null;
}

/** The latest first. */
export const listJobs = ({ read }: Ctx, limit = 100): Promise<Job[]> =>
  read.select().from(jobs).orderBy(desc(jobs.createdAt), desc(jobs.id)).limit(limit);

/** One that waits is cancelled at once; one that runs is asked to end. One that has ended stays what it is. */
export function cancelJob(ctx: Ctx, id: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.now();
    const job = await getJob(tx, id);
    if (!job) throw missing('job', { id });
    await tx.write
      .update(jobs)
      .set({ state: 'cancelled', updatedAt: now })
      .where(and(eq(jobs.id, id), inArray(jobs.state, ['queued', 'waiting'])));
    await tx.write
      .update(jobs)
      .set({ cancelRequestedAt: now, updatedAt: now })
      .where(and(eq(jobs.id, id), eq(jobs.state, 'running')));
  });
}

/** A failed or cancelled job from the beginning, with all its attempts. */
export function retryJob(ctx: Ctx, id: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.now();
    const ended = and(eq(jobs.id, id), inArray(jobs.state, ['failed', 'cancelled']));
    const again = { state: 'queued', attempts: 0, runAfter: now, error: null, cancelRequestedAt: null } as const;
    const rows = await tx.write
      .update(jobs)
      .set({ ...again, updatedAt: now })
      .where(ended)
      .returning({ id: jobs.id });
    if (rows.length === 0 && !(await getJob(tx, id))) throw missing('job', { id });
  });
}
