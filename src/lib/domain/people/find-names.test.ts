import { expect, test } from 'vitest';
import { nameRanges, spellingsOf, withoutNames } from '#lib/domain/people/find-names.ts';

const names = ['Ana María Muñoz', 'Muñoz'];
test.each([
  ['Ana María Muñoz spoke.', '[X] spoke.'],
  ['ANA MARIA MUNOZ habló', '[X] habló'],
  ['Ana  María\nMuñoz', '[X]'],
  ['Ana\u00a0María Mun\u0303oz’s words', '[X]’s words'],
  ['Doctora Muñoz, y Muñoz', 'Doctora [X], y [X]'],
  ['Muñozes y Amuñoz', 'Muñozes y Amuñoz'],
  ['«Muñoz»', '«[X]»'],
  ['nobody', 'nobody']
])('%j becomes %j', (text, wanted) => {
  expect(withoutNames(text, names, '[X]')).toBe(wanted);
});

test('nothing is looked for by nothing', () => {
  expect(nameRanges('a b', ['', ' ', 'a'])).toEqual([]);
  expect(spellingsOf('Ana María Muñoz')).toEqual(['Ana María Muñoz', 'Muñoz']);
  expect(spellingsOf('Ana')).toEqual(['Ana']);
});
