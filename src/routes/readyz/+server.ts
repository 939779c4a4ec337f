import { readinessOf } from '#lib/server/operating/index.ts';
import type { RequestHandler } from './$types';

/** For whoever watches over the server: can it do its work? */
export const GET: RequestHandler = async ({ locals }) => {
  const readiness = await readinessOf(locals.ctx);
  const status = Object.values(readiness).every(Boolean) ? 200 : 503;
  return Response.json(readiness, { status, headers: { 'cache-control': 'no-store' } });
};
