import type { RequestListener, ServerResponse } from 'node:http';
import { bodyLimit } from '#lib/server/http/body-limits.ts';
import { refusalOf, refuse, stampHeaders } from '#lib/server/http/gate.ts';
import type { KeptPages } from '#lib/server/http/kept-pages.ts';
import { servePages } from '#lib/server/http/serve-pages.ts';
import { securityHeaders } from '#lib/server/http/security-headers.ts';
import type { Config } from '#lib/server/config.ts';

/**
 * Everything in front of SvelteKit, in this order: the gate, kept pages, SvelteKit. Every answer has the security
 * headers: a kept page brings those it was finished with, so nothing but the gate stands between it and the visitor.
 */
export function createFront(config: Config, pages: KeptPages, handler: RequestListener): RequestListener {
  const { hosts, publicUrl, trustedProxies } = config;
  const headers = Object.entries(securityHeaders(publicUrl));
  const protocol = publicUrl.protocol === 'https:' ? 'https' : 'http';
  const options = { hosts, protocol, trustedProxies, bodyLimit } as const;
  const secure = (response: ServerResponse) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
  const serve = servePages((request, response) => {
    secure(response);
    stampHeaders(request, options);
    handler(request, response);
  }, pages);
  return (request, response) => {
    const refusal = refusalOf(request, options);
    if (!refusal) return serve(request, response);
    secure(response);
    refuse(response, refusal);
  };
}
