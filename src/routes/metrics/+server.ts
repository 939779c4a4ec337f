import { timingSafeEqual } from 'node:crypto';
import { refuse } from '#lib/server/http/answers.ts';
import { isLoopback } from '#lib/server/http/client-address.ts';
import { metricsOf } from '#lib/server/operating/index.ts';
import type { Config } from '#lib/server/config.ts';
import type { RequestHandler } from './$types';

const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * By its own token; without one only on a machine that nobody else reaches: behind a proxy on the same machine everybody
 * may seem to come from it.
 */
function mayAsk({ metricsToken, publicUrl }: Config, request: Request, address: string): boolean {
  if (metricsToken) return isSame(request.headers.get('authorization') ?? '', `Bearer ${metricsToken}`);
  return isLoopback(address) && isLoopback(publicUrl.hostname.replace(/^\[|\]$/g, ''));
}

/** For Prometheus and alike; to everybody else there is nothing here. */
export const GET: RequestHandler = async ({ locals, request, getClientAddress }) => {
  if (!mayAsk(locals.ctx.config, request, getClientAddress())) refuse(404, 'missing');
  const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(await metricsOf(locals.ctx), { headers });
};
