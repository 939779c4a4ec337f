import type { Handle } from '@sveltejs/kit';

const changes = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/**
 * Did a page of this site send it? Browsers say so in Sec-Fetch-Site, older ones in Origin. A request that says neither
 * comes from a program, which has no cookie of ours; with one it is refused. SvelteKit looks at forms by itself; this also
 * holds for JSON, files and everything else.
 */
export function isFromHere(request: Request, origin: string, hasSession: boolean): boolean {
  const site = request.headers.get('sec-fetch-site');
  const from = request.headers.get('origin');
  if (site !== null && site !== 'same-origin') return false;
  if (from !== null) return from === origin;
  return site === 'same-origin' || !hasSession;
}

/** Refuses changes that another site asks a visitor's browser for. `cookieName` says which cookie is a session. */
export const withSameOrigin =
  (cookieName: () => string): Handle =>
  ({ event, resolve }) => {
    const hasSession = event.cookies.get(cookieName()) !== undefined;
    if (!changes(event.request.method) || isFromHere(event.request, event.url.origin, hasSession))
      return resolve(event);
    return new Response('This was sent by another site.\n', {
      status: 403,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
    });
  };
