import { anonymous } from '#lib/domain/access/viewer.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { asViewer } from '#lib/server/context.ts';
import { absolute, podcastFeed } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { streamAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

/** /es/podcast/en.xml: what can be heard in English, told in Spanish. */
export const GET: RequestHandler = async ({ params, url, locals: { ctx, locale } }) => {
  const [, language] = /^([a-z]{2,8})\.xml$/.exec(params.language) ?? [];
  const standIns = url.searchParams.get('standIns') === 'include';
  const selfUrl = absolute(ctx, url.pathname + (standIns ? '?standIns=include' : ''));
  const imageUrl = absolute(ctx, pathIn(locale, 'podcast', language ?? '', 'cover.png'));
  const feed = language
    ? podcastFeed(asViewer(ctx, anonymous), locale, { language, standIns, selfUrl, imageUrl })
    : Promise.resolve(null);
  return streamAnswer(await found(feed), { type: 'application/rss+xml; charset=utf-8' });
};
