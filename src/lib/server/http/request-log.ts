import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { locales } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import type { Log } from '#lib/server/log.ts';
import type { Traffic } from '#lib/server/operating/metrics.ts';

/** Header in which a request's id goes to SvelteKit and back to whoever asked; what a client sends is overwritten. */
export const requestIdHeader = 'x-request-id';

/** What follows one of these opens something to whoever knows it. */
const secretAfter = ['preview', 'password', 'setup', 'sign-in'];
/** Steps of signing in: words, and nothing secret. */
const steps = ['forgot', 'second'];

const wordOf = (path: string): string => path.split('/').at(-1) ?? '';
const guarded = new Set(locales.flatMap((locale) => secretAfter.map((word) => wordOf(pathIn(locale, word)))));
const known = new Set(locales.flatMap((locale) => steps.map((word) => wordOf(pathIn(locale, 'sign-in', word)))));

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).toLowerCase();
  } catch {
    return segment;
  }
}

/** A path as the log may keep it: without what was asked for in it, and without the secret of a link. */
export function loggedPath(url: string): string {
  const segments = (url.split(/[?#]/, 1)[0] ?? '').split('/');
  const word = segments.findIndex((segment) => guarded.has(decoded(segment)));
  const secret = segments.findIndex((segment, index) => word >= 0 && index > word && segment !== '');
  if (secret < 0 || known.has(decoded(segments[secret] ?? ''))) return segments.join('/');
  return segments.with(secret, '…').join('/');
}

/**
 * Gives a request an id, counts it, and writes a line when it has been answered: method, path without what was asked for
 * in it and without secrets, status, milliseconds. No address: who reads what is nobody's business.
 */
export function followRequest(request: IncomingMessage, response: ServerResponse, log: Log, traffic: Traffic): void {
  const id = randomBytes(6).toString('base64url');
  request.headers[requestIdHeader] = id;
  response.setHeader(requestIdHeader, id);
  const started = performance.now();
  const path = loggedPath(request.url ?? '');
  response.once('close', () => {
    const ms = performance.now() - started;
    traffic.answered(response.statusCode, ms / 1000);
    const line = { id, method: request.method, path, status: response.statusCode, ms: Math.round(ms) };
    if (response.statusCode >= 500) log.warn('answered', line);
    else log.debug('answered', line);
  });
}
