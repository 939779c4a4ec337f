import { cardOfArchive } from '#lib/server/feeds/index.ts';
import { cardAnswer } from '#lib/server/http/card-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, locals: { ctx, locale } }) =>
  cardAnswer(request, ctx, cardOfArchive(ctx, locale));
