import { plural } from '#lib/domain/i18n/plural.ts';

/** Frame of every page: masthead, foot, remarks that any page may need. */
export const shell = {
  siteName: 'Acervo',
  skip: 'Skip to content',
  mainNav: 'Main',
  languages: 'Language / Idioma',
  youAreHere: 'You are here',
  archive: 'Archive',
  nav: {
    recordings: 'Recordings',
    events: 'Events',
    people: 'People',
    search: 'Search',
    act: 'Take action',
    organizations: 'Organizations',
    campaign: 'The campaign',
    timeline: 'Timeline',
    sources: 'Sources',
    series: 'Series and tours'
  },
  foot: {
    responsible: (name: string) => `Responsible for this archive: ${name}`,
    statement:
      'Nothing here follows you. No cookies for readers, no outside players, no outside fonts. Every page reads without JavaScript.',
    archive: 'The archive',
    about: 'About',
    use: 'How it works',
    software: 'Published with Acervo, free software for small archives',
    type: 'Type: Literata and Atkinson Hyperlegible Next, OFL'
  },
  onlyIn: { en: 'only in English so far', es: 'only in Spanish so far' },
  textFirst: {
    on: 'Text first: no pictures, no fonts, no script.',
    off: 'Show the whole page',
    link: 'Text first, for little data'
  },
  languageNames: { en: 'English', es: 'Spanish' },
  inArchiveWords: 'In the archive’s words, after the campaign’s page. No organizer has read this text yet.',
  origin: 'Where this comes from',
  quoted: (text: string) => `“${text}”`,
  credit: 'Credit',
  source: 'Source',
  sources: 'Sources',
  lines: (list: string, n: number) => plural('en', n, { one: `line ${list}`, other: `lines ${list}` }),
  lineRange: (from: string, to: string) => `${from} to ${to}`,
  and: 'and',
  /** The word before the last name of a list; Spanish changes it before the sound of an i. */
  andBefore: (name: string): string => (name ? 'and' : ''),
  leavesFor: (host: string) => `leads away to ${host}`,
  deadLink: (date: string) => `Nothing has answered there since ${date}.`,
  archivedCopy: 'Copy kept elsewhere',
  notRecorded: 'Not recorded',
  all: 'All',
  page: (number: number, of: number) => `Page ${String(number)} of ${String(of)}`,
  pages: 'Pages of this list',
  previous: 'Previous page',
  next: 'Next page',
  rights: {
    label: 'Rights',
    notCleared: 'Not cleared yet. Please ask before you use it elsewhere.',
    heldBy: 'held by'
  },
  picture: 'Picture',
  imageMissing: 'The picture is not in the archive',
  imageMissingHelp: 'This is what it shows. If you have the file, it can be added here.',
  textInImage: 'Words in the picture',
  standIn: 'Stand-in',
  more: 'More'
};
export type ShellMessages = typeof shell;
