import { expect, test } from 'vitest';
import { joinedLines } from '#lib/domain/events/route.ts';

test('three stops join in the middle, the middle one straight', () => {
  expect(joinedLines(3, 108)).toBe(
    'M4 54H40Q56 54 56 90V140Q56 162 76 162H108' + 'M4 162H108' + 'M4 270H40Q56 270 56 234V184Q56 162 76 162H108'
  );
});

test.each([1, 2, 40])('%i stops: as many lines, all end at the middle', (stops) => {
  const lines = joinedLines(stops, 108).match(/M[^M]*/g) ?? [];
  expect(lines).toHaveLength(stops);
  for (const line of lines) expect(line).toMatch(/H108$/);
  for (const line of lines.filter((one) => one.includes('Q'))) expect(line).toContain(` ${stops * 54}H108`);
});

test('no stops, no line', () => {
  expect(joinedLines(0, 108)).toBe('');
});
