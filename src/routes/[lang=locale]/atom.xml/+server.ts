import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer } from '#lib/server/context.ts';
import { absolute, everything, newsFeed } from '#lib/server/feeds/index.ts';
import { streamAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url, locals: { ctx, locale } }) =>
  streamAnswer(newsFeed(asViewer(ctx, anonymous), locale, everything, 'atom', absolute(ctx, url.pathname)), {
    type: 'application/atom+xml; charset=utf-8'
  });
