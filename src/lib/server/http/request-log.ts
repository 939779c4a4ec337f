import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '#lib/server/log.ts';
import type { Traffic } from '#lib/server/operating/metrics.ts';

/** Header in which a request's id goes to SvelteKit and back to whoever asked; what a client sends is overwritten. */
export const requestIdHeader = 'x-request-id';

/**
 * Gives a request an id, counts it, and writes a line when it has been answered: method, path without what was asked for
 * in it, status, milliseconds. No address: who reads what is nobody's business.
 */
export function followRequest(request: IncomingMessage, response: ServerResponse, log: Log, traffic: Traffic): void {
  const id = randomBytes(6).toString('base64url');
  request.headers[requestIdHeader] = id;
  response.setHeader(requestIdHeader, id);
  const started = performance.now();
  const [path = ''] = (request.url ?? '').split('?', 1);
  response.once('close', () => {
    const ms = performance.now() - started;
    traffic.answered(response.statusCode, ms / 1000);
    const line = { id, method: request.method, path, status: response.statusCode, ms: Math.round(ms) };
    if (response.statusCode >= 500) log.warn('answered', line);
    else log.debug('answered', line);
  });
}
