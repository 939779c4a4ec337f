import { isLocale } from '#lib/domain/i18n/locale.ts';
import { jsonWithTag, problem } from '#lib/server/http/problem.ts';
import { searchProblem } from '#lib/server/http/search-api.ts';
import { suggest } from '#lib/server/search/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, search }, request, url }) => {
  const locale = url.searchParams.get('locale') ?? 'en';
  try {
    const typed = (url.searchParams.get('q') ?? '').slice(0, 200);
    return jsonWithTag(request, { suggestions: await suggest(ctx, search, typed, isLocale(locale) ? locale : 'en') });
  } catch (error) {
    return problem(searchProblem(error));
  }
};
