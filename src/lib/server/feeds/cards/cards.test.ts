import { XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardSize, cardSvg, coverSize, coverSvg, type Card } from '#lib/domain/cards/card-svg.ts';
import { cardOfArchive, cardOfObject, cardOfQuote, drawPng, metaOf } from '#lib/server/feeds/index.ts';
import { canaries } from '../../../../../tests/support/canaries.ts';
import {
  insertEvent,
  insertRecording,
  openTestArchive,
  type TestArchive
} from '../../../../../tests/support/factories.ts';

let archive: TestArchive;
beforeAll(async () => {
  archive = await openTestArchive();
  await insertEvent(archive, { id: 'june', title: { en: 'June webinar', es: 'Seminario de junio' } });
  await insertEvent(archive, { id: 'gone', state: 'withdrawn', title: { en: 'Gone', es: 'Retirada' } });
  await insertEvent(archive, { id: 'draft', state: 'draft', title: { en: 'Draft', es: 'Borrador' } });
  await insertRecording(archive, {
    id: 'fake',
    slug: { en: 'fake', es: 'falsa' },
    title: { en: 'The stand-in', es: 'La provisional' },
    more: { mediaState: 'stand_in', standInMadeOn: '2026-11-24', durationMs: 60_000 },
    texts: [{ id: 'cap', language: 'es', reading: true, cues: [{ startMs: 0, endMs: 9000, text: 'Hola' }] }]
  });
});
afterAll(() => archive.close());

const card = (text: string, more: Partial<Card> = {}): Card => ({
  ...{ field: 'paper', kicker: text, title: text, lang: 'es', lines: [text, text], foot: text, notice: text },
  ...{ score: null, voice: null },
  ...more
});

describe.each(Object.entries(canaries))('%s', (_, canary) => {
  test('is drawn as words inside the picture', async () => {
    const svg = cardSvg(card(canary, { voice: 'interpretation' }));
    expect(XMLValidator.validate(svg)).toBe(true);
    // what the words say is gone from the marks: no element but ours
    expect(
      [...svg.matchAll(/<([a-z]+)/gi)]
        .map(([, name]) => name)
        .filter((name) => !/^(svg|rect|text|path)$/.test(name ?? ''))
    ).toEqual([]);
  });
});

test('a card is a PNG of the size that it claims, and its words reach neither edge', async () => {
  const svg = cardSvg(card('¿Ñandúes? «Más» W'.repeat(40), { field: 'anil' }));
  const { data, info } = await sharp(await drawPng(archive.ctx, svg))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([cardSize.width, cardSize.height]);
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)
  ];
  const ground = at(0, 0);
  for (let y = 0; y < info.height; y++) {
    expect(at(20, y), `left at ${String(y)}`).toEqual(ground);
    expect(at(info.width - 20, y), `right at ${String(y)}`).toEqual(ground);
  }
  const cover = await sharp(await drawPng(archive.ctx, coverSvg('Archive', 'Podcast'))).metadata();
  expect([cover.width, cover.height]).toEqual([coverSize, coverSize]);
});

test('the words are really drawn, in our own type: a picture with other words is another picture', async () => {
  const [a, b] = await Promise.all(['Uno', 'Dos'].map((text) => drawPng(archive.ctx, cardSvg(card(text)))));
  expect(a?.equals(b ?? Buffer.of())).toBe(false);
  expect(process.env.FONTCONFIG_FILE).toContain(archive.dataDir);
});

test('each object has its card in each language, a stand-in says what it is', async () => {
  const { ctx } = archive;
  expect(await cardOfObject(ctx, 'es', 'event', 'june')).toContain('Seminario de junio');
  const fake = await cardOfObject(ctx, 'es', 'recording', 'falsa');
  expect(fake).toContain('material provisional, no el seminario web');
  expect(fake).toContain('<path d="M72 460');
  expect(await cardOfArchive(ctx, 'en')).toContain('xml:lang="en"');
});

test('what is not there, withdrawn or not public has no card', async () => {
  const admin = archive.as({ kind: 'organizer', userId: 'u', role: 'admin' });
  expect(await cardOfObject(admin, 'en', 'event', 'nothing')).toBeNull();
  await expect(cardOfObject(admin, 'en', 'event', 'gone')).rejects.toMatchObject({ kind: 'gone' });
  await expect(cardOfObject(admin, 'en', 'event', 'draft')).rejects.toMatchObject({ kind: 'missing' });
  expect(await cardOfQuote(archive.ctx, 'en', 'no-such-code')).toBeNull();
});

test('a page names its card with size and words', async () => {
  const meta = await metaOf(archive.ctx, 'es', 'recording', 'fake');
  const properties = Object.fromEntries((meta?.properties ?? []).map(({ property, content }) => [property, content]));
  expect(properties['og:image']).toMatch(/^http:\/\/localhost:3000\/es\/grabaciones\/falsa\/card\.png\?v=\w+$/);
  expect(properties).toMatchObject({ 'og:image:width': '1200', 'og:image:height': '630' });
  expect(properties['og:image:alt']).toContain('La provisional');
  expect(meta?.tags).toContainEqual({ name: 'twitter:card', content: 'summary_large_image' });
});
