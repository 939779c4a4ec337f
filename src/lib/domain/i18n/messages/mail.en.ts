import type { AccountNoticeKind } from '#lib/domain/access/account.ts';
import { formatNumber } from '#lib/domain/i18n/plural.ts';

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
  files: (site: string, changed: number, missing: number) => ({
    subject: `Files of ${site} are not as they were`,
    text: `The daily look at the files of ${site} found something new. Files whose content has changed: ${formatNumber('en', changed)}. Files that are missing: ${formatNumber('en', missing)}.\n\nThe system page of the desk names them, and so does the command "acervo verify" on the server. Take them from a backup: they have the same paths there. You get no second letter about the same files.\n`
  }),
  link: (site: string, link: string) => ({
    subject: `A password for ${site}`,
    text: `Choose your password for ${site} here:\n\n${link}\n\nThe link works once. If you did not ask for it, there is nothing to do.\n`
  })
};
export type MailMessages = typeof mail;
