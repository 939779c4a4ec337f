import { expect, test } from 'vitest';
import { countWords, letterPieces } from '#lib/domain/campaigns/letter.ts';

test('blanks stand apart from the words around them', () => {
  expect(letterPieces('Please contact {representative_names}. More: {campaign_url}')).toEqual([
    { text: 'Please contact ' },
    { blank: 'representative_names' },
    { text: '. More: ' },
    { blank: 'campaign_url' }
  ]);
  expect(letterPieces('{local_opening}')).toEqual([{ blank: 'local_opening' }]);
  expect(letterPieces('{Not a blank} { nor this }')).toEqual([{ text: '{Not a blank} { nor this }' }]);
});

test.each([
  [['{local_opening}', 'one two three'], 4],
  [['contact {names}. To read more: {url}'], 6],
  [[], 0]
])('%j: %i words', (paragraphs, count) => {
  expect(countWords(paragraphs)).toBe(count);
});
