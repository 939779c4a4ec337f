import { expect, test } from 'vitest';
import { isLeftOut, mergeStretches } from '#lib/domain/media/omissions.ts';
import { peakCollector, readPeaks, wavePath } from '#lib/domain/media/peaks.ts';

const stretch = (startMs: number, endMs: number) => ({ startMs, endMs });

test.each([
  [0, 1000, false],
  [0, 1001, true],
  [1500, 1600, true],
  [1999, 3000, true],
  [2000, 3000, false],
  [0, 9000, true]
])('a cue from %d to %d with the passage 1000 to 2000 left out: %s', (startMs, endMs, out) => {
  expect(isLeftOut(stretch(startMs, endMs), [stretch(1000, 2000)])).toBe(out);
});

test('passages that meet become one', () => {
  expect(mergeStretches([stretch(5, 9), stretch(0, 2), stretch(2, 4), stretch(6, 7)])).toEqual([
    stretch(0, 4),
    stretch(5, 9)
  ]);
});

test('peaks are the lowest and highest of each twentieth of a second, however the samples come', () => {
  const samples = Int16Array.from({ length: 1000 }, (_, i) => (i < 400 ? 0 : i < 800 ? 16_384 : -32_768));
  const collector = peakCollector(8000);
  for (let at = 0; at < 1000; at += 7) collector.add(samples.subarray(at, at + 7));
  const bytes = collector.end();
  expect([...bytes]).toEqual([0, 0, 64, 64, -127, -127]);
  const peaks = readPeaks(new Uint8Array(bytes.buffer));
  expect([peaks.count, peaks.min(2), peaks.max(1)]).toEqual([3, -127, 64]);
  expect(wavePath(peaks, 3, 254)).toBe('M0.5 127.0V127.0M1.5 63.0V127.0M2.5 127.0V254.0');
});
