import { plural } from '#lib/domain/i18n/plural.ts';

/** The search page: form, filters, results, help. */
export const search = {
  title: 'Search',
  titleOf: (query: string, total: string) => `${query}: ${total}`,
  label: 'Search every word that was spoken',
  lead: 'Spanish and English are searched at once. Accents make no difference; the ñ does.',
  moments: (n: number) => plural('en', n, { one: '# moment', other: '# moments' }),
  inRecordings: (n: number) => plural('en', n, { one: 'in # recording', other: 'in # recordings' }),
  narrow: 'Narrow the results',
  update: 'Update results',
  filters: {
    languages: 'Words found in',
    voices: 'Voice',
    speakers: 'Speaker',
    series: 'Series',
    years: 'Year'
  },
  voice: {
    original: 'Original',
    interpretation: 'Interpretation',
    translation: 'Translated later',
    unknown: 'Not known'
  },
  voiceOf: {
    original: 'original',
    interpretation: 'interpretation',
    translation: 'translation',
    unknown: 'voice not known'
  },
  order: 'Order',
  orders: { best: 'Best first', newest: 'Newest first', oldest: 'Oldest first' },
  csv: (size: string) => `CSV, about ${size}`,
  json: (size: string) => `JSON, about ${size}`,
  alsoSearched: 'Also searched, from the archive’s word list:',
  leaveOut: (word: string) => `Do not search ${word}`,
  byWordList: 'Found through the word list.',
  notMeant: (word: string) => `Search without “${word}”`,
  play: (time: string) => `Play from ${time}`,
  around: 'More before and after',
  cite: 'Quote and cite',
  noSpeaker: 'Speaker not named',
  standIn: 'Stand-in recording.',
  permanent: 'This address keeps its results:',
  incomplete: 'Some recordings are still being taken in. There may be more in a minute.',
  pageOf: (page: string) => `page ${page}`,
  besides: 'Also in the archive',
  kinds: { recording: 'Recording', person: 'Person', organization: 'Organization', event: 'Event', page: 'Page' },
  notices: {
    'quote-not-closed': 'A quotation mark was not closed; the words after it were taken as one phrase.',
    'or-without-words': 'OR stands between two words; here one was missing, so it was left out.',
    'or-with-exclusion': 'OR before a word with a minus sign means nothing; the word was left out of the results.',
    'star-ignored': 'A star works at the end of a word only: deport*',
    'only-excluded': 'Words with a minus sign take moments away. Add a word to look for.'
  },
  filterAsWords: (filter: string) => `“${filter}:” was not understood and was searched as words.`,
  refused: {
    'query-too-long': {
      title: 'That is more than can be searched at once.',
      help: 'A search may have 200 characters. The middle of a sentence, in quotation marks, is usually enough.'
    },
    'too-many-terms': {
      title: 'That is more words than can be searched at once.',
      help: 'A search may have 12 words or phrases. Words in quotation marks count as one.'
    },
    'prefix-too-short': {
      title: 'The beginning of a word needs at least three letters.',
      help: 'One or two letters begin too many words. Add a letter before the star: dep*'
    }
  },
  empty: {
    title: 'What would you like to find?',
    words: 'Words find all their forms: desaparecido also finds desaparecidas.',
    phrase: 'Words in quotation marks stand side by side: “safe third country”.',
    exclude: 'A minus sign leaves moments out: deport -flights',
    prefix: 'A star finds every word that begins so: deport*',
    or: 'OR takes either word: asylum OR refuge',
    filter: 'lang:es, year:2020 and speaker:"…" narrow the search.'
  },
  none: {
    label: 'No moments',
    searched: (n: number) => plural('en', n, { one: '# recording searched', other: '# recordings searched' }),
    title: (query: string) => `Nobody says “${query}” in these recordings.`,
    titleMany: (query: string) => `No moment has all of this: ${query}`,
    tilde:
      'In Spanish, n and ñ are different letters, and the archive keeps them apart. Accents make no difference to a search; the ñ does.',
    plain: 'Accents make no difference to a search, and words find their other forms.',
    tryThis: 'What you can try',
    withTilde: 'Try ñ for n, or n for ñ',
    similar: 'Words of the archive that look alike',
    otherLanguage: 'Search both languages',
    otherLanguageHelp: 'Only one language was searched.',
    wholeArchive: 'Search without the filters',
    wholeArchiveHelp: 'Some results were filtered out.',
    prefix: 'Search the beginning of the word',
    prefixHelp: (prefix: string) => `${prefix} also finds longer words`,
    fewer: 'Look for any of the words',
    fewerHelp: 'OR between words finds moments that have one of them',
    search: (word: string) => `Search ${word}`
  },
  otherLetter: 'n and ñ are different letters. You can also search:',
  suggestions: (n: number) =>
    plural('en', n, { one: '# suggestion. Down arrow to choose.', other: '# suggestions. Down arrow to choose.' })
};
export type SearchMessages = typeof search;
