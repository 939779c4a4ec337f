import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvMark, csvRow } from '#lib/domain/feeds/csv.ts';
import { canaries } from '../../../../tests/support/canaries.ts';

test.each(Object.entries(canaries))(
  '%s comes back as words; what looks like a formula stands behind an apostrophe',
  (_, canary) => {
    const text = csvMark + csvRow(['a', 'b', 'c']) + csvRow([canary, -1.5, null]) + csvRow(['', true, canary]);
    const shown = /^[=+\-@\t\r]/.test(canary) ? `'${canary}` : canary;
    expect(parse(text, { bom: true })).toEqual([
      ['a', 'b', 'c'],
      [shown, '-1.5', ''],
      ['', 'true', shown]
    ]);
  }
);

test.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1'])('%j is never a formula', (cell) => {
  expect(csvRow([cell])).toMatch(/^"?'/);
});
