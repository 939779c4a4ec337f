import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig, type Config } from '#lib/server/config.ts';
import { examine } from '#lib/server/doctor/index.ts';

const dir = mkdtempSync(join(tmpdir(), 'acervo-doctor-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const here = readConfig({ DATA_DIR: dir });
const config: Config = process.env.DATABASE_URL ? { ...here, databaseUrl: process.env.DATABASE_URL } : here;

const stateOf = async (name: string, changed: Partial<Config> = {}) =>
  (await examine({ ...config, ...changed })).find((finding) => finding.name === name);

test('twenty things and more are looked at, each once, and none of a new archive is wrong but the build', async () => {
  const findings = await examine(config);
  expect(findings.length).toBeGreaterThanOrEqual(20);
  expect(findings.filter(({ state, name }) => state === 'wrong' && name !== 'build')).toEqual([]);
  for (const { state, text } of findings) {
    if (state !== 'right')
      expect(text, 'what to do is said').toMatch(
        /\b(Run|Set|Make|Give|Free|Update|Remove|use|run)\b|acervo |This system/
      );
  }
});

test.each<[string, string, Partial<Config>, RegExp]>([
  ['address', 'http for others', { publicUrl: new URL('http://archive.example') }, /not encrypted/],
  ['proxy', 'a proxy that is not trusted', { publicUrl: new URL('https://archive.example') }, /TRUSTED_PROXIES/],
  ['data folder', 'no folder', { dataDir: '/proc/nowhere' }, /Cannot write/]
])('%s: %s', async (name, _, changed, words) => {
  const finding = await stateOf(name, changed);
  expect(finding?.state).not.toBe('right');
  expect(finding?.text).toMatch(words);
});

test('a key that others can read is wrong, and the cure is said', async () => {
  const file = join(dir, 'secret.key');
  writeFileSync(file, 'x');
  chmodSync(file, 0o644);
  expect(await stateOf('secret key')).toMatchObject({
    state: 'wrong',
    text: expect.stringContaining('chmod 600') as string
  });
});

test('a ledger of promises that cannot be read is wrong: somebody could be shown who was promised not to be', async () => {
  writeFileSync(join(dir, 'protections.jsonl'), 'broken\n');
  expect(await stateOf('promises')).toMatchObject({
    state: 'wrong',
    text: expect.stringContaining('Line 1') as string
  });
});
