import type { RequestListener, ServerResponse } from 'node:http';
import { bodyLimit } from '#lib/server/http/body-limits.ts';
import { refusalOf, refuse, stampHeaders } from '#lib/server/http/gate.ts';
import { clientAddressHeader } from '#lib/server/http/client-address.ts';
import { LoadGuard, type TurnedAway } from '#lib/server/http/load.ts';
import { followRequest } from '#lib/server/http/request-log.ts';
import { silentLog, type Log } from '#lib/server/log.ts';
import { Traffic } from '#lib/server/operating/metrics.ts';
import { KeptFiles } from '#lib/server/http/kept-files.ts';
import type { KeptPages } from '#lib/server/http/kept-pages.ts';
import { mayBeKeptFile, serveKeptFile } from '#lib/server/http/serve-files.ts';
import { servePages } from '#lib/server/http/serve-pages.ts';
import { securityHeaders } from '#lib/server/http/security-headers.ts';
import type { Config } from '#lib/server/config.ts';

export interface Surroundings {
  log: Log;
  load: LoadGuard;
}

function turnAway(response: ServerResponse, { why, status, retryAfterSeconds }: TurnedAway): void {
  Traffic.shared[why]++;
  const text = why === 'limited' ? 'Too many requests from this address.' : 'Too much at once.';
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'retry-after': String(retryAfterSeconds),
      'cache-control': 'no-store'
    })
    .end(`${text} Please come again in ${String(retryAfterSeconds)} seconds.\n`);
}

/**
 * Everything in front of SvelteKit, in this order: the gate, kept files, kept pages, the guard
 * against too much, SvelteKit. Every answer has the security headers: a kept page brings those it was finished with, so nothing but the gate stands between it and the visitor.
 */
export function createFront(
  config: Config,
  pages: KeptPages,
  handler: RequestListener,
  surroundings: Surroundings = { log: silentLog, load: new LoadGuard(config) }
): RequestListener {
  const { hosts, publicUrl, trustedProxies, accelPrefix } = config;
  // where each address has its pace, SvelteKit's route keeps it
  const files = config.mediaBytesPerSecond === null || accelPrefix !== null ? KeptFiles.shared : null;
  const headers = Object.entries(securityHeaders(publicUrl));
  const protocol = publicUrl.protocol === 'https:' ? 'https' : 'http';
  const options = { hosts, protocol, trustedProxies, bodyLimit } as const;
  const secure = (response: ServerResponse) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
  const { log, load } = surroundings;
  const serve = servePages((request, response) => {
    secure(response);
    stampHeaders(request, options);
    followRequest(request, response, log, Traffic.shared);
    const [path = ''] = (request.url ?? '').split('?', 1);
    const away = load.refusal(path, String(request.headers[clientAddressHeader] ?? ''), Date.now());
    if (away) return turnAway(response, away);
    response.once('close', load.begin(path));
    handler(request, response);
  }, pages);
  return (request, response) => {
    const refusal = refusalOf(request, options);
    if (!refusal && files && mayBeKeptFile(request, files)) {
      const begin = () => {
        secure(response);
        followRequest(request, response, log, Traffic.shared);
      };
      void serveKeptFile(request, response, { files, pages, accelPrefix, begin }).then((served) => {
        if (!served) serve(request, response);
      });
      return;
    }
    if (!refusal) return serve(request, response);
    secure(response);
    refuse(response, refusal);
  };
}
