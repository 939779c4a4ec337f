import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { printSums, readPlaywright, readVitest } from '../scripts/results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'acervo-results-'));
function reportOf(content: object): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}
const one = (status: string) => ({ status });

test('unit tests: a file that could not be loaded is a failure, and skipped ones are named', () => {
  const file = reportOf({
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [
      {
        name: `${process.cwd()}/a.test.ts`,
        status: 'failed',
        assertionResults: [one('passed'), { ...one('failed'), fullName: 'says no' }]
      },
      { name: `${process.cwd()}/b.test.ts`, status: 'passed', assertionResults: [one('passed'), one('skipped')] },
      { name: `${process.cwd()}/broken.test.ts`, status: 'failed', assertionResults: [] }
    ]
  });
  expect(readVitest('unit', file)).toEqual({
    name: 'unit',
    passed: 2,
    failed: 2,
    skipped: ['b.test.ts: 1 of 2 tests'],
    failures: ['a.test.ts: says no', 'broken.test.ts: cannot be loaded']
  });
});

test('browser tests: what failed before any test counts too', () => {
  const spec = { title: 'opens', file: 'a.spec.ts', ok: false, tests: [{ projectName: 'en' }] };
  const file = reportOf({
    stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 1 },
    errors: [{}],
    suites: [{ specs: [], suites: [{ specs: [spec, { ...spec, ok: true }] }] }]
  });
  expect(readPlaywright('end-to-end', file)).toEqual({
    name: 'end-to-end',
    passed: 4,
    failed: 3,
    skipped: ['end-to-end: 1 tests'],
    failures: ['a.spec.ts: opens [en]']
  });
});

test('a suite that left no report has failed', () => {
  expect(readVitest('unit', join(folder, 'none'))).toMatchObject({ passed: 0, failed: 1 });
  expect(readPlaywright('end-to-end', join(folder, 'none'))).toMatchObject({ passed: 0, failed: 1 });
});

test('the last line is the sum, and what was skipped and what failed stand above it', () => {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  const failed = printSums([
    { name: 'format', passed: 1, failed: 0, skipped: [] },
    { name: 'unit', passed: 40, failed: 2, skipped: ['b.test.ts: 1 of 2 tests'], failures: ['a.test.ts: no'] }
  ]);
  log.mockRestore();
  expect(failed).toBe(2);
  expect(lines.at(-1)).toBe('41 passed, 2 failed');
  expect(lines.slice(-3, -1)).toEqual(['skipped: b.test.ts: 1 of 2 tests', 'failed: a.test.ts: no']);
});
