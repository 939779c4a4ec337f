import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer, inTransaction, type Ctx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { recordings } from '#lib/server/db/schema/index.ts';
import {
  checkIndex,
  leaveIndex,
  noChoices,
  openSearch,
  rebuildIndex,
  searchMoments
} from '#lib/server/search/index.ts';
import { mergeSegments } from '#lib/server/search/merge.ts';
import { liveSegments, writeSegment } from '#lib/server/search/write.ts';
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

const find = async (q: string, more: { voices?: ['original'] } = {}) => {
  const choices = { ...noChoices(), ...more };
  const question = { q, choices, order: 'oldest' as const, page: 1, perPage: 200, heads: false };
  return searchMoments(asViewer(ctx, anonymous), search, { ...question, facets: false, expandWithout: null });
};
const where = async (q: string) =>
  (await find(q)).moments.map(({ recordingId, position }) => `${recordingId} ${position}`);

test('what was published is found by the next search, and what was replaced no longer', async () => {
  await addRecording(ctx, 'a', 'Uno', ['es', 'en']);
  await publishLines(ctx, 'a', { es: ['la barranca seca'], en: ['the dry ravine'] }, [leaveIndex]);
  expect(await where('barranca')).toEqual(['a 0']);
  await publishLines(ctx, 'a', { es: ['el arroyo'] }, [leaveIndex]);
  expect(await where('barranca')).toEqual([]);
  expect(await where('arroyo ravine')).toEqual(['a 0']);
});

test('a recording that is withdrawn is gone at once, and its moments are not counted', async () => {
  for (const id of ['a', 'b']) {
    await addRecording(ctx, id, id, ['es']);
    await publishLines(ctx, id, { es: ['la barranca', 'la barranca otra vez'] }, [leaveIndex]);
  }
  expect((await find('barranca')).total).toBe(2);
  await inTransaction(ctx, async (tx) => {
    await tx.write.update(recordings).set({ state: 'withdrawn' }).where(eq(recordings.id, 'a'));
    await raiseContentRevision(tx.write);
  });
  expect((await find('barranca')).total).toBe(1);
  expect(await where('barranca')).toEqual(['b 0']);
});

test('a merge does not bring back what was changed while it was being written', async () => {
  await addRecording(ctx, 'a', 'Uno', ['es']);
  await publishLines(ctx, 'a', { es: ['la barranca'] }, [leaveIndex]);
  expect(await where('barranca')).toEqual(['a 0']);
  const [old] = await liveSegments(ctx);
  const { SegmentBuilder } = await import('#lib/server/search/engine/build.ts');
  const { indexableRecordings, loadDocument } = await import('#lib/server/search/documents.ts');
  const builder = new SegmentBuilder();
  for (const one of await indexableRecordings(ctx)) {
    const document = await loadDocument(ctx, one);
    if (document !== null) builder.add(document);
  }
  await publishLines(ctx, 'a', { es: ['el arroyo'] }, [leaveIndex]);
  await writeSegment(ctx, builder.finish(), { segments: [old?.id ?? 0], retire: true });
  expect(await where('barranca')).toEqual([]);
  expect(await where('arroyo')).toEqual(['a 0']);
  expect((await checkIndex(ctx)).faults).toEqual([]);
});

test('after many edits the index gives what one built anew gives', async () => {
  const vocabulary = 'año años niña Nina barranca arroyo tierra territorio y la de no asilo'.split(' ');
  let state = 7;
  const below = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const line = () => Array.from({ length: 1 + below(8) }, () => vocabulary[below(vocabulary.length)]).join(' ');
  const lines = () => Array.from({ length: 1 + below(6) }, line);
  for (let i = 0; i < 5; i++) await addRecording(ctx, `r${String(i)}`, line(), ['es', 'en']);
  for (let edit = 0; edit < edits; edit++) {
    const id = `r${String(below(5))}`;
    if (below(10) === 0) {
      const state = below(2) === 0 ? 'withdrawn' : 'public';
      await inTransaction(ctx, async (tx) => {
        await tx.write.update(recordings).set({ state }).where(eq(recordings.id, id));
        await raiseContentRevision(tx.write);
      });
    } else await publishLines(ctx, id, { es: lines(), ...(below(2) === 0 ? { en: lines() } : {}) }, [leaveIndex]);
    if (below(3) === 0) await find('tierra');
    if (below(6) === 0) await mergeSegments(ctx);
  }
  const queries = [...vocabulary, '"tierra y territorio"', 'tierra -asilo', 'bar*', 'asilo OR arroyo', '"la la"'];
  const before = [];
  for (const q of queries) before.push(await where(q));
  expect((await checkIndex(ctx)).faults).toEqual([]);
  await rebuildIndex(ctx);
  const after = [];
  for (const q of queries) after.push(await where(q));
  expect(after).toEqual(before);
  expect(before.flat().length).toBeGreaterThan(10);
}, 300_000);

/** 1,000 edits: ACERVO_EDITS=1000 npx vitest run src/lib/server/search/keep.test.ts */
const edits = Number(process.env.ACERVO_EDITS ?? 60);
