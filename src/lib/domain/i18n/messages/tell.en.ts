import type { ReportKind } from '#lib/domain/reports/types.ts';

const kinds: Record<ReportKind, string> = {
  mistake: 'Something is wrong',
  addition: 'I know something that is missing',
  captions: 'A word in the captions or transcript is wrong',
  person: 'It is about me, or about somebody I speak for',
  other: 'Something else'
};

/** A reader’s word to the archive. */
export const tell = {
  title: 'Tell the archive',
  link: 'Tell the archive about this page',
  linkPassage: 'Tell the archive about this passage',
  linkGap: 'Do you know? Tell the archive',
  lead: 'Only the people who look after this archive read it. No account is needed, and nothing is kept but what you write here.',
  about: 'About',
  wholeArchive: 'the archive as a whole',
  at: (time: string) => `at ${time}`,
  kind: 'What is it?',
  kinds,
  personHint:
    'Requests of people who are shown are read first. You may ask for a name, a picture or a passage to be left out.',
  words: 'What would you like to say?',
  replyTo: 'How can we answer you?',
  replyHint: 'An e-mail address or a telephone number. Only if you want an answer.',
  trap: 'Leave this empty',
  send: 'Send',
  sent: 'Thank you. It has arrived.',
  sentLead: 'Somebody who looks after the archive will read it.',
  back: 'Back to the page'
};
export type TellMessages = typeof tell;
