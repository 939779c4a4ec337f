import { setTimeout as sleep } from 'node:timers/promises';
import { operator } from '#lib/domain/access/viewer.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import type { AnyJobKind, JobRun } from '#lib/server/jobs/job.ts';
import { giveBack, lease, renew, settle, type Lessee } from '#lib/server/jobs/lease.ts';
import type { Job } from '#lib/server/jobs/queue.ts';
import { describeError } from '#lib/server/log.ts';

const minute = 60_000;
/** After the first, second, … failure. The last one holds for all that follow. */
const pausesMs = [minute, 5 * minute, 30 * minute, 120 * minute];
const waitForSpaceMs = 5 * minute;
const progressEveryMs = 1000;
const linesKept = 50;
/** How long `stop` waits for work that does not listen to its signal. */
const patienceMs = 2000;

export const pauseAfter = (attempts: number): number => pausesMs[Math.min(attempts, pausesMs.length) - 1] ?? minute;

/** Why the work was told to end. */
type Ending = 'cancelled' | 'lost' | 'stopping';

/** What `progress` rejects with and the signal is aborted with. */
export class JobEnded extends Error {
  override readonly name = 'JobEnded';
  readonly why: Ending;

  constructor(why: Ending) {
    super(`the job was ended: ${why}`);
    this.why = why;
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(String(codeOf(error))) ||
  (error instanceof Error && error.cause !== undefined && isFull(error.cause));
/** Nothing is wrong with the job: something that it needs is missing, and will be there some day (`data.waits`). */
const mustWait = (error: unknown): boolean =>
  isFull(error) || (error instanceof DomainError && error.data.waits === true);
/** Trying again would end in the same way. */
const isFinal = (error: unknown): boolean =>
  (error instanceof DomainError && error.kind !== 'busy') || (error instanceof Error && error.name === 'ValiError');

/** What becomes of a job whose work threw. */
function afterFailure(job: Job, error: unknown, now: number): Partial<Job> {
  const words = error instanceof DomainError ? error.code : error instanceof Error ? error.message : String(error);
  // a full disk is nobody's fault: the attempt does not count, and it goes on when there is space
  if (mustWait(error))
    return { state: 'waiting', attempts: job.attempts - 1, runAfter: now + waitForSpaceMs, error: words };
  if (isFinal(error) || job.attempts >= job.maxAttempts) return { state: 'failed', error: words };
  return { state: 'queued', runAfter: now + pauseAfter(job.attempts), error: words };
}

interface Running {
  ending: AbortController;
  lines: string[];
  finished: Promise<void>;
}

export interface RunnerOptions {
  ctx: Ctx;
  kinds: readonly AnyJobKind[];
  /** Unique among all runners of the archive; it changes with every start. */
  owner?: string;
  leaseMs?: number;
  /** How many jobs run at once. */
  lanes?: number;
}

export interface Runner {
  /** Runs the next job to its end. False: there was none. */
  tick(): Promise<boolean>;
  /** A sign of life for every running job; `start` gives one every quarter of the lease. */
  beat(): Promise<void>;
  /** Looks for jobs until `stop`. */
  start(): void;
  /** Tells what runs to end, and gives back what did not come to its end. */
  stop(): Promise<void>;
}

export function createRunner({ ctx, kinds, owner = ctx.newId(), leaseMs = minute, lanes = 1 }: RunnerOptions): Runner {
  const lessee: Lessee = { owner, leaseMs };
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const running = new Map<string, Running>();
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  const tailOf = ({ lines }: Running) => lines.join('\n') || null;

  async function say(id: string, run: Running, said: Parameters<typeof renew>[3]): Promise<void> {
    const answer = await renew(ctx, lessee, id, { ...said, logTail: tailOf(run) });
    if (answer !== 'kept') run.ending.abort(new JobEnded(answer));
  }

  function runOf(job: Job, run: Running): JobRun<unknown> {
    let saidAt = -Infinity;
    const { signal } = run.ending;
    return {
      ctx: asViewer(ctx, operator(`job ${job.kind}`)),
      payload: job.payload,
      attempt: job.attempts,
      signal,
      async progress(done, total = null, text) {
        signal.throwIfAborted();
        if (ctx.now() - saidAt < progressEveryMs && done !== total) return;
        saidAt = ctx.now();
        await say(job.id, run, { progressDone: done, progressTotal: total, progressText: text ?? null });
        signal.throwIfAborted();
      },
      note(line) {
        run.lines.push(line);
        if (run.lines.length > linesKept) run.lines.shift();
      }
    };
  }

  /** Null: whoever told the work to end has already said what becomes of the job. */
  function outcome(job: Job, run: Running, error: unknown): Partial<Job> | null {
    const reason: unknown = run.ending.signal.reason;
    const why = reason instanceof JobEnded ? reason.why : null;
    if (why === 'lost' || why === 'stopping') return null;
    if (why === 'cancelled') return { state: 'cancelled' };
    ctx.log.warn('a job failed', { kind: job.kind, id: job.id, attempt: job.attempts, detail: describeError(error) });
    return afterFailure(job, error, ctx.now());
  }

  async function work(job: Job, run: Running): Promise<void> {
    try {
      await byName.get(job.kind)?.work(runOf(job, run));
      await settle(ctx, lessee, job.id, { state: 'done', error: null, logTail: tailOf(run) });
    } catch (error) {
      const change = outcome(job, run, error);
      if (change) await settle(ctx, lessee, job.id, { ...change, logTail: tailOf(run) });
    } finally {
      running.delete(job.id);
    }
  }

  async function tick(): Promise<boolean> {
    const job = stopped ? null : await lease(ctx, lessee, [...byName.keys()]);
    if (!job) return false;
    const run: Running = { ending: new AbortController(), lines: [], finished: Promise.resolve() };
    running.set(job.id, run);
    run.finished = work(job, run);
    await run.finished;
    return true;
  }

  async function beat(): Promise<void> {
    for (const [id, run] of running) await say(id, run, {});
  }

  function later(ms: number, what: () => Promise<void>): void {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      // a database that does not answer for a while must not end the server
      void what().catch((error: unknown) => ctx.log.error('the job runner failed', { detail: describeError(error) }));
    }, ms);
    timers.add(timer.unref());
  }

  async function lane(): Promise<void> {
    let worked = false;
    try {
      worked = await tick();
    } finally {
      later(worked ? 0 : 1000, lane);
    }
  }

  async function beatOn(): Promise<void> {
    try {
      await beat();
    } finally {
      later(leaseMs / 4, beatOn);
    }
  }

  return {
    tick,
    beat,
    start() {
      for (let n = 0; n < lanes; n++) later(0, lane);
      later(leaseMs / 4, beatOn);
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      for (const run of running.values()) run.ending.abort(new JobEnded('stopping'));
      const finished = Promise.all([...running.values()].map((run) => run.finished));
      await Promise.race([finished, sleep(patienceMs, null, { ref: false })]);
      await giveBack(ctx, lessee);
    }
  };
}
