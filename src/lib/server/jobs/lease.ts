import { and, asc, eq, inArray, isNotNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { jobs } from '#lib/server/db/schema/index.ts';
import type { Job } from '#lib/server/jobs/queue.ts';

/** Who holds jobs, and for how long without a sign of life. */
export interface Lessee {
  owner: string;
  leaseMs: number;
}

/** Ready to be taken: its time has come, or whoever had it is dead. */
const isReady = (now: number, kinds: readonly string[]): SQL | undefined =>
  and(
    inArray(jobs.kind, [...kinds]),
    or(
      and(inArray(jobs.state, ['queued', 'waiting']), lte(jobs.runAfter, now)),
      and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, now))
    )
  );

const nextReady = ({ read }: Ctx, now: number, kinds: readonly string[]): Promise<Job[]> =>
  read
    .select()
    .from(jobs)
    .where(isReady(now, kinds))
    .orderBy(asc(jobs.priority), asc(jobs.runAfter), asc(jobs.createdAt), asc(jobs.id))
    .limit(1);

/** What becomes of a job instead of another attempt; null: it may be tried. */
function verdictOn(job: Job): Partial<Job> | null {
  if (job.cancelRequestedAt !== null) return { state: 'cancelled' };
  if (job.attempts < job.maxAttempts) return null;
  return { state: 'failed', error: job.error ?? 'the worker died during the last attempt' };
}

async function takeNext(tx: Tx, { owner, leaseMs }: Lessee, kinds: readonly string[]): Promise<Job | null> {
  const now = tx.now();
  for (;;) {
    const [job] = await nextReady(tx, now, kinds);
    if (!job) return null;
    const verdict = verdictOn(job);
    const taken = {
      state: 'running',
      attempts: job.attempts + 1,
      leaseOwner: owner,
      leaseUntil: now + leaseMs
    } as const;
    const change = verdict ? { ...verdict, leaseOwner: null, leaseUntil: null } : taken;
    await tx.write
      .update(jobs)
      .set({ ...change, updatedAt: now })
      .where(eq(jobs.id, job.id));
    if (!verdict) return { ...job, ...taken };
  }
}

/** Takes the next job for this owner. Only one can: all writers of an archive wait for each other. */
export async function lease(ctx: Ctx, lessee: Lessee, kinds: readonly string[]): Promise<Job | null> {
  // asked outside a transaction first: an idle runner must not keep others from writing
  const [waiting] = kinds.length > 0 ? await nextReady(ctx, ctx.now(), kinds) : [];
  return waiting ? inTransaction(ctx, (tx) => takeNext(tx, lessee, kinds)) : null;
}

const isMine = (id: string, owner: string) =>
  and(eq(jobs.id, id), eq(jobs.state, 'running'), eq(jobs.leaseOwner, owner));

/** Extends the lease and stores what is said about the work. `lost`: somebody else has it now. */
export function renew(
  ctx: Ctx,
  { owner, leaseMs }: Lessee,
  id: string,
  said: Partial<Pick<Job, 'progressDone' | 'progressTotal' | 'progressText' | 'logTail'>>
): Promise<'kept' | 'lost' | 'cancelled'> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.now();
    const [row] = await tx.write
      .update(jobs)
      .set({ ...said, leaseUntil: now + leaseMs, updatedAt: now })
      .where(isMine(id, owner))
      .returning({ cancelRequestedAt: jobs.cancelRequestedAt });
    if (!row) return 'lost';
    return row.cancelRequestedAt === null ? 'kept' : 'cancelled';
  });
}

/** Ends the lease with what became of the job; nothing happens when somebody else has it now. */
export function settle(ctx: Ctx, { owner }: Lessee, id: string, change: Partial<Job>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await tx.write
      .update(jobs)
      .set({ ...change, leaseOwner: null, leaseUntil: null, updatedAt: tx.now() })
      .where(isMine(id, owner));
  });
}

/** Of a runner that stops: its jobs go back as if they had not been taken. */
export function giveBack(ctx: Ctx, { owner }: Lessee): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.now();
    await tx.write
      .update(jobs)
      .set({ state: 'queued', attempts: sql`${jobs.attempts} - 1`, runAfter: now, leaseOwner: null, leaseUntil: null })
      .where(and(eq(jobs.state, 'running'), eq(jobs.leaseOwner, owner), isNotNull(jobs.leaseUntil)));
  });
}
