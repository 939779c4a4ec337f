import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { render } from 'svelte/server';
import Costs from '#lib/components/recordings/Costs.svelte';
import Downloads from '#lib/components/recordings/Downloads.svelte';
import { inTransaction } from '#lib/server/context.ts';
import { files } from '#lib/server/db/schema/index.ts';
import type { FoundRecording } from '#lib/server/recordings/index.ts';
import { drawPoster, getDownload, getRecordingPage } from '#lib/server/recordings/index.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import {
  openTestArchive,
  insertEvent,
  insertPerson,
  insertRecording,
  insertSponsors,
  type TestArchive
} from '../../../../tests/support/factories.ts';

let archive: TestArchive;
beforeAll(async () => {
  archive = await openTestArchive();
  await insertEvent(archive, { id: 'june', title: { en: 'June webinar', es: 'Seminario de junio' } });
  await insertSponsors(archive, 'june', ['NISGUA', 'CGRS']);
  await insertPerson(archive, { id: 'ana', name: 'Ana López' }, ['event', 'june']);
  await insertPerson(archive, { id: 'rosa', name: 'Rosa Pérez', state: 'draft' });
  await insertRecording(archive, {
    id: 'rec-june',
    slug: { en: 'june-recording', es: 'grabacion-de-junio' },
    title: { en: 'June recording', es: 'Grabación de junio' },
    more: { eventId: 'june', mediaState: 'held', durationMs: 60_000 },
    sounds: [
      { id: 'floor', role: 'original', language: 'es' },
      { id: 'inter', role: 'interpretation', language: 'en', silences: [{ startMs: 4000, endMs: 8000 }] },
      {
        id: 'lost',
        role: 'interpretation',
        language: null,
        held: false,
        label: { en: 'Lost sound', es: 'Sonido perdido' }
      }
    ],
    speakers: [
      { id: 'a', labels: { es: 'Ana L.', en: 'Ana L.' }, personId: 'ana' },
      { id: 'r', labels: { es: 'Rosa', en: 'Rosa' }, personId: 'rosa' }
    ],
    chapters: [{ startMs: 0, endMs: 60_000, title: { en: 'Welcome', es: 'Bienvenida' } }],
    texts: [
      {
        id: 'cap-es',
        language: 'es',
        reading: true,
        cues: [
          { startMs: 0, endMs: 3000, text: 'Buenas tardes.', speakerId: 'a' },
          { startMs: 4000, endMs: 7000, text: 'Yo soy la siguiente.', speakerId: 'r' }
        ]
      },
      {
        id: 'cap-en',
        language: 'en',
        role: 'interpretation',
        reading: true,
        cues: [{ startMs: 0, endMs: 3000, text: 'Good afternoon.', speakerId: 'a' }]
      },
      {
        id: 'draft',
        language: 'en',
        role: 'interpretation',
        versionState: 'draft',
        cues: [{ startMs: 0, endMs: 1, text: 'x' }]
      },
      {
        id: 'known',
        language: null,
        role: 'unknown',
        held: false,
        label: { en: 'Live captions', es: 'Subtítulos en vivo' }
      }
    ],
    media: [
      { id: 'v', kind: 'video', audioTrackId: 'floor', file: 'rec/floor.mp4', body: 'video', mimeType: 'video/mp4' },
      { id: 's', kind: 'storyboard', file: 'rec/storyboard/index.vtt', body: 'WEBVTT', mimeType: 'text/vtt' },
      { id: 'h', kind: 'hls', file: 'rec/hls/master.m3u8', body: '#EXTM3U', mimeType: 'application/vnd.apple.mpegurl' }
    ],
    moments: [
      { startMs: 0, endMs: 3000, spans: { es: [0, 0], en: [0, 0] } },
      { startMs: 4000, endMs: 7000, spans: { es: [1, 1] } }
    ]
  });
  await inTransaction(archive.ctx, (tx) =>
    tx.write.insert(files).values(
      ['v240p', 'v480p', 'a0'].map((name, i) => ({
        key: `rec/hls/${name}/media.mp4`,
        ...{ bytes: 900 + i, sha256: name, mimeType: 'video/mp4', createdAt: 0 }
      }))
    )
  );
  await insertRecording(archive, {
    id: 'secret',
    state: 'draft',
    slug: { en: 'secret', es: 'secreto' },
    title: { en: 'Secret' }
  });
  await insertRecording(archive, {
    id: 'gone',
    state: 'withdrawn',
    slug: { en: 'gone', es: 'retirada' },
    title: { en: 'Gone' }
  });
});
afterAll(() => archive.close());

const page = async (locale: Locale, slug: string, read: string | null = null) => {
  const found = await getRecordingPage(archive.ctx, locale, slug, { read });
  if (found?.kind !== 'page') throw new Error(`no page: ${JSON.stringify(found)}`);
  return found;
};
type Page = Extract<FoundRecording, { kind: 'page' }>;
const said = ({ transcript }: Page) =>
  transcript.turns.map(({ speakerId, passages }) => [
    speakerId,
    ...passages.flatMap(({ columns }) =>
      columns.map(
        ({ language, moments }) =>
          `${language}: ${moments.flatMap(({ cues }) => cues.map(({ text }) => text)).join(' ')}`
      )
    )
  ]);

test('sounds are named by role and language, only those that are held can be played', async () => {
  const { view } = await page('en', 'june-recording');
  expect(view.sounds.map(({ label, held, video }) => [label, held, video?.url])).toEqual([
    ['Original (Spanish)', true, '/media/rec/floor.mp4'],
    ['Interpretation (English)', true, undefined],
    ['Lost sound', false, undefined]
  ]);
  expect(view.hls).toBe('/media/rec/hls/master.m3u8');
  expect((await page('es', 'grabacion-de-junio')).view.sounds[0]?.label).toBe('Original (español)');
});

test('of a stream its smallest picture is known, and the stills along its time line', async () => {
  const { view } = await page('en', 'june-recording');
  expect(view.smallestPicture).toEqual({ size: '240p', bytes: 900 });
  expect(view.storyboard).toBe('/media/rec/storyboard/index.vtt');
  const { body } = render(Downloads, { props: { recording: view, locale: 'en' } });
  expect(body).toContain('href="/hls/rec-june/all.m3u8"');
  const costs = render(Costs, { props: { recording: view, soundId: 'floor', locale: 'en' } }).body;
  expect(costs).toContain('<a href="/media/rec/floor.mp4">Video as one file</a>');
});

test('the transcript reads both languages beside each other, the original first, in either language of the page', async () => {
  for (const [locale, slug] of [
    ['en', 'june-recording'],
    ['es', 'grabacion-de-junio']
  ] as const) {
    const found = await page(locale, slug);
    expect(found.view.columns.map(({ language, voice }) => [language, voice])).toEqual([
      ['es', 'original'],
      ['en', 'interpretation']
    ]);
    expect(said(found)).toEqual([
      ['a', 'es: Buenas tardes.', 'en: Good afternoon.'],
      ['r', 'es: Yo soy la siguiente.', 'en: ']
    ]);
  }
});

test.each([
  ['en', ['en']],
  ['es', ['es']],
  ['fr', ['es', 'en']]
])('?read=%s shows %j', async (read, languages) => {
  expect((await page('en', 'june-recording', read)).view.columns.map(({ language }) => language)).toEqual(languages);
});

test('a draft of captions is not offered, a track that is only known is named', async () => {
  const { view } = await page('en', 'june-recording');
  expect(view.textTracks.map(({ id, held, files }) => [id, held, files.length])).toEqual([
    ['cap-es', true, 4],
    ['cap-en', true, 4],
    ['known', false, 0]
  ]);
  expect(view.captions.map(({ language, label }) => `${language} ${label}`)).toEqual(['es Español', 'en English']);
});

test('a person who may not be named is heard without a name: page and files alike', async () => {
  const { transcript } = await page('en', 'june-recording');
  expect(transcript.labelOf('a', 'es')).toBe('Ana L.');
  expect(transcript.labelOf('r', 'es')).toBeNull();
  for (const format of ['vtt', 'srt', 'txt', 'json']) {
    const file = await getDownload(archive.ctx, 'rec-june', `cap-es.${format}`);
    expect(file?.body).toContain('Yo soy la siguiente.');
    expect(file?.body).not.toContain('Rosa');
    expect(file?.body).toContain('Ana L.');
  }
  expect((await getDownload(archive.ctx, 'rec-june', 'moments.json'))?.body).not.toContain('Rosa');
});

test('the size on a link is the size of the file', async () => {
  const { view } = await page('en', 'june-recording');
  const links = [...view.textTracks.flatMap(({ files }) => files), ...(view.moments ? [view.moments] : [])];
  expect(links).toHaveLength(9);
  for (const { url, bytes } of links) {
    const [, , recording = '', file = ''] = url.split('/');
    expect(Buffer.byteLength((await getDownload(archive.ctx, recording, file))?.body ?? '')).toBe(bytes);
  }
});

test('event, credits and what is beside the recording', async () => {
  const { view } = await page('es', 'grabacion-de-junio');
  expect(view).toMatchObject({
    paths: { en: '/en/recordings/june-recording', es: '/es/grabaciones/grabacion-de-junio' },
    event: { title: { es: 'Seminario de junio' }, href: '/es/actividades/june', panel: { expected: 5 } },
    speakers: [{ name: 'Ana López', href: '/es/personas/ana', role: 'Ponente' }],
    organizations: [{ heading: 'sponsors', links: [{ text: 'NISGUA' }, { text: 'CGRS' }] }]
  });
});

test('a recording without a picture is shown by its drawn score, in the words of the page', async () => {
  expect((await page('es', 'grabacion-de-junio')).view.poster).toBe('/es/grabaciones/grabacion-de-junio/poster.svg');
  const svg = (await drawPoster(archive.ctx, 'es', 'grabacion-de-junio')) ?? '';
  for (const words of ['Grabación de junio', 'Original (español)', 'Interpretación (inglés)'])
    expect(svg).toContain(words);
  expect(svg.match(/<path/g)?.length).toBeGreaterThan(3);
  expect(svg).not.toContain('style');
  expect(Buffer.byteLength(svg)).toBeLessThan(15_000);
  expect(await drawPoster(archive.ctx, 'en', 'grabacion-de-junio')).toBeNull();
  await expect(drawPoster(archive.ctx, 'en', 'secret')).rejects.toMatchObject({ kind: 'missing' });
  await expect(drawPoster(archive.ctx, 'en', 'gone')).rejects.toMatchObject({ kind: 'gone' });
});

describe('who may read', () => {
  test('an address of the other language or of nothing leads nowhere', async () => {
    expect(await getRecordingPage(archive.ctx, 'en', 'grabacion-de-junio')).toBeNull();
    expect(await getRecordingPage(archive.ctx, 'en', 'nothing')).toBeNull();
  });
  test('a draft is missing, a withdrawn recording is gone, for page and files', async () => {
    await expect(getRecordingPage(archive.ctx, 'en', 'secret')).rejects.toMatchObject({ kind: 'missing' });
    await expect(getRecordingPage(archive.ctx, 'en', 'gone')).rejects.toMatchObject({ kind: 'gone' });
    await expect(getDownload(archive.ctx, 'secret', 'x.vtt')).rejects.toMatchObject({ kind: 'missing' });
  });
  test('an editor reads the draft', async () => {
    const editor = archive.as({ kind: 'organizer', userId: 'u', role: 'editor' });
    expect(await getRecordingPage(editor, 'en', 'secret')).toMatchObject({
      kind: 'page',
      view: { title: { en: 'Secret' } }
    });
  });
  test.each(['draft.vtt', 'known.vtt', 'cap-es.exe', 'cap-es', '../x.vtt', 'moments.vtt'])(
    '%s is no file',
    async (file) => {
      expect(await getDownload(archive.ctx, 'rec-june', file)).toBeNull();
    }
  );
});
