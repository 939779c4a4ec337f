import { expect, test } from 'vitest';
import { anchorTime, clock, isoDuration, parseTime, timeAnchor } from '#lib/domain/recordings/timecode.ts';

test.each([
  [0, '0:00', 'PT0S', 't-000000'],
  [4_999, '0:04', 'PT4S', 't-000004'],
  [751_234, '12:31', 'PT12M31S', 't-001231'],
  [4_104_000, '1:08:24', 'PT1H8M24S', 't-010824'],
  [360_000_000, '100:00:00', 'PT100H0S', 't-1000000']
])('%i ms is %s', (ms, time, duration, anchor) => {
  expect([clock(ms), isoDuration(ms), timeAnchor(ms)]).toEqual([time, duration, anchor]);
  expect(anchorTime(`#${anchor}`)).toBe(Math.floor(ms / 1000) * 1000);
});

test.each([
  ['471', 471_000],
  ['471.5', 471_500],
  ['90s', 90_000],
  ['7m51s', 471_000],
  ['1h2m', 3_720_000],
  ['1h2m3', 3_723_000],
  ['7:51', 471_000],
  ['1:02:03', 3_723_000],
  ['', null],
  ['-4', null],
  ['abc', null],
  ['99999999999999999999', null],
  ['1e3', null],
  [null, null]
])('?t=%s is %s ms', (text, ms) => {
  expect(parseTime(text)).toBe(ms);
});

test.each(['t-1', 't-006099', 'm-12', ''])('%s is no time anchor', (anchor) => {
  expect(anchorTime(anchor)).toBeNull();
});
