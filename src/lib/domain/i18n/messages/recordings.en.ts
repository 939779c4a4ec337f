import { plural } from '#lib/domain/i18n/plural.ts';

/** The list of recordings and the cards of recordings on other pages. */
export const recordings = {
  title: 'Recordings',
  lead: 'Watch with captions, read along in two languages, or take the sound alone.',
  count: (n: number) => plural('en', n, { one: '# recording', other: '# recordings' }),
  none: 'No recording has been published here yet.',
  standIn: 'Stand-in until the recording itself is loaded',
  standInShort: 'stand-in',
  notHeld: 'Not yet in this archive',
  watch: 'Watch with captions',
  open: 'Open the recording',
  read: 'Read the transcript',
  languages: 'Languages'
};
export type RecordingListMessages = typeof recordings;
