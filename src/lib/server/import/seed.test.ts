import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { parse } from 'yaml';
import * as schema from '#lib/server/db/schema/index.ts';
import { importFolders } from '#lib/server/import/index.ts';
import { root } from '#lib/server/root.ts';
import { openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';
import { dumpOf } from '../../../../tests/support/import.ts';
import { sharedFolder } from '../../../../tests/support/shared.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const seed = new URL('seed/', root).pathname;
const captions = new URL('captions/', root).pathname;

interface Leaf {
  path: string;
  value: string;
}
/** Every text and number inside a value. True, false and null say nothing that could be found again by itself. */
function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ path, value: String(value) }];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => leavesOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, path ? `${path}.${key}` : key));
}

function yamlBelow(folder: string): unknown[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'standin' ? [] : yamlBelow(path);
    return entry.name.endsWith('.yaml') ? [parse(readFileSync(path, 'utf8')) as unknown] : [];
  });
}

let archive: TestArchive;
let stored: Set<string>;
let keys: Set<string>;
beforeAll(async () => {
  archive = await openTestArchive();
  const report = await importFolders(archive.ctx, { folders: [seed, captions], publish: true });
  expect(report.problems).toEqual([]);
  const rows = Object.values(await dumpOf(archive.ctx.read, ['importMarks', 'cues', 'moments'])).flat();
  const dump = rows.map((row): unknown => JSON.parse(String(row)));
  stored = new Set(leavesOf(dump).map(({ value }) => value));
  keys = new Set(
    JSON.stringify(dump)
      .match(/"[^"]+"(?=:)/g)
      ?.map((key) => key.slice(1, -1))
  );
});
afterAll(() => archive.close());

/** What of the starting content is not kept as it stands, and why. */
const notKept: [RegExp, string][] = [
  [/^meta\.schema$/, 'the name of the former format'],
  [
    /^meta\.(languages|locales|text_format)/,
    'settled by the program: English and Spanish, en-US and es-419, CommonMark'
  ],
  [/\.stand_in\.script$/, 'where the stand-in is made from: in captions/<recording>/provenance.json'],
  [/^events\[\]\.panel\.known$/, 'counted from the people of the event'],
  [/^series\[\]\.stops/, 'said by the events: their series and their order in it'],
  [/^glossary:meta\.languages/, 'settled by the program']
];
/** Codes that the format spells in American English or with another name. */
const renamed = new Map([
  ['speaker_organisation', 'speaker_organization'],
  ['campaign.organisations', 'campaign.organizations'],
  ['written-for-archive', 'written_for_archive']
]);
/** Sentences that were not true of this site, and say now what is. */
const rewritten = new Set(
  v.parse(v.array(v.string()), JSON.parse(readFileSync(new URL('tests/fixtures/seed-rewritten.json', root), 'utf8')))
);

const shared = sharedFolder('seed');
describe.skipIf(!shared)('the starting content', () => {
  const load = (name: string): unknown => parse(readFileSync(join(shared ?? '', name), 'utf8'));
  const all = () => [
    ...leavesOf(load('archive.yaml')),
    ...leavesOf(load('glossary.yaml')).map(({ path, value }) => ({ path: `glossary:${path}`, value }))
  ];
  const wanted = () =>
    all()
      .filter(({ path, value }) => !notKept.some(([pattern]) => pattern.test(path)) && !rewritten.has(value))
      .map(({ path, value }) => ({ path, value: renamed.get(value) ?? value }));

  test('is in the database, every text, name, date, figure and code of it', () => {
    const lost = wanted().filter(({ value }) => !stored.has(value));
    expect(lost).toEqual([]);
  });

  test('and so are the codes that it words', () => {
    const vocabulary = leavesOf(load('archive.yaml')).filter(({ path }) => path.startsWith('vocabulary.'));
    for (const { path } of vocabulary) {
      const code = path.split('.')[2] ?? '';
      expect(keys.has(renamed.get(code) ?? code), path).toBe(true);
    }
  });

  test('is what seed/ says', () => {
    const said = new Set(yamlBelow(seed).flatMap((file) => leavesOf(file).map(({ value }) => value)));
    expect(wanted().filter(({ value }) => !said.has(value))).toEqual([]);
  });

  test('has every exception for a reason that still holds', () => {
    for (const [pattern] of notKept)
      expect(
        all().some(({ path }) => pattern.test(path)),
        String(pattern)
      ).toBe(true);
    for (const text of rewritten)
      expect(
        all().some(({ value }) => value === text),
        text
      ).toBe(true);
  });
});

describe('the first archive', () => {
  const read = () => archive.ctx.read;

  test('has 18 sponsors of April in order, and none of June', async () => {
    const links = await read().select().from(schema.organizationLinks);
    const sponsors = (id: string) =>
      links
        .filter(({ objectId, role }) => objectId === id && role === 'cosponsor')
        .sort((a, b) => a.position - b.position)
        .map(({ organizationId }) => organizationId);
    expect(sponsors('webinar-2020-04-16')).toHaveLength(18);
    expect(sponsors('webinar-2020-04-16').slice(0, 3)).toEqual(['nisgua', 'cgrs', 'pop-noj']);
    expect(sponsors('no-acas')).toEqual(sponsors('webinar-2020-04-16'));
    expect(sponsors('webinar-2020-06-10')).toEqual([]);
  });

  test('expands neither WFP nor IML', async () => {
    const rows = await read().select().from(schema.organizations);
    expect(
      rows
        .filter(({ name }) => name === null)
        .map(({ shortName }) => shortName)
        .sort()
    ).toEqual(['IML', 'WFP']);
  });

  test('names nobody of the campaign in a title, an address or a text, and makes only the speaker public', async () => {
    const people = (await read().select().from(schema.people)).filter(({ kind }) => kind === 'campaign');
    expect(people.filter(({ state }) => state === 'public').map(({ id, noindex }) => [id, noindex])).toEqual([
      ['silvia-raquec', true]
    ]);
    const dump = await dumpOf(read(), ['people', 'importMarks', 'personLinks', 'withheldStatements', 'sourceLinks']);
    delete dump.slugs;
    const slugs = (await read().select().from(schema.slugs)).map(({ slug }) => slug);
    for (const { name } of people) {
      for (const part of name.split(/[ -]/)) {
        expect(JSON.stringify(dump).includes(part), part).toBe(false);
        expect(slugs.filter((slug) => slug.includes(part.toLowerCase()))).toEqual([]);
      }
    }
  });

  test('is kept from search engines where it is a stand-in', async () => {
    const rows = await read().select().from(schema.recordings);
    expect(rows.map(({ mediaState, noindex, state }) => [mediaState, noindex, state])).toEqual([
      ['stand_in', true, 'public'],
      ['stand_in', true, 'public']
    ]);
  });

  test('reads both languages of both recordings, by the original and its translation', async () => {
    const rows = await read().select().from(schema.readingTracks);
    expect(rows.map(({ language, trackId }) => `${language} ${trackId}`).sort()).toEqual([
      'en standin-captions-en',
      'en standin-subtitles-en',
      'es standin-captions-es',
      'es standin-subtitles-es'
    ]);
    const moments = await read().select().from(schema.moments);
    expect(moments.length).toBeGreaterThan(60);
    expect(moments.every(({ spans }) => spans.en && spans.es)).toBe(true);
  });

  test('has chapters in both languages and every file of its media', async () => {
    const chapters = await read().select().from(schema.chapters);
    expect(chapters.length).toBe(12);
    expect(chapters.every(({ title }) => title.en && title.es)).toBe(true);
    expect(await read().select().from(schema.renditions)).toHaveLength(18);
  });
});
