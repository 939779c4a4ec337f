import { plural } from '#lib/domain/i18n/plural.ts';

/** What a refusal carries: see lib/server/errors.ts. */
export type RefusalData = Readonly<Record<string, string | number | boolean | null>>;
export type RefusalWords = Readonly<Record<string, (data: RefusalData) => string>>;

const seconds = (data: RefusalData) => Number(data.seconds ?? 60);
const wait = (n: number) =>
  n < 90
    ? plural('en', n, { one: 'a second', other: '# seconds' })
    : plural('en', Math.ceil(n / 60), { one: 'a minute', other: '# minutes' });

/** Words for the refusals of services, by code; the kinds stand at the end, for codes without words of their own. */
export const refusals = {
  'sign-in.wrong': () => 'The e-mail address and the password do not match.',
  'sign-in.wait': (data) => `That was wrong too often. Please wait ${wait(seconds(data))} and try again.`,
  'sign-in.busy': () => 'Many people are signing in right now. Please try again in a moment.',
  'password.short': (data) =>
    `At least ${String(data.least)} characters, please. A sentence that only you would say is best.`,
  'password.long': (data) => `At most ${String(data.most)} characters, please.`,
  'password.common': () => 'This password is on the lists that are tried first. Please choose another one.',
  'password.own': () => 'A password that holds your name or address is guessed first. Please choose another one.',
  'password.differs': () => 'The two passwords are not the same.',
  'password.wrong': () => 'That is not your current password.',
  'password-link.gone': () => 'This link was used already, or is too old. Ask an admin for a new one.',
  'organizer.email': () => 'This does not look like an e-mail address: name@example.org',
  'organizer.name': () => 'A name is needed, so that others know who did what.',
  'organizer.exists': () => 'Somebody signs in with this address already.',
  'organizer.missing': () => 'This organizer is not there any more.',
  'organizer.last-admin': () => 'Somebody has to be left who may let others in. Make another person an admin first.',
  'organizer.series': () => 'Choose at least one series.',
  'set-up.done': () => 'The archive was set up already. Sign in, or ask an admin to let you in.',
  'set-up.token': () => 'This is not the token that the server printed when it started.',
  'code.wrong': () =>
    'This code is not right, was used already, or is too old. Codes of an app change every 30 seconds.',
  'code.none': () => 'Recovery codes come with a second step. Add an app or a passkey first.',
  'passkey.wrong': () => 'This passkey could not be checked. Please try again, or use a code.',
  'passkey.late': () => 'That took too long, or the page was open twice. Please try again.',
  missing: () => 'This is not there any more. Somebody may have removed it.',
  gone: () => 'This was withdrawn.',
  'not-allowed': () => 'Your role does not allow this. What you wrote is kept below; ask a publisher or an admin.',
  invalid: () => 'This cannot be taken as it is.',
  conflict: () => 'Somebody else changed this meanwhile. Nothing was overwritten.',
  'too-large': () => 'This is larger than can be taken.',
  busy: () => 'The archive has much to do right now. Please try again in a moment.',
  'too-many': (data) => `That was too often. Please wait ${wait(seconds(data))} and try again.`
} satisfies RefusalWords;
