import type { AccountNoticeKind } from '#lib/domain/access/account.ts';
import type { Role } from '#lib/domain/access/viewer.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

const notices: Record<AccountNoticeKind, string> = {
  'password-changed': 'The password was changed',
  'app-added': 'An authenticator app was added',
  'app-removed': 'The authenticator app was removed',
  'passkey-added': 'A passkey was added',
  'passkey-removed': 'A passkey was removed',
  'recovery-code-used': 'A recovery code was used to sign in',
  'role-changed': 'What you may do was changed',
  'reset-made': 'An admin made a link for a new password'
};
const roleMeans: Record<Role, string> = {
  captioner: 'captions only',
  editor: 'writes drafts, asks for review',
  publisher: 'publishes and withdraws',
  admin: 'everything, and who may do what'
};

/** Accounts: one's own, and who may do what. */
export const account = {
  title: 'My account',
  copy: { copy: 'Copy the link', done: 'Copied' },
  current: 'Current password',
  currentHint: 'Asked once more, so that nobody changes this at a screen that you left open.',
  password: {
    title: 'Password',
    next: 'New password',
    again: 'The same once more',
    save: 'Change the password',
    done: 'The password is changed. Every other session of yours has ended.'
  },
  sessions: {
    title: 'Where you are signed in',
    lead: 'A session ends after 24 hours without use, and after ten days in any case.',
    device: 'Browser',
    since: 'Since',
    here: 'this one',
    unknown: 'Not known',
    end: 'End it',
    endOf: (device: string) => `End the session of ${device}`,
    endAll: 'End all others'
  },
  second: {
    title: 'Second step',
    lead: 'With a second step, a password that somebody finds out is not enough to get in. Recommended for everybody who publishes.',
    none: 'None yet.',
    app: 'Authenticator app',
    appOn: 'An app is set up. It is asked for a code at every sign-in.',
    addApp: 'Set up an app',
    addAppLead: 'Open the app, choose to add an account by hand, and type this key. Then type the code that it shows.',
    openApp: 'Open it in the app on this device',
    key: 'Key',
    code: 'Code that the app shows',
    saveApp: 'Use this app',
    remove: 'Remove it',
    removeApp: 'Remove the app',
    codes: 'Recovery codes',
    codesLead:
      'Write them down or print them. Each works once, in place of the app or passkey. They are not shown again.',
    codesLeft: (n: number) => plural('en', n, { one: '# recovery code is left.', other: '# recovery codes are left.' }),
    newCodes: 'Make new recovery codes',
    newCodesLead: 'The old ones stop working.'
  },
  passkeys: {
    title: 'Passkeys',
    lead: 'A key in your telephone, computer or on a stick, which signs for you.',
    name: 'Name, so that you know it again',
    add: 'Add a passkey',
    added: (date: string) => `added on ${date}`,
    used: (date: string) => `last used on ${date}`,
    removeOf: (name: string) => `Remove ${name}`,
    needsScript: 'Passkeys need a browser with script.',
    failed: 'No passkey answered. Please try again, or use a code.'
  },
  notices: { title: 'What happened to this account', none: 'Nothing yet.', kinds: notices },
  organizers: {
    title: 'Who may do what',
    who: 'Organizers',
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    roleMeans,
    state: 'Account',
    language: 'Language of their mail',
    you: 'you',
    open: 'in use',
    waiting: 'invited, no password yet',
    closed: 'closed',
    secondStep: 'second step on',
    limited: (n: number) => plural('en', n, { one: 'one series only', other: '# series only' }),
    invite: 'Let somebody in',
    inviteLead: 'You get a link that works once and for seven days. Give it to them by a way that both of you trust.',
    invited: (name: string) => `${name} may come in. This link is for them alone:`,
    makeLink: 'Make the link',
    linkLead: 'For somebody who has lost their password. The link works once and for a day.',
    linkFor: (name: string) => `This link is for ${name} alone:`,
    may: 'What they may do',
    reach: 'Where',
    everywhere: 'In the whole archive',
    onlyIn: 'Only in these series and tours:',
    signsInAnew: 'They are signed out and sign in anew.',
    save: 'Save',
    password: 'Password',
    close: 'Close the account',
    closeLead: 'They can no longer sign in, and are out at once. What they did stays in the log under their name.',
    reopen: 'Open the account again',
    reopenLead: 'They can sign in again with the password that they had.'
  }
};
export type AccountMessages = typeof account;
