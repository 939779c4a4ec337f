import type { RequestListener } from 'node:http';
import { bodyLimit } from '#lib/server/http/body-limits.ts';
import { admit } from '#lib/server/http/gate.ts';
import type { KeptPages } from '#lib/server/http/kept-pages.ts';
import { servePages } from '#lib/server/http/serve-pages.ts';
import { securityHeaders } from '#lib/server/http/security-headers.ts';
import type { Config } from '#lib/server/config.ts';

/**
 * Everything in front of SvelteKit, in this order: headers for every answer, the gate, kept pages, SvelteKit.
 */
export function createFront(config: Config, pages: KeptPages, handler: RequestListener): RequestListener {
  const { hosts, publicUrl, trustedProxies } = config;
  const headers = Object.entries(securityHeaders(publicUrl));
  const protocol = publicUrl.protocol === 'https:' ? 'https' : 'http';
  const serve = servePages(handler, pages);
  const options = { hosts, protocol, trustedProxies, bodyLimit } as const;
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (admit(request, response, options)) serve(request, response);
  };
}
