import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction, randomId, type Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import { checked, type JobKind, type JobRun } from '#lib/server/jobs/job.ts';
import {
  cancelJob,
  enqueue,
  getJob,
  listJobs,
  retryJob,
  type EnqueueOptions,
  type Job
} from '#lib/server/jobs/queue.ts';
import { createRunner, pauseAfter } from '#lib/server/jobs/runner.ts';
import { openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';

const minute = 60_000;
let archive: TestArchive;
let ctx: Ctx;
let time = 1_000_000;
beforeEach(async () => {
  archive = await openTestArchive();
  time = 1_000_000;
  ctx = { ...archive.ctx, now: () => time, newId: randomId };
});
afterEach(() => archive.close());

type Work = (run: JobRun<{ n: number }>) => Promise<void>;
const kindOf = (work: Work, more: Partial<JobKind<{ n: number }>> = {}): JobKind<{ n: number }> => ({
  name: 'count',
  payload: v.object({ n: v.number() }),
  work,
  ...more
});
const nothing = kindOf(async () => undefined);
const add = (kind: JobKind<{ n: number }>, n = 1, options: EnqueueOptions = {}) =>
  inTransaction(ctx, (tx) => enqueue(tx, kind, { n }, options));
const runnerOf = (...kinds: JobKind<{ n: number }>[]) => createRunner({ ctx, kinds: kinds.map(checked) });
async function jobAt(id: string): Promise<Job> {
  const job = await getJob(ctx, id);
  if (!job) throw new Error(`no job ${id}`);
  return job;
}
/** A promise and what settles it: work that goes on until the test says so. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

test('a job is done once, with its payload, and there is none after it', async () => {
  const seen: number[] = [];
  const kind = kindOf(async ({ payload }) => void seen.push(payload.n));
  const id = await add(kind, 7);
  const runner = runnerOf(kind);
  expect(await runner.tick()).toBe(true);
  expect(await runner.tick()).toBe(false);
  expect(seen).toEqual([7]);
  expect(await jobAt(id)).toMatchObject({
    state: 'done',
    attempts: 1,
    leaseOwner: null,
    leaseUntil: null,
    error: null
  });
});

test('a job exists only when the transaction that made it was kept', async () => {
  const failing = inTransaction(ctx, async (tx) => {
    await enqueue(tx, nothing, { n: 1 });
    throw new Error('undo');
  });
  await expect(failing).rejects.toThrow('undo');
  expect(await listJobs(ctx)).toEqual([]);
});

test('order: priority, then the time from which it may run, then the order of entry', async () => {
  const seen: number[] = [];
  const kind = kindOf(async ({ payload }) => void seen.push(payload.n));
  await add(kind, 1);
  time += 1;
  await add(kind, 2, { runAfter: time - 100 });
  await add(kind, 3, { priority: 10 });
  await add(kind, 4, { runAfter: time + minute });
  const runner = runnerOf(kind);
  while (await runner.tick());
  expect(seen).toEqual([3, 2, 1]);
  time += minute;
  await runner.tick();
  expect(seen).toEqual([3, 2, 1, 4]);
});

test('kinds that this runner does not know are left for another one', async () => {
  const id = await add({ ...nothing, name: 'other' });
  expect(await runnerOf(nothing).tick()).toBe(false);
  expect(await runnerOf().tick()).toBe(false);
  expect(await jobAt(id)).toMatchObject({ state: 'queued', attempts: 0 });
});

describe('failure', () => {
  test('is tried again after pauses that grow, and given up after the last attempt', async () => {
    const kind = kindOf(async () => {
      throw new Error('no sound in the file');
    });
    const id = await add(kind);
    const runner = runnerOf(kind);
    for (let attempt = 1; attempt < 5; attempt++) {
      expect(await runner.tick()).toBe(true);
      const pause = pauseAfter(attempt);
      expect(await jobAt(id)).toMatchObject({ state: 'queued', attempts: attempt, runAfter: time + pause });
      time += pause - 1;
      expect(await runner.tick()).toBe(false);
      time += 1;
    }
    await runner.tick();
    expect(await jobAt(id)).toMatchObject({ state: 'failed', attempts: 5, error: 'no sound in the file' });
    time += 1000 * minute;
    expect(await runner.tick()).toBe(false);
  });

  test('pauses: 1, 5, 30, 120 minutes', () => {
    expect([1, 2, 3, 4, 9].map((attempts) => pauseAfter(attempts) / minute)).toEqual([1, 5, 30, 120, 120]);
  });

  test.each<[string, () => Error, Partial<Job>]>([
    [
      'a refusal',
      () => new DomainError('missing', 'recording.missing'),
      { state: 'failed', error: 'recording.missing' }
    ],
    ['busy', () => new DomainError('busy', 'store.busy'), { state: 'queued', attempts: 1 }],
    ['a full disk', () => Object.assign(new Error('no space'), { code: 'ENOSPC' }), { state: 'waiting', attempts: 0 }],
    [
      'a full disk, said by the database through drizzle',
      () => new Error('Failed query', { cause: Object.assign(new Error('full'), { code: 'SQLITE_FULL' }) }),
      { state: 'waiting', attempts: 0 }
    ]
  ])('%s', async (_, error, after) => {
    const kind = kindOf(async () => {
      throw error();
    });
    const id = await add(kind);
    await runnerOf(kind).tick();
    expect(await jobAt(id)).toMatchObject(after);
  });

  test('a full disk is tried again when some minutes have passed', async () => {
    let full = true;
    const kind = kindOf(async () => {
      if (full) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    });
    const id = await add(kind);
    const runner = runnerOf(kind);
    await runner.tick();
    full = false;
    expect(await runner.tick()).toBe(false);
    time += 5 * minute;
    await runner.tick();
    expect(await jobAt(id)).toMatchObject({ state: 'done', attempts: 1 });
  });

  test('a payload of another shape fails at once and is not worked on', async () => {
    let worked = false;
    const kind = kindOf(async () => {
      worked = true;
    });
    const id = await add({ ...kind, payload: v.any() }, 'three' as unknown as number);
    await runnerOf(kind).tick();
    expect(worked).toBe(false);
    expect(await jobAt(id)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  test('the last lines of what it noted are kept', async () => {
    const kind = kindOf(async ({ note }) => {
      for (let line = 1; line <= 60; line++) note(`line ${line}`);
      throw new Error('x');
    });
    const id = await add(kind);
    await runnerOf(kind).tick();
    const lines = (await jobAt(id)).logTail?.split('\n') ?? [];
    expect(lines).toHaveLength(50);
    expect(lines.at(-1)).toBe('line 60');
  });

  test('asked for again, it has all its attempts again', async () => {
    const kind = kindOf(
      async () => {
        throw new Error('x');
      },
      { maxAttempts: 1 }
    );
    const id = await add(kind);
    const runner = runnerOf(kind);
    await runner.tick();
    expect((await jobAt(id)).state).toBe('failed');
    await retryJob(ctx, id);
    expect(await jobAt(id)).toMatchObject({ state: 'queued', attempts: 0, error: null });
    await expect(retryJob(ctx, 'nothing')).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('lease', () => {
  test('two runners never have the same job, and together they do all', async () => {
    const seen: number[] = [];
    const kind = kindOf(async ({ payload }) => void seen.push(payload.n));
    for (let n = 0; n < 40; n++) await add(kind, n);
    const drain = async (runner: ReturnType<typeof runnerOf>) => {
      while (await runner.tick());
    };
    await Promise.all([runnerOf(kind), runnerOf(kind), runnerOf(kind)].map(drain));
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect((await listJobs(ctx)).every(({ state, attempts }) => state === 'done' && attempts === 1)).toBe(true);
  });

  test('a dead worker’s job is taken over when its lease ends, and what the dead one says then is not heard', async () => {
    const slow = gate();
    const dead = kindOf(() => slow.opened);
    const id = await add(dead);
    const first = runnerOf(dead).tick();
    await expect.poll(async () => (await jobAt(id)).state).toBe('running');
    const second = runnerOf(kindOf(async ({ attempt }) => expect(attempt).toBe(2)));
    time += minute;
    expect(await second.tick()).toBe(false);
    time += 1;
    expect(await second.tick()).toBe(true);
    expect(await jobAt(id)).toMatchObject({ state: 'done', attempts: 2 });
    slow.open();
    await first;
    expect(await jobAt(id)).toMatchObject({ state: 'done', attempts: 2 });
  });

  test('a beat keeps it', async () => {
    const slow = gate();
    const kind = kindOf(() => slow.opened);
    const id = await add(kind);
    const runner = runnerOf(kind);
    const working = runner.tick();
    await expect.poll(async () => (await jobAt(id)).state).toBe('running');
    time += 50_000;
    await runner.beat();
    time += 50_000;
    expect(await runnerOf(kind).tick()).toBe(false);
    slow.open();
    await working;
    expect(await jobAt(id)).toMatchObject({ state: 'done', attempts: 1 });
  });

  test('whose worker died in every attempt fails, and says so', async () => {
    const slow = gate();
    const kind = kindOf(() => slow.opened, { maxAttempts: 1 });
    const id = await add(kind);
    const first = runnerOf(kind).tick();
    await expect.poll(async () => (await jobAt(id)).state).toBe('running');
    time += minute + 1;
    expect(await runnerOf(kind).tick()).toBe(false);
    expect(await jobAt(id)).toMatchObject({ state: 'failed', error: 'the worker died during the last attempt' });
    slow.open();
    await first;
    expect((await jobAt(id)).state).toBe('failed');
  });

  test('a runner that stops gives its job back, and the attempt does not count', async () => {
    const kind = kindOf(async ({ signal }) => {
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('left'))));
    });
    const id = await add(kind);
    const runner = runnerOf(kind);
    const working = runner.tick();
    await expect.poll(async () => (await jobAt(id)).state).toBe('running');
    await runner.stop();
    await working;
    expect(await jobAt(id)).toMatchObject({ state: 'queued', attempts: 0, leaseOwner: null });
    expect(await runner.tick()).toBe(false);
    expect(await runnerOf(nothing).tick()).toBe(true);
  });
});

describe('cancelling', () => {
  test('one that waits is not begun', async () => {
    const id = await add(nothing);
    await cancelJob(ctx, id);
    expect(await runnerOf(nothing).tick()).toBe(false);
    expect((await jobAt(id)).state).toBe('cancelled');
  });

  test('one that runs is told at its next sign of life', async () => {
    const begun = gate();
    const told = gate();
    const kind = kindOf(async ({ progress }) => {
      await progress(1, 10);
      begun.open();
      await told.opened;
      time += 1000;
      await progress(2, 10);
      throw new Error('went on');
    });
    const id = await add(kind);
    const working = runnerOf(kind).tick();
    await begun.opened;
    await cancelJob(ctx, id);
    expect((await jobAt(id)).state).toBe('running');
    told.open();
    await working;
    expect(await jobAt(id)).toMatchObject({ state: 'cancelled', error: null });
  });

  test('by a beat it is told through its signal', async () => {
    const kind = kindOf(async ({ signal }) => {
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('left'))));
    });
    const id = await add(kind);
    const runner = runnerOf(kind);
    const working = runner.tick();
    await expect.poll(async () => (await jobAt(id)).state).toBe('running');
    await cancelJob(ctx, id);
    await runner.beat();
    await working;
    expect((await jobAt(id)).state).toBe('cancelled');
  });

  test('one whose worker died is not taken over', async () => {
    const slow = gate();
    const kind = kindOf(() => slow.opened);
    const id = await add(kind);
    const first = runnerOf(kind).tick();
    await expect.poll(async () => (await jobAt(id)).state).toBe('running');
    await cancelJob(ctx, id);
    time += minute + 1;
    expect(await runnerOf(kind).tick()).toBe(false);
    expect((await jobAt(id)).state).toBe('cancelled');
    slow.open();
    await first;
  });

  test('one that is done stays done; one that does not exist is missing', async () => {
    const id = await add(nothing);
    await runnerOf(nothing).tick();
    await cancelJob(ctx, id);
    expect((await jobAt(id)).state).toBe('done');
    await expect(cancelJob(ctx, 'nothing')).rejects.toMatchObject({ kind: 'missing' });
  });
});

test('progress is stored once a second, and at the end', async () => {
  const stored: (number | null)[][] = [];
  const kind = kindOf(async ({ progress }) => {
    for (let done = 1; done <= 25; done++) {
      time += 100;
      await progress(done, 25, 'slices');
      const { progressDone, progressTotal } = await jobAt(id);
      stored.push([progressDone, progressTotal]);
    }
  });
  const id: string = await add(kind);
  await runnerOf(kind).tick();
  expect([...new Set(stored.map(([done]) => done))]).toEqual([1, 11, 21, 25]);
  expect(await jobAt(id)).toMatchObject({ progressDone: 25, progressTotal: 25, progressText: 'slices' });
});

test('started, it works without being asked, until it is stopped', async () => {
  const kind = kindOf(async () => undefined);
  const ids = [await add(kind, 1), await add(kind, 2)];
  const runner = runnerOf(kind);
  runner.start();
  await expect
    .poll(async () => (await Promise.all(ids.map(jobAt))).map(({ state }) => state))
    .toEqual(['done', 'done']);
  await runner.stop();
  const id = await add(kind, 3);
  expect(await runner.tick()).toBe(false);
  expect((await jobAt(id)).state).toBe('queued');
});
