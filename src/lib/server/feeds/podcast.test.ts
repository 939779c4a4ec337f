import { parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chaptersFile, podcastFeed, podcastLanguages } from '#lib/server/feeds/index.ts';
import { podcastGuid } from '#lib/server/feeds/podcast.ts';
import { insertRecording, openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';

let archive: TestArchive;
const cleared = { holder: null, term: 'CC-BY-4.0', note: null };

beforeAll(async () => {
  archive = await openTestArchive();
  const add = (id: string, language: string, more: object, standIn = false) =>
    insertRecording(archive, {
      id,
      slug: { en: id, es: `${id}-es` },
      title: { en: `The ${id}`, es: `La ${id}` },
      more: { durationMs: 61_000, ...more },
      sounds: [{ id: 'floor', language, standIn }],
      texts: [{ id: 'cap', language, cues: [{ startMs: 0, endMs: 1000, text: 'Hola' }], reading: true, standIn }],
      chapters: id === 'open' ? [{ startMs: 0, endMs: 61_000, title: { en: 'Welcome', es: 'Bienvenida' } }] : [],
      media: [
        { id: 'a', kind: 'audio', audioTrackId: 'floor', file: `${id}/a.m4a`, body: 'sound', mimeType: 'audio/mp4' }
      ]
    });
  await add('open', 'es-GT', { rights: cleared, mediaState: 'held' });
  await add('kept', 'es', { rights: { ...cleared, term: 'not_cleared' }, mediaState: 'held' });
  await add('fake', 'quc', { mediaState: 'stand_in', standInMadeOn: '2026-11-24' }, true);
});
afterAll(() => archive.close());

async function feed(language: string, standIns = false, locale: 'en' | 'es' = 'en') {
  const options = { language, standIns, selfUrl: `http://localhost:3000/en/podcast/${language}.xml`, imageUrl: null };
  const pieces = await podcastFeed(archive.ctx, locale, options);
  let xml = '';
  for await (const piece of pieces ?? []) xml += piece;
  return pieces && parseRssFeed(xml);
}

test('a podcast holds what sounds in its language and is cleared, with transcripts, chapters and bytes', async () => {
  const { items = [], podcast } = (await feed('es')) ?? {};
  expect(items.map(({ title }) => title)).toEqual(['The open']);
  expect(podcast?.guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/);
  expect(items[0]).toMatchObject({
    enclosures: [{ url: 'http://localhost:3000/media/open/a.m4a', length: 5, type: 'audio/mp4' }],
    podcast: { chapters: { url: 'http://localhost:3000/en/recordings/open/chapters.json' } }
  });
  expect(items[0]?.podcast?.transcripts?.map(({ type, url }) => [type, new URL(url).pathname])).toEqual([
    ['text/vtt', '/captions/open/cap.vtt'],
    ['application/x-subrip', '/captions/open/cap.srt']
  ]);
});

test('stand-ins are in a podcast for whoever asks, and say what they are; no feed where nothing sounds', async () => {
  expect(await podcastLanguages(archive.ctx)).toEqual([
    { language: 'es', standInsOnly: false },
    { language: 'quc', standInsOnly: true }
  ]);
  expect(await feed('quc')).toBeNull();
  expect(await feed('fr', true)).toBeNull();
  const { items = [] } = (await feed('quc', true, 'es')) ?? {};
  expect(items.map(({ title }) => title)).toEqual(['La fake (material provisional, no el seminario web)']);
});

test('chapters as players read them; null without any', async () => {
  expect(JSON.parse((await chaptersFile(archive.ctx, 'es', 'open-es')) ?? '')).toMatchObject({
    version: '1.2.0',
    chapters: [{ startTime: 0, endTime: 61, title: 'Bienvenida' }]
  });
  expect(await chaptersFile(archive.ctx, 'en', 'fake')).toBeNull();
});

// the example of the namespace's own documentation
test('the identifier of a feed is the one that others compute', () => {
  expect(podcastGuid('https://mp3s.nashownotes.com/pc20rss.xml/')).toBe('917393e3-1b1e-5cef-ace4-edaa54e1f810');
});
