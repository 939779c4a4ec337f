import type { AccountNoticeKind } from '#lib/domain/access/account.ts';

const what: Record<AccountNoticeKind, string> = {
  'password-changed': 'the password was changed',
  'app-added': 'an authenticator app was added as a second step',
  'app-removed': 'the authenticator app was removed',
  'passkey-added': 'a passkey was added as a second step',
  'passkey-removed': 'a passkey was removed',
  'recovery-code-used': 'a recovery code was used to sign in',
  'role-changed': 'what you may do was changed',
  'reset-made': 'a link for a new password was made'
};

/** Letters to organizers. */
export const mail = {
  what,
  notice: (site: string, text: string) => ({
    subject: `Your account at ${site}: ${text}`,
    text: `Of your account at ${site}, ${text}.\n\nIf it was you, there is nothing to do. If it was not, tell an admin of the archive at once, and choose a new password.\n`
  }),
  link: (site: string, link: string) => ({
    subject: `A password for ${site}`,
    text: `Choose your password for ${site} here:\n\n${link}\n\nThe link works once. If you did not ask for it, there is nothing to do.\n`
  })
};
export type MailMessages = typeof mail;
