export { changePassword, confirmPassword, confirmedForMs, ownRow } from '#lib/server/auth/account.ts';
export { Attempts } from '#lib/server/auth/attempts.ts';
export type { Session, SessionRow, Sessions, SessionUser } from '#lib/server/auth/contract.ts';
export { askForLink, makePasswordLink, takePasswordLink } from '#lib/server/auth/links.ts';
export { readPasswordLink } from '#lib/server/auth/password-link.ts';
export { mailKind, tellAdminsOfFiles } from '#lib/server/auth/mail-job.ts';
export { changeOrganizer, createOrganizer, listOrganizers } from '#lib/server/auth/organizers.ts';
export type { NewOrganizer, Organizer, OrganizerChange } from '#lib/server/auth/organizers.ts';
export { signIn } from '#lib/server/auth/sign-in.ts';
export { needsSetUp, newSetUpToken, setUp } from '#lib/server/auth/set-up.ts';
export { noticesOf } from '#lib/server/auth/owner-notices.ts';
export type { OwnerNotice } from '#lib/server/auth/owner-notices.ts';
export {
  addApp,
  addPasskey,
  answerWithCode,
  answerWithPasskey,
  challengeFor,
  removeFactor,
  renewRecoveryCodes,
  secondFactorOf
} from '#lib/server/auth/second-factor.ts';
