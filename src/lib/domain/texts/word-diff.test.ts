import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from '#lib/domain/texts/word-diff.ts';

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

test.each([
  ['', '', ''],
  ['same words', 'same words', 'same words'],
  ['', 'new', '{+new+}'],
  ['old', '', '[-old-]'],
  ['the court ruled', 'the High Court ruled', 'the [-court-]{+High Court+} ruled'],
  ['año nuevo', 'ano nuevo', '[-año-]{+ano+} nuevo'],
  ['don’t go', 'don’t stay', 'don’t [-go-]{+stay+}'],
  ['Pop No’j, LAWG', 'Pop No’j; LAWG', 'Pop No’j[-,-]{+;+} LAWG']
])('%j → %j is %j', (before, after, words) => {
  expect(shown(before, after)).toBe(words);
});

test('removed words stand before those that came instead', () => {
  expect(shown('one two three', 'one dos three')).toBe('one [-two-]{+dos+} three');
});

test('both texts can be put together again from the parts, whatever they are', () => {
  const words = fc
    .array(fc.constantFrom('la ', 'corte ', 'ñ', 'resolvió', '.', '\n', '😀', 'é', ' '))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = wordDiff(before, after);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
    { numRuns: 300 }
  );
});

test('two texts without a common word are shown as a whole, however long they are', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${String(i)}`).join(' ');
  expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toContain('removed');
});
