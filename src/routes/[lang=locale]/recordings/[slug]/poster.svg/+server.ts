import { found } from '#lib/server/http/answers.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import { drawPoster } from '#lib/server/recordings/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, request, locals: { ctx, locale } }) =>
  textAnswer(request, await found(drawPoster(ctx, locale, params.slug)), {
    type: 'image/svg+xml',
    // what is withdrawn must go: a browser asks again after an hour
    headers: { 'cache-control': 'public, max-age=3600' }
  });
