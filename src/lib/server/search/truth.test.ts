import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous, operator } from '#lib/domain/access/viewer.ts';
import { readConfig } from '#lib/server/config.ts';
import { asViewer, createContext, type Ctx } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { importFolders } from '#lib/server/import/index.ts';
import { createLog } from '#lib/server/log.ts';
import { root } from '#lib/server/root.ts';
import { apiAnswer, leaveIndex, noChoices, openSearch, refreshIndex, searchMoments } from '#lib/server/search/index.ts';
import { freshDatabaseUrl } from '../../../../tests/support/database.ts';
import { judge, type JudgedMoment, type TruthRow } from '../../../../tests/support/truth.ts';

const folder = mkdtempSync(join(tmpdir(), 'acervo-truth-'));
const corpus = join(folder, 'corpus');
let ctx: Ctx;
let search: ReturnType<typeof openSearch>;
let rows: TruthRow[];

beforeAll(async () => {
  const generator = fileURLToPath(new URL('bench/corpus/make-corpus.mjs', root));
  const made = spawnSync(process.execPath, [generator, '--cues', '10000', '--out', corpus, '--quiet', '1']);
  expect(made.status, String(made.stderr)).toBe(0);
  rows = JSON.parse(readFileSync(join(corpus, 'truth.json'), 'utf8')) as TruthRow[];
  const databaseUrl = await freshDatabaseUrl(folder);
  const config = { ...readConfig({}), dataDir: folder, databaseUrl };
  const db = await openDatabase(databaseUrl);
  await db.migrate();
  ctx = createContext({ db, viewer: operator('test'), config, log: createLog('error') });
  const { problems } = await importFolders(ctx, { folders: [corpus], publish: true, hooks: [leaveIndex] });
  expect(problems).toEqual([]);
  await refreshIndex(ctx);
  search = openSearch(ctx);
}, 120_000);

afterAll(async () => {
  await search.close();
  await ctx.db.close();
});

async function all(q: string, lang: TruthRow['lang']): Promise<JudgedMoment[]> {
  const found: JudgedMoment[] = [];
  for (let page = 1; ; page++) {
    const choices = { ...noChoices(), languages: lang === 'all' ? [] : [lang] };
    const question = {
      q,
      choices,
      order: 'best' as const,
      page,
      perPage: 200,
      heads: false,
      facets: false,
      expandWithout: null
    };
    const result = await searchMoments(asViewer(ctx, anonymous), search, question);
    found.push(...apiAnswer(result, { page, perPage: 200, origin: '' }).moments);
    if (found.length >= result.total) return found;
  }
}

test('everything that was planted in 10,000 cues is found, with its other language, and nothing else', async () => {
  const { faults, ...sum } = await judge(rows, all);
  expect(faults).toEqual([]);
  expect(sum.found).toBe(sum.wanted);
  expect(sum.right).toBe(sum.returned);
  expect(sum.wanted).toBeGreaterThan(200);
  expect([sum.forbidden, sum.wrongOriginal, sum.repeated]).toEqual([0, 0, 0]);
  expect(sum.partnersFound).toBe(sum.partners);
}, 60_000);

test('hostile queries are answered or refused, and leave the search working', async () => {
  for (const { query } of rows.filter(({ kind }) => kind === 'hostile')) {
    const question = {
      q: query,
      choices: noChoices(),
      order: 'best' as const,
      page: 1,
      perPage: 50,
      heads: true,
      facets: false,
      expandWithout: null
    };
    await searchMoments(ctx, search, question).catch((error: unknown) => {
      expect(error).toMatchObject({ name: 'DomainError' });
    });
  }
  expect((await all('zopilote', 'es')).length).toBe(4);
}, 60_000);
