import { expect, test } from 'vitest';
import { sourcePlaces } from '#lib/domain/archive/source-lines.ts';

const told = (lines: string[]) =>
  sourcePlaces([{ document: 'page', lines }]).map(({ ranges }) =>
    ranges.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(' ')
  )[0];

test.each([
  [['L53'], '53'],
  [['L7', 'L53', 'L91'], '7 53 91'],
  [['L26', 'L27', 'L28', 'L37', 'L39'], '26-28 37 39'],
  [['L85', 'L86'], '85 86'],
  [['L9', 'L7', 'L9'], '7 9'],
  [['note'], 'note']
])('%j is told as %s', (lines, text) => {
  expect(told(lines)).toBe(text);
});

test('documents keep their order, and references to the same one are joined', () => {
  const places = sourcePlaces([
    { document: 'b', lines: ['L2'] },
    { document: 'a', lines: ['L1'] },
    { document: 'b', lines: ['L1', 'L2'] }
  ]);
  expect(places).toEqual([
    {
      document: 'b',
      ranges: [
        { from: '1', to: '1' },
        { from: '2', to: '2' }
      ],
      count: 2
    },
    { document: 'a', ranges: [{ from: '1', to: '1' }], count: 1 }
  ]);
});
