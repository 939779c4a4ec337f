import { plural } from '#lib/domain/i18n/plural.ts';

/** The bibliography that a reader collects in the browser. */
export const basket = {
  title: 'My bibliography',
  lead: 'Quotes that you have collected here, with their citations. The list is kept in this browser only; nobody else sees it.',
  add: 'Add to my bibliography',
  added: 'In my bibliography',
  open: 'Open it',
  notKept: 'This browser does not let pages keep anything, so the list is gone when you close the page.',
  needsScript:
    'This list needs JavaScript, because it is kept in your browser and nowhere else. Without it, open the page of a quote: each has its citation in every style, and files for reference managers.',
  howTo: 'How to cite a single quote',
  howToText:
    'In a transcript, select the words, or choose a passage with the keyboard and press Q. The page of the quote shows its citations.',
  toRecordings: 'Recordings',
  empty: 'Nothing has been collected yet.',
  count: (n: number) => plural('en', n, { one: '# quote', other: '# quotes' }),
  style: 'Style',
  up: (title: string) => `Move up: ${title}`,
  down: (title: string) => `Move down: ${title}`,
  remove: (title: string) => `Remove: ${title}`,
  drag: 'Drag an entry, or use its buttons, to change the order.',
  movedTo: (place: number, of: number) => `Now number ${String(place)} of ${String(of)}`,
  removed: 'Removed',
  clear: 'Empty the list',
  exports: 'Take it with you',
  save: (format: string) => `Save ${format}`,
  markdown: 'Markdown',
  document: 'Word processor (HTML)',
  copy: 'Copy all in this style',
  copied: 'Copied'
};
export type BasketMessages = typeof basket;
