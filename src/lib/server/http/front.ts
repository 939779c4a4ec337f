import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { bodyLimit } from '#lib/server/http/body-limits.ts';
import { admit } from '#lib/server/http/gate.ts';
import { securityHeaders } from '#lib/server/http/security-headers.ts';
import type { Config } from '#lib/server/config.ts';

/** Looks at a request before the pages do. True: answered. */
export type Shortcut = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Everything in front of SvelteKit, in this order: headers for every answer, the gate, what can be answered without
 * SvelteKit (finished pages, see docs/architecture.md), SvelteKit.
 */
export function createFront(config: Config, shortcuts: readonly Shortcut[], handler: RequestListener): RequestListener {
  const { hosts, publicUrl, trustedProxies } = config;
  const headers = Object.entries(securityHeaders(publicUrl));
  const protocol = publicUrl.protocol === 'https:' ? 'https' : 'http';
  const options = { hosts, protocol, trustedProxies, bodyLimit } as const;
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (!admit(request, response, options)) return;
    if (shortcuts.some((answers) => answers(request, response))) return;
    handler(request, response);
  };
}
