import { robots } from '#lib/server/feeds/index.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, locals: { ctx } }) =>
  textAnswer(request, robots(ctx), { type: 'text/plain; charset=utf-8' });
