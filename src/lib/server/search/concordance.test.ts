import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { noAddress } from '#lib/domain/search/page-address.ts';
import { asViewer, inTransaction, type Ctx } from '#lib/server/context.ts';
import { recordings } from '#lib/server/db/schema/index.ts';
import { searchFeed } from '#lib/server/feeds/index.ts';
import { getConcordance, leaveIndex, openSearch } from '#lib/server/search/index.ts';
import { eq } from 'drizzle-orm';
import { addRecording, openTestArchive, publishLines, type TestArchive } from '../../../../tests/support/archive.ts';
import { canaries } from '../../../../tests/support/canaries.ts';

let archive: TestArchive;
let ctx: Ctx;
let search: ReturnType<typeof openSearch>;
const address = (q: string) => ({ ...noAddress(), q });

beforeAll(async () => {
  archive = await openTestArchive();
  ctx = asViewer(archive.ctx, anonymous);
  search = openSearch(archive.ctx);
  await addRecording(archive.ctx, 'a', 'Uno', ['es', 'en']);
  await publishLines(
    archive.ctx,
    'a',
    { es: ['antes de todo', 'el agua y el agua.', 'es de todos'], en: ['before all', 'water', 'is ours'] },
    [leaveIndex]
  );
  await addRecording(archive.ctx, 'b', canaries.script ?? '', ['es']);
  await publishLines(archive.ctx, 'b', { es: ['Agua & <i>sal</i>'] }, [leaveIndex]);
  await addRecording(archive.ctx, 'c', 'Retirada', ['es']);
  await publishLines(archive.ctx, 'c', { es: ['agua secreta'] }, [leaveIndex]);
  await inTransaction(archive.ctx, async (tx) => {
    await tx.write.update(recordings).set({ state: 'withdrawn' }).where(eq(recordings.id, 'c'));
  });
});
afterAll(async () => {
  await search.close();
  await archive.close();
});

test('every place of a word is a line with its context; what is withdrawn is in none and counted nowhere', async () => {
  const { lines, total, read, counts, sources } = await getConcordance(ctx, search, 'es', address('agua'), 'left');
  expect(lines.map(({ left, word, right }) => `${left}|${word}|${right}`)).toEqual([
    '|Agua| & sal',
    'antes de todo el |agua| y el agua. es de todos',
    'antes de todo el agua y el |agua|. es de todos'
  ]);
  expect([total, read]).toEqual([2, 2]);
  expect(counts.languages).toEqual([{ value: 'es', count: 3 }]);
  expect(counts.years).toEqual([{ value: '2020', count: 3 }]);
  expect(lines.map(({ source }) => sources[source])).toEqual([canaries.script, 'Uno', 'Uno']);
  expect(lines[1]?.href).toBe('/es/grabaciones/a?t=3#m-0');
});

test('nothing found is no line', async () => {
  expect(await getConcordance(ctx, search, 'en', address('nada'), 'right')).toMatchObject({ lines: [], total: 0 });
});

test('a search as RSS and as Atom: newest first, each passage with an identifier of its own', async () => {
  const options = (format: 'rss' | 'atom') => ({ format, selfUrl: 'http://localhost:3000/es/buscar/feed.xml?q=agua' });
  const rss = parseRssFeed(await searchFeed(ctx, search, 'es', address('agua'), options('rss')));
  expect(rss.title).toContain('«agua»');
  expect(rss.items?.map(({ title }) => title)).toContain('Uno, 0:00');
  expect(JSON.stringify(rss)).not.toContain('secreta');
  const guids = rss.items?.map(({ guid }) => guid?.value);
  expect(new Set(guids).size).toBe(2);
  expect(guids?.every((guid) => /^urn:uuid:[0-9a-f-]{36}#t=\d+$/.test(guid ?? ''))).toBe(true);
  const atom = parseAtomFeed(await searchFeed(ctx, search, 'es', address('agua'), options('atom')));
  expect(atom.entries?.map(({ id }) => id)).toEqual(guids);
});
