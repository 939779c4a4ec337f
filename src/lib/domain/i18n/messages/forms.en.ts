import { plural } from '#lib/domain/i18n/plural.ts';

/** Forms: what stands on every one of them, and what is wrong with a field. */
export const forms = {
  summary: (n: number) =>
    plural('en', n, { one: 'One thing has to be put right', other: '# things have to be put right' }),
  optional: 'optional',
  sending: 'Saving…',
  languages: { en: 'English', es: 'Español' },
  in: { en: 'in English', es: 'in Spanish' },
  signedOut: 'Your session has ended. Nothing is lost: sign in in the other window, then save here once more.',
  signInElsewhere: 'Sign in in another window',
  saved: 'Saved.',
  issues: {
    required: 'This is needed.',
    email: 'This does not look like an e-mail address: name@example.org',
    tooLong: (most: number) =>
      plural('en', most, { one: 'At most # character.', other: 'At most # characters, please.' }),
    tooShort: (least: number) =>
      plural('en', least, { one: 'At least # character.', other: 'At least # characters, please.' }),
    number: 'This has to be a number.',
    tooSmall: (least: string) => `Not less than ${least}, please.`,
    tooLarge: (most: string) => `Not more than ${most}, please.`,
    choice: 'Choose one of those offered.',
    url: 'This does not look like an address: https://example.org/page',
    invalid: 'This cannot be taken as it is.'
  }
};
export type FormMessages = typeof forms;
