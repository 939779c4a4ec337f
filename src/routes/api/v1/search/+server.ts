import { limited, readOnly } from '#lib/server/http/api.ts';
import { readApiSearch, searchProblem } from '#lib/server/http/search-api.ts';
import { jsonWithTag, problem } from '#lib/server/http/problem.ts';
import { apiAnswer, searchMoments } from '#lib/server/search/index.ts';
import type { RequestEvent, RequestHandler } from './$types';

async function answer({ locals: { ctx, search }, request, url }: RequestEvent): Promise<Response> {
  const read = readApiSearch(url.searchParams);
  if ('problem' in read) return problem(read.problem);
  try {
    const result = await searchMoments(ctx, search, read.question);
    const { page, perPage } = read.question;
    return jsonWithTag(request, apiAnswer(result, { page, perPage, origin: ctx.config.publicUrl.origin }));
  } catch (error) {
    return problem(searchProblem(error));
  }
}

export const GET: RequestHandler = (event) => limited(event, () => answer(event));
export const fallback: RequestHandler = readOnly;
