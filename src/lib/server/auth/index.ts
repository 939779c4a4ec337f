export { Attempts, networkOf } from '#lib/server/auth/attempts.ts';
export type { Session, SessionRow, Sessions, SessionUser } from '#lib/server/auth/contract.ts';
export { makePasswordLink, readPasswordLink, takePasswordLink } from '#lib/server/auth/links.ts';
export { createOrganizer, listOrganizers } from '#lib/server/auth/organizers.ts';
export type { NewOrganizer, Organizer } from '#lib/server/auth/organizers.ts';
export { signIn } from '#lib/server/auth/sign-in.ts';
