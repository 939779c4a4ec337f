import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'acervo-captions-'));
const file = (name: string) => join(dir, name);
const stamp = (ms: number) => new Date(ms).toISOString().slice(11, 23);
const manyCues = 20_000;

beforeAll(() => {
  const cues = Array.from({ length: manyCues }, (_, i) => `${stamp(i * 1000)} --> ${stamp(i * 1000 + 900)}\nsí ${i}\n`);
  writeFileSync(file('long.vtt'), `WEBVTT\n\n${cues.join('\n')}`);
  writeFileSync(file('one.srt'), '1\n00:00:02,000 --> 00:00:01,000\n<i>Hola</i> &amp; adiós\n');
  writeFileSync(file('acta.srt'), 'Acta de la reunión\n');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function acervo(...args: string[]) {
  const command = ['--import', 'tsx', 'src/cli/main.ts', 'captions', 'parse', ...args];
  return spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 28 });
}
const objects = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

test('one JSON object a line, one line a file, in order; a pipe gets all of a long one', () => {
  const { stdout, status } = acervo('--json', file('long.vtt'), file('one.srt'));
  const [long, one] = objects(stdout);
  expect(status).toBe(0);
  expect(long).toMatchObject({ file: file('long.vtt'), format: 'vtt', ok: true, problems: [] });
  expect(long).toHaveProperty('cues.length', manyCues);
  expect(long).toHaveProperty(['cues', manyCues - 1, 'text'], `sí ${manyCues - 1}`);
  expect(one).toMatchObject({
    format: 'srt',
    cues: [
      { id: '1', startMs: 2000, endMs: 1000, text: '<i>Hola</i> &amp; adiós', plain: 'Hola & adiós', speakers: [] }
    ],
    problems: [{ code: 'reversed', line: 2 }]
  });
});

test('a file that is no caption file, or not there, ends with 1 and does not stop the others', () => {
  const { stdout, stderr, status } = acervo('--json', file('acta.srt'), file('missing.vtt'), file('one.srt'));
  expect(objects(stdout)).toMatchObject([{ ok: false, cues: [] }, { ok: true }]);
  expect(stderr).toContain('missing.vtt');
  expect(status).toBe(1);
});

test('without --json every problem is a sentence with its line', () => {
  const { stdout } = acervo(file('one.srt'));
  expect(stdout).toContain('srt, 1 cue\n');
  expect(stdout).toContain('  2: The cue ends (00:00:01.000) before it begins (00:00:02.000).');
});
