import { readApiSearch, searchProblem } from '#lib/server/http/search-api.ts';
import { jsonWithTag, problem } from '#lib/server/http/problem.ts';
import { apiAnswer, searchMoments } from '#lib/server/search/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, search }, request, url }) => {
  const read = readApiSearch(url.searchParams);
  if ('problem' in read) return problem(read.problem);
  try {
    const result = await searchMoments(ctx, search, read.question);
    const { page, perPage } = read.question;
    return jsonWithTag(request, apiAnswer(result, { page, perPage, origin: ctx.config.publicUrl.origin }));
  } catch (error) {
    return problem(searchProblem(error));
  }
};
