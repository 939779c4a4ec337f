import { expect, test } from 'vitest';
import {
  added,
  mostItems,
  moved,
  readBasket,
  removed,
  worksOf,
  type BasketItem
} from '#lib/domain/citations/basket.ts';
import { cite, html, markdown } from '#lib/domain/citations/index.ts';
import { canaries } from '../../../../tests/support/canaries.ts';

const item = (code: string, title = code): BasketItem => ({
  code,
  work: {
    ...{ identifier: `urn:uuid:${code}`, url: `https://archive.example/q/${code}`, locale: 'es', speaker: title },
    ...{ title, event: null, eventKind: null, archive: title, date: null, standInMadeOn: null },
    words: { text: title, startMs: 0, endMs: 1, language: 'es', voice: 'interpretation', version: 1, versionDate: null }
  }
});
const codes = (items: readonly BasketItem[]) => items.map(({ code }) => code).join('');

test.each([
  ['nothing', null, ''],
  ['no JSON', '{', ''],
  ['another thing', '{"a":1}', ''],
  [
    'a part that is not whole',
    JSON.stringify([item('a'), { code: 'b' }, null, { ...item('c'), work: { url: 1 } }]),
    'a'
  ],
  ['words that are none', JSON.stringify([{ ...item('a'), work: { ...item('a').work, words: 'x' } }]), ''],
  ['two', JSON.stringify([item('a'), item('b')]), 'ab']
])('what was kept: %s', (_, kept, expected) => {
  expect(codes(readBasket(kept))).toBe(expected);
});

test('a quote is in it once, and there is an end', () => {
  expect(codes(added([item('a')], item('a')))).toBe('a');
  expect(codes(added([item('a')], item('b')))).toBe('ab');
  expect(codes(removed([item('a'), item('b')], 'a'))).toBe('b');
  const full = Array.from({ length: mostItems }, (_, i) => item(String(i)));
  expect(added(full, item('x'))).toHaveLength(mostItems);
});

test.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [0, 1, 'bac']
])('from place %i to place %i', (from, to, expected) => {
  expect(
    codes(
      moved(
        ['a', 'b', 'c'].map((code) => item(code)),
        from,
        to
      )
    )
  ).toBe(expected);
});

test('everything that was collected comes out in every form, in the language of the page', () => {
  const works = worksOf([item('a'), item('b', canaries.script ?? '')], 'en');
  for (const style of ['apa', 'chicago', 'mla'] as const) {
    expect(cite(works, style).trim().split('\n\n'), style).toHaveLength(2);
    expect(cite(works, style)).toContain('interpretation into Spanish');
  }
  expect(JSON.parse(cite(works, 'csl'))).toHaveLength(2);
  expect(html(works, 'apa', 'x')).not.toContain('<script>');
  expect(markdown(works, 'apa')).toContain('https://archive.example/q/a');
});
