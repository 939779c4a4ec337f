import { plural } from '#lib/domain/i18n/plural.ts';

/** Words in their context, counts, and the search as a feed. */
export const concordance = {
  title: 'Words in context',
  titleOf: (query: string) => `“${query}” in context`,
  link: 'Words in context and counts',
  back: 'Back to the results',
  feeds: { rss: 'Follow this search (RSS)', atom: 'Atom' },
  feedTitle: (query: string, archive: string) => `Search “${query}” · ${archive}`,
  occurrences: (n: number, figures: string) =>
    plural('en', n, { one: `${figures} occurrence`, other: `${figures} occurrences` }),
  all: 'These are all of them.',
  most: (read: string, total: string) =>
    `Only the first ${read} of ${total} passages were read, in the order of the search. Narrow the search to see all of them.`,
  none: 'Nothing was found for these words.',
  noQuery: 'First search for a word. Then each place where it was said can be seen here with the words around it.',
  order: 'Order',
  orders: {
    place: 'as found',
    left: 'by the words before',
    right: 'by the words after',
    word: 'by the word found'
  },
  sort: 'Sort',
  columns: { left: 'Before', word: 'Found', right: 'After', source: 'Where' },
  counts: 'Counts',
  countsOf: { events: 'By event', years: 'By year', speakers: 'By speaker', languages: 'By language' },
  countsNote: 'Occurrences, counted in the lines of this view. What is not known is not counted.',
  table: 'The same as a table',
  value: 'Value',
  count: 'Occurrences',
  chart: (of: string, top: string) => `Bar chart. ${of}. Most: ${top}.`,
  more: (n: number) => plural('en', n, { one: 'and # more in the table', other: 'and # more in the table' })
};
export type ConcordanceMessages = typeof concordance;
