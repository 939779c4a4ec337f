import { expect, test } from 'vitest';
import { pageOf } from '#lib/domain/archive/paging.ts';

const list = Array.from({ length: 101 }, (_, index) => index);

test.each([
  [null, 1, 0, 50],
  ['2', 2, 50, 50],
  ['3', 3, 100, 1],
  ['4', 3, 100, 1],
  ['0', 1, 0, 50],
  ['-1', 1, 0, 50],
  ['1e9', 1, 0, 50],
  ['drop', 1, 0, 50]
])('?page=%s shows page %i', (asked, page, first, length) => {
  const shown = pageOf(list, asked, 50);
  expect(shown).toMatchObject({ page, pages: 3, total: 101 });
  expect(shown.items[0]).toBe(first);
  expect(shown.items).toHaveLength(length);
});

test('an empty list has one empty page', () => {
  expect(pageOf([], '7', 50)).toEqual({ items: [], page: 1, pages: 1, total: 0 });
});
