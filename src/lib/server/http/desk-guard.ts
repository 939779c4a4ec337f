import { redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { archiveActions } from '#lib/domain/access/action.ts';
import { routes } from '#lib/domain/access/routes.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { refuse } from '#lib/server/http/answers.ts';
import { problem } from '#lib/server/http/problem.ts';
import { keptField, keepFields } from '#lib/server/http/kept-form.ts';

const desk = '/[lang=locale]/manage';
const isDesk = (route: string | null): boolean => route === desk || (route?.startsWith(`${desk}/`) ?? false);

const signInPath = ({ locals, url }: RequestEvent) =>
  `${pathIn(locals.locale, 'sign-in')}?next=${encodeURIComponent(url.pathname + url.search)}`;

const isForm = (request: Request) =>
  /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(request.headers.get('content-type') ?? '');

/**
 * A form that was sent after its session had ended: the page for signing in is shown in its place and carries what was
 * written, so that it can be sent once more afterwards.
 */
async function keepAndSignIn(event: RequestEvent): Promise<Response> {
  const form = new FormData();
  form.set(keptField, JSON.stringify(keepFields(await event.request.formData())));
  form.set('next', event.url.pathname + event.url.search);
  const headers: Record<string, string> = {};
  for (const name of ['accept', 'x-sveltekit-action']) {
    const value = event.request.headers.get(name);
    if (value) headers[name] = value;
  }
  return event.fetch(`${pathIn(event.locals.locale, 'sign-in')}?/keep`, { method: 'POST', body: form, headers });
}

/** Nobody comes to the desk without having signed in. */
export const withDeskGuard: Handle = ({ event, resolve }) => {
  const { route, locals, request } = event;
  if (!isDesk(route.id) || locals.ctx.viewer.kind === 'organizer') return resolve(event);
  if (request.method === 'GET' || request.method === 'HEAD') redirect(303, signInPath(event));
  if (isForm(request)) return keepAndSignIn(event);
  return problem({ status: 401, code: 'signed-out', title: 'Sign in first.' });
};

/**
 * Refuses a page of the desk to a role that has nothing to do there, by the page's row of the matrix, before its own
 * services are asked for each object. For the desk's layout.
 */
export function refuseByMatrix({
  route,
  locals
}: Pick<RequestEvent, 'locals'> & { route: { id: string | null } }): void {
  const rule = archiveActions.find((action) => action === routes[route.id ?? '']?.GET);
  if (rule && !can(locals.ctx.viewer, rule, null, locals.ctx.now())) refuse(403, 'not-allowed');
}
