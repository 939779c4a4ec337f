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
  }
};
export type DoorMessages = typeof door;
