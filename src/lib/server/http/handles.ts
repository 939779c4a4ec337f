import type { Handle, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { anonymous, type Viewer } from '#lib/domain/access/viewer.ts';
import { isLocale } from '#lib/domain/i18n/locale.ts';
import type { App } from '#lib/server/http/app.ts';
import { describeError } from '#lib/server/log.ts';

/** The language of the address; English where the address names none. */
export const withLocale: Handle = ({ event, resolve }) => {
  const [, first] = event.url.pathname.split('/');
  event.locals.locale = isLocale(first) ? first : 'en';
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('lang="%lang%"', `lang="${event.locals.locale}"`)
  });
};

async function viewerOf({ cookies }: RequestEvent, { sessions }: App): Promise<Viewer> {
  const token = cookies.get(sessions.cookieName);
  // visitors have no cookie: nothing is looked up for them and nothing is set
  if (!token) return anonymous;
  const { user, session } = await sessions.validate(token);
  if (!user) return anonymous;
  if (session.fresh) {
    const { name, value, attributes } = sessions.cookie(session.id);
    cookies.set(name, value, { ...attributes, path: '/' });
  }
  return { kind: 'organizer', userId: user.id, role: user.role };
}

/** Who asks, and what services are given for them. */
export const withContext =
  (app: () => App): Handle =>
  async ({ event, resolve }) => {
    event.locals.ctx = app().contextFor(await viewerOf(event, app()));
    event.locals.search = app().search;
    return resolve(event);
  };

/**
 * Writes what nobody expected to the log, under a number that the visitor is shown as well; the visitor is told nothing
 * else. A path that no route has is no error of ours.
 */
export const reportError: HandleServerError = ({ error, event, status, message }) => {
  if (status === 404) return { message: 'missing', code: 'missing' };
  const ctx: App.Locals['ctx'] | undefined = event.locals.ctx;
  const reference = ctx?.newId().slice(0, 8) ?? '';
  const detail = describeError(error);
  ctx?.log.error('request failed', { reference, status, route: event.route.id, method: event.request.method, detail });
  return { message, code: 'unexpected', reference };
};
