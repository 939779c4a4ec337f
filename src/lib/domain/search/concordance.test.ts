import { describe, expect, test } from 'vitest';
import { counted, excerptsOf, inOrder } from '#lib/domain/search/concordance.ts';

test('a word has the words around it, also those of the cues before and after', () => {
  const cues = [
    { text: 'el agua', marks: [[3, 7]] as [number, number][] },
    { text: 'y el agua', marks: [[5, 9]] as [number, number][] }
  ];
  expect(excerptsOf(cues, 'antes dijo', 'y nada más')).toEqual([
    { cue: 0, left: 'antes dijo el ', word: 'agua', right: ' y el agua y nada más' },
    { cue: 1, left: 'antes dijo el agua y el ', word: 'agua', right: ' y nada más' }
  ]);
});

test('context is cut at a word, and every letter of the found word stays', () => {
  const text = `${'palabra '.repeat(40)}ÑANDÚ ${'después '.repeat(40)}`;
  const at = text.indexOf('ÑANDÚ');
  const [line] = excerptsOf([{ text, marks: [[at, at + 5]] }], '', '');
  expect(line?.word).toBe('ÑANDÚ');
  expect(line?.left).toMatch(/^palabra .*palabra $/);
  expect(line?.right).toMatch(/^ después .*después$/);
  expect(line?.left.length).toBeLessThanOrEqual(72);
});

describe('in order', () => {
  const lines = [
    { left: 'zona del', word: 'río', right: 'ancho' },
    { left: 'agua de', word: 'rio', right: 'Árbol' },
    { left: 'cerca del', word: 'Río', right: 'alto' }
  ];
  test.each([
    ['place', ['zona del', 'agua de', 'cerca del']],
    ['left', ['agua de', 'cerca del', 'zona del']],
    ['right', ['cerca del', 'zona del', 'agua de']]
  ] as const)('%s', (order, expected) => {
    expect(inOrder(lines, order).map(({ left }) => left)).toEqual(expected);
  });
});

test('counts: the most frequent first, years in their order, what is not known left out', () => {
  expect(counted(['b', 'a', null, 'b'])).toEqual([
    { value: 'b', count: 2 },
    { value: 'a', count: 1 }
  ]);
  expect(counted(['2021', '2020', '2021'], true).map(({ value }) => value)).toEqual(['2020', '2021']);
});
