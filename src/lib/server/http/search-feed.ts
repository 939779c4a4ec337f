import type { RequestEvent } from '@sveltejs/kit';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { readSearchAddress, searchPath } from '#lib/domain/search/page-address.ts';
import { asViewer } from '#lib/server/context.ts';
import { absolute, searchFeed, type NewsFormat } from '#lib/server/feeds/index.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import { problem } from '#lib/server/http/problem.ts';
import { searchProblem } from '#lib/server/http/search-api.ts';

const types = { rss: 'application/rss+xml; charset=utf-8', atom: 'application/atom+xml; charset=utf-8' } as const;

/** A saved search as a feed; what the search refuses is said as problem details. */
export async function searchFeedAnswer({ url, request, locals }: RequestEvent, format: NewsFormat): Promise<Response> {
  const { ctx, locale, search } = locals;
  const address = readSearchAddress(url.searchParams);
  if (address.q === '') return problem({ status: 400, code: 'query-missing', title: 'Say what to look for in q' });
  const selfUrl = absolute(ctx, searchPath(locale, address, format === 'rss' ? 'feed.xml' : 'atom.xml'));
  try {
    const reader = asViewer(ctx, anonymous);
    const feed = await searchFeed(reader, search, locale, address, { format, selfUrl });
    return textAnswer(request, feed, { type: types[format] });
  } catch (error) {
    return problem(searchProblem(error));
  }
}
