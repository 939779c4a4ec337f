import { lookup as resolveName } from 'node:dns';
import { request as askPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as askSecure } from 'node:https';
import { isIP } from 'node:net';
import { isAskable, isPublicAddress } from '#lib/server/links/guard.ts';

export interface AskOptions {
  signal: AbortSignal;
  /** Tests ask servers of their own machine. */
  isOpen?: (address: string) => boolean;
  mayAsk?: (url: string) => boolean;
  timeoutMs?: number;
}

/** What came: a status, or why none did. */
export type Answer = { status: number } | { failure: string };

const redirects = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 5;

/**
 * Resolves a name and refuses what is not public. The connection goes to the very address that was looked at, so a name
 * that answers otherwise the second time gains nothing.
 */
const guarded =
  (isOpen: (address: string) => boolean): NonNullable<RequestOptions['lookup']> =>
  (name, options, callback) => {
    resolveName(name, { ...options, all: true }, (error, found) => {
      const open = error ? [] : found.filter(({ address }) => isOpen(address));
      const [first] = open;
      if (error || !first) return callback(error ?? new Error('not a public address'), '', 4);
      if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };

function once(url: URL, method: 'HEAD' | 'GET', { signal, isOpen = isPublicAddress, timeoutMs = 20_000 }: AskOptions) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    // an address in figures is resolved by nobody, so it is looked at here
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !isOpen(host)) return reject(new Error('not a public address'));
    const ask = url.protocol === 'https:' ? askSecure : askPlain;
    const headers = { 'user-agent': 'Acervo link check', accept: '*/*' };
    const options = { method, headers, signal, lookup: guarded(isOpen), agent: false };
    const request = ask(url, options, (response) => {
      // that something came is all that is asked: nothing of it is read
      response.destroy();
      resolve(response);
    });
    request.setTimeout(timeoutMs, () => request.destroy(new Error('no answer in time')));
    request.on('error', reject);
    request.end();
  });
}

/** Follows at most five redirects, each looked at as the first address was. */
async function follow(address: string, method: 'HEAD' | 'GET', options: AskOptions): Promise<Answer> {
  let url = new URL(address);
  for (let step = 0; step <= mostRedirects; step++) {
    const { statusCode = 0, headers } = await once(url, method, options);
    if (!redirects.has(statusCode) || !headers.location) return { status: statusCode };
    const next = URL.canParse(headers.location, url) ? new URL(headers.location, url) : null;
    if (!next || !(options.mayAsk ?? isAskable)(next.href)) return { failure: 'leads to what may not be asked' };
    url = next;
  }
  return { failure: 'too many redirects' };
}

/** Is there something at this address? HEAD first; servers that do not know it, or mistrust it, are asked by GET. */
export async function askAddress(address: string, options: AskOptions): Promise<Answer> {
  if (!(options.mayAsk ?? isAskable)(address)) return { failure: 'may not be asked' };
  try {
    const answer = await follow(address, 'HEAD', options);
    if ('status' in answer && answer.status < 400) return answer;
    return await follow(address, 'GET', options);
  } catch (error) {
    options.signal.throwIfAborted();
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Somebody who wants to know who asks (401, 403, 429), or is ill today (5xx, nothing at all), may still be there; gone for
 * sure are 404 and 410. All of them count as failures but the first: a page behind a door is not dead.
 */
export const isFailure = (answer: Answer): boolean =>
  'failure' in answer || (answer.status >= 400 && ![401, 403, 405, 407, 429].includes(answer.status));
