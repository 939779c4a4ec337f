import { securityTxt } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, locals: { ctx } }) =>
  textAnswer(request, await found(securityTxt(ctx)), { type: 'text/plain; charset=utf-8' });
