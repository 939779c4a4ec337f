import { redirect } from '@sveltejs/kit';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { setSession } from '#lib/server/http/session-cookie.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ cookies, locals: { door, locale } }) => {
  const token = cookies.get(door.sessions.cookieName);
  if (token) await door.sessions.revoke(token);
  setSession(cookies, door.sessions, null);
  redirect(303, pathIn(locale, 'sign-in'));
};
