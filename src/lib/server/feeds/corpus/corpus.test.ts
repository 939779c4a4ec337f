import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { corpusOutline, corpusZip, type CorpusFilter } from '#lib/server/feeds/index.ts';
import { canaries } from '../../../../../tests/support/canaries.ts';
import {
  insertEvent,
  insertPerson,
  insertRecording,
  openTestArchive,
  type TestArchive
} from '../../../../../tests/support/factories.ts';
import { unzip } from '../../../../../tests/support/unzip.ts';

let archive: TestArchive;
const everything: CorpusFilter = { language: null, series: null, event: null, year: null, standIns: false };
const licence = (term: string) => ({ holder: { en: '=HOLDER()', es: '' }, term, note: null });
const said = Object.values(canaries);

beforeAll(async () => {
  archive = await openTestArchive();
  await insertEvent(archive, { id: 'june', title: { en: canaries.formula ?? '', es: canaries.lines ?? '' } });
  await insertPerson(archive, { id: 'rosa', name: 'Rosa Hidden', display: 'hidden' });
  const cues = said.map((text, i) => ({
    startMs: i * 1000,
    endMs: i * 1000 + 900,
    text: text.replaceAll('<', '&lt;'),
    speakerId: i % 2 ? 'rosa' : 'ana'
  }));
  const add = (
    id: string,
    more: object,
    texts: { id: string; language: string; standIn?: boolean; rights?: ReturnType<typeof licence> }[]
  ) =>
    insertRecording(archive, {
      id,
      slug: { en: id, es: id },
      title: { en: `Title ${canaries.script ?? ''}`, es: canaries.formula ?? '' },
      more: { recordedOn: '2020-06-10', mediaState: 'held', ...more },
      speakers: [
        { id: 'ana', labels: { en: 'Ana', es: 'Ana' } },
        { id: 'rosa', labels: { en: 'Rosa Hidden' }, personId: 'rosa' }
      ],
      texts: texts.map((text) => ({ ...text, cues }))
    });
  await add('open', { rights: licence('CC-BY-4.0'), eventId: 'june' }, [
    { id: 'cap-es', language: 'es-GT' },
    { id: 'cap-en', language: 'en' },
    { id: 'closed', language: 'en', rights: licence('not_cleared') }
  ]);
  await add('kept', { rights: licence('not_cleared') }, [{ id: 'cap', language: 'es' }]);
  await add('draft', { rights: licence('CC0-1.0'), state: 'draft' }, [{ id: 'cap', language: 'es' }]);
  await add('fake', { mediaState: 'stand_in' }, [{ id: 'cap', language: 'es', standIn: true }]);
});
afterAll(() => archive.close());

async function corpus(filter: Partial<CorpusFilter> = {}) {
  const body = await corpusZip(archive.ctx, 'en', { ...everything, ...filter });
  return body && unzip(Buffer.from(await new Response(body).arrayBuffer()));
}

test('it holds what is public and cleared: texts in three forms, lists, licence and dictionary', async () => {
  const files = await corpus();
  expect([...(files?.keys() ?? [])]).toEqual([
    'README.md',
    'DATA-DICTIONARY.md',
    ...['cap-es', 'cap-en'].flatMap((track) =>
      ['vtt', 'txt', 'jsonl'].map((format) => `texts/open/${track}.${format}`)
    ),
    'recordings.csv',
    'texts.csv'
  ]);
  const texts = parseCsv(files?.get('texts.csv')?.toString() ?? '', { bom: true });
  expect(texts.map((row) => row.slice(1, 11))).toEqual([
    ['track', 'language', 'kind', 'role', 'version', 'published', 'cues', 'stand_in', 'licence', 'rights_holder'],
    [
      'cap-es',
      'es-GT',
      'captions',
      'original',
      '1',
      '2026-03-01',
      String(said.length),
      'false',
      'CC-BY-4.0',
      "'=HOLDER()"
    ],
    ['cap-en', 'en', 'captions', 'original', '1', '2026-03-01', String(said.length), 'false', 'CC-BY-4.0', "'=HOLDER()"]
  ]);
});

test('every word comes back from every form, and no name that may not be shown', async () => {
  const files = await corpus({ language: 'es' });
  const lines = (files?.get('texts/open/cap-es.jsonl')?.toString() ?? '').trimEnd().split('\n');
  const cues = lines.map(
    (line) => JSON.parse(line) as { n: number; text: string; speaker: string | null; voice: string }
  );
  expect(cues.map(({ n }) => n)).toEqual(said.map((_, i) => i + 1));
  const vtt = parseCaptions(files?.get('texts/open/cap-es.vtt') ?? Buffer.of(), { format: 'vtt' });
  expect(vtt.cues).toHaveLength(said.length);
  expect(cues[0]).toMatchObject({ speaker: 'Ana', voice: 'original' });
  for (const [i, { text, speaker }] of cues.entries()) {
    if (!said[i]?.includes('&') && !said[i]?.includes('\r')) expect(text).toBe(said[i]);
    expect(speaker).toBe(i % 2 ? null : 'Ana');
  }
  for (const [name, body] of files ?? []) expect(body.toString(), name).not.toContain('Rosa');
});

test.each([
  ['a language', { language: 'en' }, 1],
  ['an event', { event: 'uuid-june' }, 2],
  ['another event', { event: 'uuid-other' }, 0],
  ['a year', { year: '2020' }, 2],
  ['another year', { year: '2019' }, 0],
  ['stand-ins too', { standIns: true }, 3],
  ['a series', { series: 'x' }, 0]
])('narrowed to %s', async (_, filter, texts) => {
  expect((await corpusOutline(archive.ctx, { ...everything, ...filter })).texts).toBe(texts);
  if (texts === 0) expect(await corpus(filter)).toBeNull();
});

test('a title that a spreadsheet would take for a formula stays words', async () => {
  const rows = parseCsv((await corpus())?.get('recordings.csv')?.toString() ?? '', { bom: true });
  expect(rows[1]?.[3]).toBe(`'${canaries.formula ?? ''}`);
  expect(rows).toHaveLength(2);
});
