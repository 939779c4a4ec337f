import type { Cookies, RequestEvent } from '@sveltejs/kit';
import type { Sessions } from '#lib/server/auth/index.ts';

/** Sets the cookie of a session; null takes it away. */
export function setSession(cookies: Cookies, sessions: Sessions, token: string | null): void {
  const { name, value, attributes } = sessions.cookie(token);
  cookies.set(name, value, attributes);
}

const browsers = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari']
] as const;
const systems = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux']
] as const;

/** Browser and system in two words: enough for its owner to know it again, and no more. */
export function deviceOf({ request }: Pick<RequestEvent, 'request'>): string | null {
  const agent = request.headers.get('user-agent') ?? '';
  const [browser, system] = [browsers, systems].map((list) => list.find(([pattern]) => pattern.test(agent))?.[1]);
  return [browser, system].filter(Boolean).join(', ') || null;
}

/** Ends what this browser had and begins anew: a token from before signing in is worth nothing after it. */
export async function startSession(event: RequestEvent, userId: string, pending = false): Promise<void> {
  const { sessions } = event.locals.door;
  const before = event.cookies.get(sessions.cookieName);
  if (before) await sessions.revoke(before);
  setSession(event.cookies, sessions, await sessions.create(userId, { pending, device: deviceOf(event) }));
}

/** After a new password, role or second factor: every session of the person ends, and this browser gets a new one. */
export async function renewSessions(event: RequestEvent, userId: string): Promise<void> {
  await event.locals.door.sessions.revokeAll(userId);
  await startSession(event, userId);
}
