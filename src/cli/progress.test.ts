import { expect, test } from 'vitest';
import { createProgress, type ProgressTarget } from './progress.ts';

function setUp(isTTY: boolean, total = 100) {
  let written = '';
  let time = 0;
  const target: ProgressTarget = { isTTY, columns: 80, write: (text) => (written += text) };
  const progress = createProgress({ label: 'Import', total, target, now: () => time });
  return { progress, wait: (ms: number) => (time += ms), written: () => written };
}

test('on a terminal a bar is drawn over itself, ten times a second at most', () => {
  const { progress, wait, written } = setUp(true);
  progress.at(0);
  for (let done = 1; done <= 50; done++) {
    wait(10);
    progress.at(done, 'June');
  }
  expect(written().split('\r')).toHaveLength(1 + 6);
  expect(written()).not.toContain('\n');
  expect(written()).toMatch(/Import █{12}░{12} 50 % \(50 of 100\), 0:01 left · June$/);
});

test('the bar is never longer than the terminal is wide', () => {
  const { progress, written } = setUp(true);
  progress.at(1, 'x'.repeat(200));
  expect(written().replace('\r\u001b[K', '')).toHaveLength(79);
});

test('in a log it writes one line for each tenth, and one every ten seconds', () => {
  const { progress, wait, written } = setUp(false, 1000);
  for (let done = 0; done <= 1000; done++) {
    progress.at(done);
    wait(1);
  }
  expect(written().split('\n').filter(Boolean)).toHaveLength(11);
  expect(written()).not.toContain('\r');
  const before = written().length;
  wait(10_000);
  progress.at(1000);
  expect(written().slice(before)).toBe('Import: 100 % (1,000 of 1,000), 0:11\n');
});

test('the end leaves a line', () => {
  const { progress, written } = setUp(true);
  progress.at(100);
  progress.end('Imported 100 cues.');
  expect(written().endsWith('\r\u001b[KImported 100 cues.\n')).toBe(true);
});

test('nothing to do is done', () => {
  const { progress, written } = setUp(false, 0);
  progress.at(0);
  expect(written()).toContain('100 % (0 of 0)');
});
