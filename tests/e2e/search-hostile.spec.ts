import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/page.ts';
import type { TruthRow } from '../support/truth.ts';

/** The planted hostile queries of the generated corpus: a small one has them all. */
function plantedQueries(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'acervo-hostile-'));
  const made = spawnSync(process.execPath, [
    ...['bench/corpus/make-corpus.mjs', '--recordings', '1', '--minutes', '5', '--out', folder, '--quiet', '1']
  ]);
  expect(made.status, String(made.stderr)).toBe(0);
  const rows = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as TruthRow[];
  return rows.filter(({ kind }) => kind === 'hostile').map(({ query }) => query);
}

const ofOurs = [
  '('.repeat(10_000),
  `"${'de la '.repeat(30)}"`,
  'con* pro* des* est* per* com* tra* int* res* ent* cor* mar*',
  "a'b'c'd'e'f'g'h'i'j'k'l'm'n'o'p",
  "' OR 1=1; DROP TABLE cues; --",
  'NEAR(de la, 5) AND text:x ^de + { } [ ] \\',
  '.*.*.*(a+)+$',
  '\u0000de\u0000la',
  '\ud800 de \udc00',
  'speaker:"" series:"" year:99999 voice:nobody lang:xx-yy-zz-'
];
/** As they go over the wire: what is no UTF-8, or no escape at all. */
const raw = ['%ff%fe', '%C3%28', '%E2%82', '%', '%zz', '%00%00', `${'%22'.repeat(4000)}`];

/** Status of an answer to a path that fetch() would not send as it is. */
const statusOf = (origin: string, path: string, body?: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(origin);
    const method = body === undefined ? 'GET' : 'POST';
    let answered = false;
    const asked = request({ hostname, port, path, method, headers: { host }, agent: false }, (answer) => {
      answered = true;
      answer.resume();
      answer.on('close', () => resolve(answer.statusCode ?? 0));
    });
    // a server that has answered need not read what comes after
    asked.on('error', (error) => (answered ? undefined : reject(error)));
    asked.end(body);
  });

test('no string that is searched for, and no body, makes the server fail @once', async ({ baseURL, lang }) => {
  const origin = baseURL ?? '';
  const typed = [...plantedQueries(), ...ofOurs].map((query) => encodeURIComponent(query.toWellFormed()));
  expect(typed.length).toBeGreaterThan(30);
  const failed: string[] = [];
  for (const q of [...typed, ...raw]) {
    for (const path of [`/api/v1/search?q=${q}`, `/${lang === 'es' ? 'es/buscar' : 'en/search'}?q=${q}`]) {
      const status = await statusOf(origin, path);
      if (status < 200 || status >= 500) failed.push(`${String(status)} ${path.slice(0, 90)}`);
    }
  }
  const posted = await statusOf(origin, '/api/v1/search', 'q='.padEnd(2 ** 20, 'a'));
  expect(posted).toBeGreaterThanOrEqual(400);
  expect(posted).toBeLessThan(500);
  expect(failed).toEqual([]);
});
