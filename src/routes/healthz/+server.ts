import { isDatabaseAnswering } from '#lib/server/archive/health.ts';
import type { RequestHandler } from './$types';

/** For whoever watches over the server: does it answer, and does its database? */
export const GET: RequestHandler = async ({ locals }) => {
  const answers = await isDatabaseAnswering(locals.ctx);
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(answers ? 'ok\n' : 'the database does not answer\n', { status: answers ? 200 : 503, headers });
};
