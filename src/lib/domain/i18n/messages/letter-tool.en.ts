import { plural } from '#lib/domain/i18n/plural.ts';

/** The tool in which a letter to the editor is written. */
export const letterTool = {
  title: 'Write your letter here',
  lead: 'Nothing leaves your browser. There is no form to send: the letter stays on this page until you copy it, print it, save it or open it in your own mail program.',
  noScript:
    'The tool needs JavaScript. Below stands the template as text: select and copy it, print this page or download it.',
  version: 'Template',
  language: 'Language of the letter',
  languages: { en: 'English', es: 'Spanish' },
  limit: 'Word limit of the newspaper',
  noLimit: 'No limit',
  limitOf: (n: number) => plural('en', n, { one: '# word', other: '# words' }),
  blanks: 'Places to fill in',
  optional: 'if you like',
  private: 'for the newspaper only, not for print',
  text: 'Text of the letter',
  textHelp: 'Change whatever you like. What stands in brackets is filled in from the fields above.',
  preview: 'Your letter',
  words: (used: number, limit: number | null) =>
    limit === null
      ? plural('en', used, { one: '# word', other: '# words' })
      : `${String(used)} of ${plural('en', limit, { one: '# word', other: '# words' })}`,
  left: (n: number) => plural('en', n, { one: '# word left', other: '# words left' }),
  over: (n: number) => plural('en', n, { one: '# word too many', other: '# words too many' }),
  wordsUsed: 'Words used',
  open: (list: string) => `Still to fill in: ${list}.`,
  ready: 'Every place has been filled in.',
  facts: 'Facts that you can add',
  add: 'Add to the letter',
  inserted: 'Added below the paragraph in which you were',
  isIn: 'In your letter',
  quotes: 'Quotes from your bibliography',
  noQuotes: 'You have not collected any quotes yet. Find a passage, choose “Add to my bibliography”, and come back.',
  find: 'Find a passage',
  quoted: (text: string, source: string) => `“${text}” ${source}`,
  fact: (text: string, source: string) => `${text} (${source})`,
  asOf: (year: string) => `as of ${year}`,
  copy: 'Copy the letter',
  copied: 'Copied',
  mail: 'Open in my mail',
  subject: 'Letter to the editor',
  print: 'Print',
  save: 'Save as text',
  again: 'Start again',
  download: 'Download this template as text'
};
export type LetterToolMessages = typeof letterTool;
