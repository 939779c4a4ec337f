import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { nameRanges } from '#lib/domain/people/find-names.ts';
import { operator } from '#lib/domain/access/viewer.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import { makeBackup } from '#lib/server/backup/index.ts';
import { cues, events } from '#lib/server/db/schema/index.ts';
import { openApp } from '#lib/server/http/app.ts';
import { protectPerson } from '#lib/server/records/index.ts';
import { noChoices, openSearch, searchMoments } from '#lib/server/search/index.ts';
import { dumpOf, makeFolder, vtt } from './support/import.ts';
import { withFolder } from './support/kept-archive.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const name = 'Canaria Retirada';
const folder = makeFolder({
  'archive.yaml': `
people:
  - { id: canary, kind: campaign, name: ${name}, display: full_name, consent: not_needed }
events:
  - id: talk
    slug: { en: talk-with-canaria-retirada, es: charla-con-canaria-retirada }
    kind: webinar
    status: held
    title: { en: A talk with ${name}, es: Una charla con ${name} }
    date: { value: 2020-06-10, precision: day }
    attendance: online
    people: [{ role: speaker, id: canary }]
`,
  'recordings/rec/recording.yaml': `
id: rec
title: { en: Recording, es: Grabación }
media_state: none
text_tracks:
  - { id: es, kind: captions, role: original, language: es, held: true, file: es.vtt }
`,
  'recordings/rec/es.vtt': vtt(`Buenas tardes, ${name}.`, 'Somos muchas.')
});
const dataDir = join(folder.path, 'data');
const backups = join(folder.path, 'backups');

function acervo(...args: string[]): void {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: undefined };
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { encoding: 'utf8', env });
  expect(done.status, done.stderr).toBe(0);
}

/** How many moments a search for the name finds. */
async function found(ctx: Ctx): Promise<number> {
  const search = openSearch(ctx);
  try {
    const how = { page: 1, perPage: 10, heads: false, facets: false, expandWithout: null };
    const question = { q: 'canaria', choices: noChoices(), order: 'best' as const };
    return (await searchMoments(ctx, search, { ...question, ...how })).total;
  } finally {
    await search.close();
  }
}

/** The person's own row, what the promise says, and what organizers alone see may name them. */
const mayName = ['people', 'protections', 'importMarks', 'audit', 'archiveState'];
const named = (text: unknown): boolean => nameRanges(String(text).replaceAll('-', ' '), [name]).length > 0;
const places = async (ctx: Ctx): Promise<string[]> =>
  Object.entries(await dumpOf(ctx.read, mayName)).flatMap(([table, rows]) => (rows.some(named) ? [table] : []));

/** As a database from before the promise has it. */
const forget = (ctx: Ctx): Promise<void> =>
  ctx.db.write(async (tx) => {
    await tx.update(events).set({ summary: { en: `With ${name}.` } });
    await tx
      .update(cues)
      .set({ text: `Gracias, ${name}.` })
      .where(eq(cues.startMs, 0));
  });

beforeAll(async () => {
  acervo('import', folder.path, '--publish');
  await withFolder(dataDir, async (ctx) => {
    expect(await found(ctx)).toBe(1);
    await makeBackup(ctx, { into: backups });
    expect(await places(ctx)).toEqual(expect.arrayContaining(['events', 'cues', 'slugs']));
    await protectPerson(asViewer(ctx, operator('test')), 'canary', {
      ...{ display: 'hidden', pseudonym: { en: '', es: '' }, noPortrait: true, withdrawn: true, passages: [] },
      ...{ names: [name], replacement: { en: 'a participant', es: 'una participante' } }
    });
  });
});
afterAll(() => rmSync(folder.path, { recursive: true, force: true }));

async function expectNowhere(): Promise<void> {
  expect(await withFolder(dataDir, places)).toEqual([]);
  expect(await withFolder(dataDir, found)).toBe(0);
}

test('somebody who withdrew is named nowhere after the same folder is imported again', async () => {
  acervo('import', folder.path, '--publish', '--theirs');
  await expectNowhere();
});

test('nor after the index is made anew', async () => {
  await withFolder(dataDir, forget);
  acervo('search', 'rebuild');
  await expectNowhere();
});

test('nor after a backup from before is restored', async () => {
  acervo('restore', backups, '--replace');
  await expectNowhere();
});

test('nor when a server opens', async () => {
  await withFolder(dataDir, forget);
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('DATABASE_URL', undefined);
  const app = await openApp();
  try {
    expect(await places(app.contextFor(operator('test')))).toEqual([]);
  } finally {
    await app.close();
    vi.unstubAllEnvs();
  }
});
