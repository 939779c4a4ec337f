import { expect, test } from 'vitest';
import {
  countWords,
  filled,
  insertParagraph,
  letterPieces,
  mailDraft,
  openBlanks,
  templateText,
  withoutOptional
} from '#lib/domain/campaigns/letter.ts';

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

const blanks = [
  { id: 'town', label: 'Your town' },
  { id: 'phone', label: 'Your phone' }
];
const template = templateText(['To the Editor:', 'Here in {town}, people ask. {town}!', '{phone}', ''], blanks);

test('a template is a text whose open places are seen', () => {
  expect(template).toBe('To the Editor:\n\nHere in [Your town], people ask. [Your town]!\n\n[Your phone]');
  expect(openBlanks(template, blanks, {}).map(({ id }) => id)).toEqual(['town', 'phone']);
  expect(openBlanks(template, blanks, { town: ' ', phone: '1' }).map(({ id }) => id)).toEqual(['town']);
});

test.each(['Ñuñoa', '$& $1 [Your phone] {town}', '</textarea><script>', '=HYPERLINK("x")'])(
  'what is filled in is words and nothing else: %s',
  (town) => {
    expect(filled(template, [{ id: 'town', label: 'Your town' }], { town })).toContain(
      `Here in ${town}, people ask. ${town}!`
    );
  }
);

test('a line for what may stay open is left out while it is open', () => {
  expect(withoutOptional(template, [{ id: 'phone', label: 'Your phone' }])).not.toContain('phone');
  expect(withoutOptional(filled(template, blanks, { phone: '555' }), [{ id: 'phone', label: 'Your phone' }])).toContain(
    '555'
  );
});

test.each([
  [0, 'a\n\nNEW\n\nb'],
  [1, 'a\n\nNEW\n\nb'],
  [4, 'a\n\nb\n\nNEW'],
  [99, 'a\n\nb\n\nNEW']
])('a fact goes behind the paragraph at %i', (at, expected) => {
  expect(insertParagraph('a\n\nb', 'NEW', at)).toBe(expected);
});

test('a mail draft holds the letter and nobody it goes to', () => {
  const draft = new URL(mailDraft('A & B?', 'uno\n\ndos #1'));
  expect(draft.pathname).toBe('');
  expect(draft.searchParams.get('subject')).toBe('A & B?');
  expect(draft.searchParams.get('body')).toBe('uno\r\n\r\ndos #1');
});
