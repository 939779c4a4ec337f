import { cardOfObject } from '#lib/server/feeds/index.ts';
import { cardAnswer } from '#lib/server/http/card-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, request, locals: { ctx, locale } }) =>
  cardAnswer(request, ctx, cardOfObject(ctx, locale, 'recording', params.slug));
