import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer } from '#lib/server/context.ts';
import { chaptersFile } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, request, locals: { ctx, locale } }) =>
  textAnswer(request, await found(chaptersFile(asViewer(ctx, anonymous), locale, params.slug)), {
    type: 'application/json+chapters; charset=utf-8'
  });
