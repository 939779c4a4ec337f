import Cite from 'citation-js';
import { describe, expect, test } from 'vitest';
import { apaInText, cite, html, markdown, type Citable } from '#lib/domain/citations/index.ts';
import { XMLValidator } from 'fast-xml-parser';
import { canaries } from '../../../../tests/support/canaries.ts';
import { day } from '../../../../tests/support/factories.ts';

const quote: Citable = {
  identifier: 'urn:uuid:3f9c2a1b-0711-4c8e-9a53-3f1f0a9f7a01',
  url: 'https://archive.example/q/3f9c2a1b07.cap-en.2.340-9.l7.k3f9a1',
  locale: 'en',
  speaker: 'Ana López Xol',
  title: 'Recording of the June webinar',
  event: 'Asylum, Deportations, and COVID-19',
  eventKind: 'webinar',
  archive: 'The archive',
  date: day('2020-06-10'),
  standInMadeOn: null,
  words: {
    text: 'Nobody should have to prove that they are afraid.',
    startMs: 763_000,
    endMs: 768_500,
    language: 'en',
    voice: 'interpretation',
    version: 2,
    versionDate: Date.UTC(2026, 10, 24)
  }
};
const work = (more: Partial<Citable>): Citable => ({ ...quote, ...more });
const spanish = work({ locale: 'es', url: 'https://archive.example/q/x' });
const nameless = work({ speaker: null, words: null, url: 'https://archive.example/en/recordings/x' });
const standIn = work({ standInMadeOn: '2026-11-24', speaker: 'Narrator 1', url: 'https://a.example/q/x' });
const season = { ...day('2020-21'), precision: 'season' as const };

test.each([
  [
    'apa',
    quote,
    'Ana López Xol. (2020, June 10). Recording of the June webinar [Webinar recording; interpretation into English; captions version 2, November 24, 2026]. The archive. https://archive.example/q/3f9c2a1b07.cap-en.2.340-9.l7.k3f9a1'
  ],
  [
    'chicago',
    quote,
    'Ana López Xol, “Recording of the June webinar,” Asylum, Deportations, and COVID-19, June 10, 2020, The archive, webinar recording; interpretation into English; captions version 2, November 24, 2026, 12:43–12:48, https://archive.example/q/3f9c2a1b07.cap-en.2.340-9.l7.k3f9a1.'
  ],
  [
    'mla',
    quote,
    'Ana López Xol. “Recording of the June webinar.” The archive, 10 June 2020, 12:43–12:48, https://archive.example/q/3f9c2a1b07.cap-en.2.340-9.l7.k3f9a1. Webinar recording; interpretation into English; captions version 2, November 24, 2026.'
  ],
  [
    'apa',
    spanish,
    'Ana López Xol. (2020, 10 de junio). Recording of the June webinar [Grabación de seminario web; interpretación al inglés; subtítulos, versión 2, 24 de noviembre de 2026]. The archive. https://archive.example/q/x'
  ],
  [
    'mla',
    spanish,
    'Ana López Xol. «Recording of the June webinar». The archive, 10 de junio de 2020, 12:43–12:48, https://archive.example/q/x. Grabación de seminario web; interpretación al inglés; subtítulos, versión 2, 24 de noviembre de 2026.'
  ],
  [
    'apa',
    nameless,
    'Recording of the June webinar [Webinar recording]. (2020, June 10). The archive. https://archive.example/en/recordings/x'
  ],
  [
    'apa',
    work({ ...nameless, date: season }),
    'Recording of the June webinar [Webinar recording]. (Spring 2020). The archive. https://archive.example/en/recordings/x'
  ],
  [
    'apa',
    work({ ...nameless, date: { ...day('2019-08-09'), year: 'inferred' } }),
    'Recording of the June webinar [Webinar recording]. (August 9, 2019, year inferred). The archive. https://archive.example/en/recordings/x'
  ],
  [
    'apa',
    work({ ...nameless, date: null }),
    'Recording of the June webinar [Webinar recording]. (n.d.). The archive. https://archive.example/en/recordings/x'
  ],
  [
    'apa',
    standIn,
    'Narrator 1. (2026, November 24). Recording of the June webinar [Webinar recording; stand-in, not the webinar; interpretation into English; captions version 2, November 24, 2026]. The archive. https://a.example/q/x'
  ]
] as const)('%s: %#', (style, cited, expected) => {
  expect(cite([cited], style)).toBe(`${expected}\n`);
});

test.each([
  ['original', 'in English, the original'],
  ['interpretation', 'interpretation into English'],
  ['translation', 'translation into English'],
  ['unknown', 'in English;']
] as const)('words whose voice is %s are cited as "%s"', (voice, expected) => {
  const cited = quote.words && work({ words: { ...quote.words, voice } });
  expect(cite(cited ? [cited] : [], 'apa')).toContain(expected);
});

test.each(['apa', 'chicago', 'mla', 'bibtex', 'ris', 'csl'] as const)(
  '%s of a stand-in says so and has its own date, not the event’s',
  (style) => {
    const text = cite([standIn], style);
    expect(text).toContain('stand-in, not the webinar');
    expect(text).toMatch(/2026/);
    expect(text).not.toMatch(/June 10|10 June|2020/);
  }
);

test('in the text: name, year, time', () => {
  expect(apaInText(quote)).toBe('(Ana López Xol, 2020, 12:43)');
  expect(apaInText(nameless)).toBe('(“Recording of the June webinar”, 2020)');
});

const readBack = (text: string) => new Cite(text).data;

test.each(['bibtex', 'ris', 'csl'] as const)('a second reader finds all of it in %s', (style) => {
  const [item, ...more] = readBack(cite([quote], style));
  expect(more).toEqual([]);
  expect(item?.title).toBe('Recording of the June webinar');
  expect(item?.URL).toBe(quote.url);
  const [author] = item?.author ?? [];
  expect(author?.literal ?? [author?.given, author?.family].filter(Boolean).join(' ')).toBe('Ana López Xol');
  expect(item?.issued?.['date-parts'][0]?.map(Number)).toEqual([2020, 6, 10]);
  expect(item?.note).toContain('interpretation into English');
  expect(item?.note).toContain(quote.identifier);
});

test('several works stay several', () => {
  for (const style of ['bibtex', 'ris', 'csl'] as const)
    expect(readBack(cite([quote, nameless], style))).toHaveLength(2);
});

// references keep words, not the shape of their lines
const words = (text: string) => text.replace(/\s+/gu, ' ').trim();

describe.each(Object.entries(canaries))('%s comes back as words', (_, canary) => {
  const cited = work({ title: canary, speaker: canary, event: canary });
  test('from CSL-JSON', () => {
    expect(readBack(cite([cited], 'csl'))[0]?.title).toBe(canary);
  });
  test('from RIS', () => {
    const items = readBack(cite([cited], 'ris'));
    expect(items).toHaveLength(1);
    expect(items[0]?.title).toBe(words(canary));
  });
  test('from BibTeX', () => {
    const items = readBack(cite([cited], 'bibtex'));
    expect(items).toHaveLength(1);
    // the reader gives CSL's rich text back as HTML, and typographic marks for straight ones
    const typed = (text: string) =>
      text
        .replaceAll(/["“”]|&quot;/g, '"')
        .replaceAll(/['‘’]/g, "'")
        .replaceAll('--', '–');
    expect(typed(items[0]?.title ?? '')).toBe(typed(words(canary)));
  });
  test('from HTML, and Markdown holds no markup of its own', () => {
    const page = html([cited], 'apa', canary).replace('<!doctype html>\n', '').replace('<meta charset="utf-8">', '');
    expect(XMLValidator.validate(page)).toBe(true);
    expect(markdown([cited], 'mla')).not.toMatch(/(?<!\\)<(?!https:)/);
  });
});
