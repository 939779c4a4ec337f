/** Signing in, and what comes before it. */
export const door = {
  title: 'Sign in to the desk',
  lead: 'For people who look after this archive. Readers need no account.',
  lines:
    'The solid line is the voice of the person who speaks. The broken line is the voice that carries it into another language.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  signOut: 'Sign out',
  forgot: 'I forgot the password',
  otherLanguage: 'Español',
  frontPage: 'To the archive',
  ended: 'Your session had ended. What you wrote is kept: sign in, and it can be saved.',
  kept: {
    title: 'You are signed in again',
    lead: 'What you wrote is still here and is not saved yet.',
    save: 'Save what I wrote',
    leave: 'Leave it and go to the page',
    files: (names: string) => `Files have to be chosen once more, because browsers do not let us keep them: ${names}`
  },
  choose: {
    title: 'Choose your password',
    lead: (name: string) => `For ${name}.`,
    hint: 'At least 10 characters. Four words that do not belong together, or a sentence that only you would say, are best.',
    again: 'The same once more',
    save: 'Save and sign in',
    gone: 'This link does not work any more',
    goneLead: 'It was used already, or is too old. Ask an admin of the archive for a new one.'
  },
  forgotten: {
    title: 'A new password',
    lead: 'If somebody signs in with this address, a link for a new password is sent there.',
    asked: 'If somebody signs in with this address, a link is on its way there. It works once and for a day.',
    send: 'Send me a link',
    noMail: 'This archive sends no mail. Ask an admin: they can give you a link at which you choose a new password.'
  },
  second: {
    title: 'The second step',
    leadApp: 'Your password was right. Now the six digits that your authenticator app shows.',
    leadPasskey: 'Your password was right. Now your passkey.',
    usePasskey: 'Use my passkey',
    code: 'Code of the app',
    codeHint: 'Without your telephone: one of the recovery codes that you wrote down.',
    recoveryCode: 'Recovery code',
    recoveryHint: 'One of those that you wrote down. Each works once.',
    go: 'Sign in',
    back: 'Begin again'
  },
  setUp: {
    link: 'Nobody may sign in yet: set the archive up',
    title: 'Set the archive up',
    lead: 'You will be the first organizer and may let others in. The archive has no account but the one that you make here.',
    token: 'One-time token',
    tokenHint: 'The server printed it when it started; whoever runs it can read it there.',
    name: 'Your name',
    body: 'Who answers for this archive',
    bodyHint: 'The organization or person, as readers should see it at the foot of every page.',
    contact: 'Address for readers',
    contactHint: 'Shown to everybody: take one that several people read.',
    save: 'Make the account and begin'
  }
};
export type DoorMessages = typeof door;
