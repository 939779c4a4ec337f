import { cardOfQuote } from '#lib/server/feeds/index.ts';
import { cardAnswer } from '#lib/server/http/card-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, request, locals: { ctx, locale } }) =>
  cardAnswer(request, ctx, cardOfQuote(ctx, locale, params.code));
