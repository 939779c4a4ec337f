import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Quote } from '#lib/domain/api/resources.ts';
import { operator } from '#lib/domain/access/viewer.ts';
import { clipHtml } from '#lib/domain/citations/clip-html.ts';
import { plain } from '#lib/domain/citations/index.ts';
import type { QuoteView } from '#lib/domain/citations/view.ts';
import { publishVersions, withdrawVersions } from '#lib/server/captions/index.ts';
import { inTransaction } from '#lib/server/context.ts';
import { cues, recordings, trackVersions } from '#lib/server/db/schema/index.ts';
import { citationFile, getQuote, quoteOfSelection } from '#lib/server/feeds/index.ts';
import {
  insertEvent,
  insertPerson,
  insertRecording,
  openTestArchive,
  testNow,
  type CueInput,
  type TestArchive
} from '../../../../tests/support/factories.ts';

let archive: TestArchive;
const uuids = {
  june: '3f9c2a1b-0711-4c8e-9a53-3f1f0a9f7a01',
  fake: '3f9c77aa-57ad-4ff1-a15e-7e9d5b3d9b02',
  gone: '90ab2a1b-0711-4c8e-9a53-3f1f0a9f7a03'
};
const spanish = [
  'Buenas tardes a todas y a todos.',
  'Nadie debería tener que demostrar que tiene miedo.',
  'Esa es la frase que quiero que se lleven.',
  'El acuerdo se firmó en julio y nadie lo leyó en voz alta.',
  'Gracias.'
];
const english = [
  'Good evening to you all.',
  'Nobody should have to prove that they are afraid.',
  'That is the sentence I want you to take home.',
  'The agreement was signed in July and nobody read it aloud.',
  'Thank you.'
];
const timed = (words: string[], shiftMs = 0): CueInput[] =>
  words.map((text, i) => ({
    startMs: i * 5000 + shiftMs,
    endMs: i * 5000 + 4500 + shiftMs,
    text,
    speakerId: i === 3 ? 'r' : 'a'
  }));
const wanted = { recording: uuids.june, language: 'en', text: english[1] ?? '', ms: 5000 };

beforeAll(async () => {
  archive = await openTestArchive();
  await insertEvent(archive, { id: 'june', title: { en: 'The June webinar', es: 'El seminario de junio' } });
  await insertPerson(archive, { id: 'ana', name: 'Ana López' }, ['event', 'june']);
  await insertPerson(archive, { id: 'rosa', name: 'Rosa Hidden', display: 'hidden' });
  for (const [id, uuid] of Object.entries(uuids)) {
    const isFake = id === 'fake';
    await insertRecording(archive, {
      id,
      slug: { en: id, es: id },
      title: { en: `Recording ${id}`, es: `Grabación ${id}` },
      more: {
        uuid,
        eventId: 'june',
        mediaState: isFake ? 'stand_in' : 'held',
        standInMadeOn: isFake ? '2026-11-24' : null
      },
      speakers: [
        { id: 'a', labels: { es: 'Ana López', en: 'Ana López' }, personId: 'ana' },
        { id: 'r', labels: { es: 'Rosa', en: 'Rosa' }, personId: 'rosa' }
      ],
      texts: [
        { id: 'es', language: 'es', reading: true, standIn: isFake, cues: timed(spanish) },
        { id: 'en', language: 'en', role: 'interpretation', reading: true, standIn: isFake, cues: timed(english) }
      ]
    });
  }
});
afterAll(() => archive.close());

let nextVersion = 900;
/** Captions corrected as an organizer does it: a new version, made public in place of the one before. */
async function correct(
  recordingId: string,
  trackId: string,
  number: number,
  said: CueInput[],
  at: number
): Promise<void> {
  const ctx = { ...archive.as(operator('test')), now: () => at };
  const id = nextVersion++;
  await inTransaction(ctx, async (tx) => {
    const row = {
      id,
      recordingId,
      trackId,
      number,
      format: 'vtt',
      madeBy: 'test',
      createdAt: at,
      cueCount: said.length
    };
    await tx.write.insert(trackVersions).values(row);
    await tx.write.insert(cues).values(said.map((cue, i) => ({ ...cue, id: id * 2 ** 20 + i })));
    await publishVersions(tx, recordingId, [id], []);
  });
}

async function shown(code: string | null, locale: 'en' | 'es' = 'en'): Promise<QuoteView> {
  const found = code === null ? null : await getQuote(archive.ctx, locale, code);
  if (found?.kind !== 'quote') throw new Error(`no quote: ${JSON.stringify(found)}`);
  return found.quote;
}

let code = '';
test('a selection becomes a short link that holds recording, version, words and time', async () => {
  code = (await quoteOfSelection(archive.ctx, wanted)) ?? '';
  expect(code).toMatch(/^3f9c2a1b07\.en\.1\.5-9\.5\.[0-9a-z]{5,7}$/);
});

test('the link shows the words, whose they are, the other language, and how to cite them', async () => {
  const quote = await shown(code);
  expect(v.parse(Quote, JSON.parse(JSON.stringify(quote)))).toEqual(JSON.parse(JSON.stringify(quote)));
  expect(quote).toMatchObject({
    landing: 'same',
    was: null,
    speaker: 'Ana López',
    words: { text: english[1], voice: 'interpretation', language: 'en', startMs: 5000, endMs: 9500, version: 1 },
    others: [{ language: 'es', voice: 'original', text: spanish[1] }],
    identifier: `urn:uuid:${uuids.june}#${code}`
  });
  expect(plain(quote.citations.apa)).toBe(
    `Ana López. (2020, June 10). Recording june [Webinar recording; interpretation into English; captions version 1, March 1, 2026]. Acervo. http://localhost:3000/q/${code}`
  );
});

test('citation files are offered in six formats and no other', async () => {
  for (const name of ['apa.txt', 'chicago.txt', 'mla.txt', 'bibtex.bib', 'ris.ris', 'csl.json']) {
    expect((await citationFile(archive.ctx, 'en', code, name))?.body, name).toContain('Recording june');
  }
  expect(await citationFile(archive.ctx, 'en', code, 'endnote.xml')).toBeNull();
});

test.each([
  ['a speaker whose name may not be shown', { text: english[3] ?? '', ms: 15_000 }, null],
  ['the same in Spanish', { language: 'es', text: 'nadie lo leyó', ms: 15_000 }, null],
  ['a speaker who may be named', { text: 'Thank you.', ms: 20_000 }, 'Ana López']
])('%s', async (_, more, speaker) => {
  const quote = await shown(await quoteOfSelection(archive.ctx, { ...wanted, ...more }));
  expect(quote.speaker).toBe(speaker);
  expect(JSON.stringify(quote)).not.toContain('Rosa');
});

test.each([
  ['words that nobody said', { text: 'Nobody said this' }],
  ['words in the other language', { language: 'es' }],
  ['a language without a transcript', { language: 'quc' }],
  ['more than a quote', { text: 'a '.repeat(401) }],
  ['a recording that is not there', { recording: '00000000-0000-4000-8000-000000000000' }]
])('%s: no link', async (_, more) => {
  expect(await quoteOfSelection(archive.ctx, { ...wanted, ...more })).toBeNull();
});

test('the clip for other sites holds the words of both languages, the range, and no markup of theirs', async () => {
  const quote = await shown(await quoteOfSelection(archive.ctx, wanted), 'es');
  const evil = '</blockquote><script>alert(1)</script>" onload="x';
  const media = { url: `https://a.example/m.mp4?"x`, isVideo: true, language: 'en' };
  const html = clipHtml({ ...quote, speaker: evil, media }, 'es');
  expect(html).toContain('data-clip="5,9.5"');
  expect(html).toContain('#t=5,9.5');
  expect(html).toContain(spanish[1]);
  expect(html).toContain('palabras de quien interpreta');
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toMatch(/<[^>]*onload/);
});

test('a link with a letter changed is none', async () => {
  expect(await getQuote(archive.ctx, 'en', code.replace('.5-9.', '.6-9.'))).toMatchObject({ kind: 'quote' }); // found by its checksum
  expect(await getQuote(archive.ctx, 'en', code.slice(0, -1) + (code.endsWith('0') ? '1' : '0'))).toBeNull();
  expect(await getQuote(archive.ctx, 'en', 'nonsense')).toBeNull();
});

test('after all times moved by two minutes it lands on the same words at their new time', async () => {
  await correct('june', 'en', 2, timed(english, 120_000), testNow + 86_400_000);
  expect(await shown(code)).toMatchObject({
    landing: 'moved',
    words: { text: english[1], startMs: 125_000, version: 2 }
  });
});

test('after the words were changed it says so, since when, and what was quoted', async () => {
  const reworded = english.with(1, 'No one should ever have to prove their fear.');
  await correct('june', 'en', 3, timed(reworded), Date.UTC(2026, 4, 2));
  await correct('june', 'en', 4, timed(reworded.with(4, 'Thank you all.')), Date.UTC(2026, 5, 9));
  expect(await shown(code)).toMatchObject({
    landing: 'changed',
    was: english[1],
    changedOn: '2026-05-02',
    words: { text: reworded[1], version: 4 }
  });
  expect(await shown(code, 'es')).toMatchObject({ recording: { title: 'Grabación june' } });
});

test('after the words were taken out it says so, and cites nothing', async () => {
  await correct('june', 'en', 5, timed(english.toSpliced(1, 1)), Date.UTC(2026, 6, 1));
  expect(await shown(code)).toMatchObject({ landing: 'changed', was: english[1], words: null, others: [] });
});

test('after the captions were withdrawn there is a tombstone without the words', async () => {
  const selected = { ...wanted, recording: uuids.gone };
  const link = (await quoteOfSelection(archive.ctx, selected)) ?? '';
  await inTransaction(archive.as(operator('test')), (tx) => withdrawVersions(tx, 'gone', ['es', 'en']));
  await archive.ctx.db.write((tx) =>
    tx
      .update(trackVersions)
      .set({ state: 'withdrawn' })
      .where(eq(trackVersions.recordingId, 'gone'))
      .then(() => undefined)
  );
  expect(await getQuote(archive.ctx, 'en', link)).toEqual({ kind: 'tombstone', why: 'text' });
  await archive.ctx.db.write((tx) =>
    tx
      .update(recordings)
      .set({ state: 'withdrawn' })
      .where(eq(recordings.id, 'gone'))
      .then(() => undefined)
  );
  expect(await getQuote(archive.ctx, 'en', link)).toEqual({ kind: 'tombstone', why: 'recording' });
  await archive.ctx.db.write((tx) =>
    tx
      .update(recordings)
      .set({ state: 'draft' })
      .where(eq(recordings.id, 'gone'))
      .then(() => undefined)
  );
  expect(await getQuote(archive.ctx, 'en', link)).toBeNull();
});

test('a stand-in’s quote says what it is, and is a tombstone once the recording itself has arrived', async () => {
  const link = (await quoteOfSelection(archive.ctx, { ...wanted, recording: uuids.fake })) ?? '';
  const quote = await shown(link);
  expect(quote.recording).toMatchObject({ isStandIn: true, standInMadeOn: '2026-11-24' });
  expect(plain(quote.citations.mla)).toContain('stand-in, not the webinar');
  expect(plain(quote.citations.mla)).toContain('24 November 2026');
  await archive.ctx.db.write((tx) =>
    tx
      .update(recordings)
      .set({ mediaState: 'held', standInMadeOn: null })
      .where(eq(recordings.id, 'fake'))
      .then(() => undefined)
  );
  await inTransaction(archive.as(operator('test')), (tx) => withdrawVersions(tx, 'fake', ['es', 'en']));
  expect(await getQuote(archive.ctx, 'en', link)).toEqual({ kind: 'tombstone', why: 'standIn' });
});
