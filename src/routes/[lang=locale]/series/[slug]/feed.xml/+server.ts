import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer } from '#lib/server/context.ts';
import { absolute, newsFeed, scopeBySlug } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { streamAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, params, locals: { ctx, locale } }) => {
  const reader = asViewer(ctx, anonymous);
  const scope = await found(scopeBySlug(reader, locale, 'series', params.slug));
  return streamAnswer(newsFeed(reader, locale, scope, 'rss', absolute(ctx, url.pathname)), {
    type: 'application/rss+xml; charset=utf-8'
  });
};
