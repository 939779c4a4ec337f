import { afterEach, beforeEach, expect, test } from 'vitest';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import { checked } from '#lib/server/jobs/job.ts';
import { getJob, listJobs } from '#lib/server/jobs/queue.ts';
import { createRunner } from '#lib/server/jobs/runner.ts';
import {
  checkIndex,
  leaveIndex,
  noChoices,
  openSearch,
  refreshIndex,
  searchMoments
} from '#lib/server/search/index.ts';
import { askForMerge, mergeJob } from '#lib/server/search/merge-job.ts';
import { mergeSegments, segmentsToMerge } from '#lib/server/search/merge.ts';
import { liveSegments } from '#lib/server/search/write.ts';
import { addRecording, openTestArchive, publishLines, type TestArchive } from '../../../../tests/support/archive.ts';

let archive: TestArchive;
let ctx: Ctx;
let search: ReturnType<typeof openSearch>;

beforeEach(async () => {
  archive = await openTestArchive();
  ({ ctx } = archive);
  search = openSearch(ctx);
});
afterEach(async () => {
  await search.close();
  await archive.close();
});

const publish = (id: string, lines: string[]) => publishLines(ctx, id, { es: lines }, [leaveIndex]);

/** A segment for each recording. */
async function addMany(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await addRecording(ctx, `r${String(i)}`, 'x', ['es']);
    await publish(`r${String(i)}`, [`la barranca ${String(i)}`, 'el arroyo']);
    await refreshIndex(ctx);
  }
}

async function where(q: string): Promise<string[]> {
  const question = { q, choices: noChoices(), order: 'oldest' as const, page: 1, perPage: 200, heads: false };
  const viewer = asViewer(ctx, anonymous);
  const { moments } = await searchMoments(viewer, search, { ...question, facets: false, expandWithout: null });
  return moments.map(({ recordingId, position }) => `${recordingId} ${String(position)}`);
}

test('many small segments become one in a thread of the job, and searches find the same', async () => {
  await addMany(9);
  const before = await where('barranca');
  expect(before).toHaveLength(9);
  await askForMerge(ctx);
  await askForMerge(ctx);
  const queued = await listJobs(ctx);
  expect(queued.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['index-merge queued']);
  await createRunner({ ctx, kinds: [checked(mergeJob)] }).tick();
  expect(await getJob(ctx, queued[0]?.id ?? '')).toMatchObject({ state: 'done' });
  expect((await liveSegments(ctx)).length).toBeLessThan(7);
  expect(await where('barranca')).toEqual(before);
  expect((await checkIndex(ctx)).faults).toEqual([]);
  await askForMerge(ctx);
  expect(await listJobs(ctx)).toHaveLength(1);
}, 60_000);

test('a merge that is told to end leaves everything as it was', async () => {
  await addMany(8);
  const before = await where('arroyo');
  const ending = new AbortController();
  const { signal } = ending;
  const none = async () => undefined;
  const work = mergeJob.work({ ctx, payload: {}, attempt: 1, signal, progress: none, note: () => undefined });
  ending.abort(new Error('told to end'));
  await expect(work).rejects.toThrow('told to end');
  expect(await where('arroyo')).toEqual(before);
  expect((await checkIndex(ctx)).faults).toEqual([]);
}, 60_000);

test('a segment of which much no longer counts is written anew, and what changed meanwhile does not come back', async () => {
  for (const id of ['a', 'b', 'c']) {
    await addRecording(ctx, id, id, ['es']);
    await publish(id, ['la barranca']);
  }
  await refreshIndex(ctx);
  expect(await segmentsToMerge(ctx)).toEqual([]);
  await publish('a', ['el cerro']);
  // nobody has searched yet: a is in no segment as it is now
  expect(await mergeSegments(ctx)).toBe(true);
  expect(await segmentsToMerge(ctx)).toEqual([]);
  expect(await where('barranca')).toEqual(['b 0', 'c 0']);
  expect(await where('cerro')).toEqual(['a 0']);
  expect((await checkIndex(ctx)).faults).toEqual([]);
}, 60_000);
