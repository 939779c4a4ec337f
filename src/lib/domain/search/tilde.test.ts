import { expect, test } from 'vitest';
import { parseQuery } from '#lib/domain/search/query.ts';
import { otherLetters, soleWords } from '#lib/domain/search/tilde.ts';

test.each([
  ['ano', ['año']],
  ['año', ['ano']],
  ['an\u0303o', ['ano']],
  ['Campaña', ['campana']],
  ['nino', ['ñino', 'niño']],
  ['agua', []],
  ['nnnnnnnnnn', 6]
])('%s may have been meant with the other letter', (word, expected) => {
  const found = otherLetters(word.normalize('NFC').toLowerCase());
  if (typeof expected === 'number') expect(found).toHaveLength(expected);
  else expect(found).toEqual(expected);
});

test('words of phrases, beginnings and what is left out are not guessed at', () => {
  expect(soleWords(parseQuery('ano "la nina" can* -mana cana OR lana'))).toEqual(['ano', 'cana', 'lana']);
});
