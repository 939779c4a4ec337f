import type { Handle, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { anonymous, type Viewer } from '#lib/domain/access/viewer.ts';
import { isLocale } from '#lib/domain/i18n/locale.ts';
import type { Session } from '#lib/server/auth/index.ts';
import type { App } from '#lib/server/http/app.ts';
import { requestIdHeader } from '#lib/server/http/request-log.ts';
import { rehearsing } from '#lib/server/http/preview-answer.ts';
import { setSession } from '#lib/server/http/session-cookie.ts';
import { describeError } from '#lib/server/log.ts';

/** The language of the address; English where the address names none. */
export const withLocale: Handle = ({ event, resolve }) => {
  const [, first] = event.url.pathname.split('/');
  event.locals.locale = isLocale(first) ? first : 'en';
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('lang="%lang%"', `lang="${event.locals.locale}"`)
  });
};

interface Asker {
  viewer: Viewer;
  session: Session | null;
}

async function askerOf({ cookies }: RequestEvent, { sessions }: App['door']): Promise<Asker> {
  const token = cookies.get(sessions.cookieName);
  // visitors have no cookie: nothing is looked up for them and nothing is set
  if (!token) return { viewer: anonymous, session: null };
  const found = await sessions.validate(token);
  if (!found) {
    setSession(cookies, sessions, null);
    return { viewer: anonymous, session: null };
  }
  const { user, session, fresh } = found;
  if (fresh) setSession(cookies, sessions, token);
  // who still owes the second factor is nobody yet
  if (session.pending) return { viewer: anonymous, session };
  const { id: userId, role, name, seriesIds } = user;
  return { viewer: { kind: 'organizer', userId, role, name, seriesIds }, session };
}

const isPageOrData = (response: Response) =>
  /^(text\/html|application\/json)\b/.test(response.headers.get('content-type') ?? '') || response.status >= 300;

/** Who asks, and what services are given for them. */
export const withContext =
  (app: () => App): Handle =>
  async ({ event, resolve }) => {
    const { locals } = event;
    const { viewer, session } = await askerOf(event, app().door);
    // a page that is rehearsed for a preview is read with a visitor's eyes, inside that rehearsal
    locals.ctx = rehearsing.getStore() ?? app().contextFor(viewer);
    locals.search = app().search;
    locals.door = app().door;
    locals.session = session;
    const response = await resolve(event);
    // what was made for somebody who signed in is kept by nobody: not by the browser, not by a proxy
    if (viewer.kind === 'organizer' && isPageOrData(response)) response.headers.set('cache-control', 'no-store');
    return response;
  };

/**
 * Writes what nobody expected to the log, under a number that the visitor is shown as well; the visitor is told nothing
 * else. A path that no route has is no error of ours.
 */
export const reportError: HandleServerError = ({ error, event, status, message }) => {
  if (status === 404) return { message: 'missing', code: 'missing' };
  const ctx: App.Locals['ctx'] | undefined = event.locals.ctx;
  const reference = event.request.headers.get(requestIdHeader) ?? ctx?.newId().slice(0, 8) ?? '';
  const detail = describeError(error);
  ctx?.log.error('request failed', { reference, status, route: event.route.id, method: event.request.method, detail });
  return { message, code: 'unexpected', reference };
};
