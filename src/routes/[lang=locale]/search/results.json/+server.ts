import { streamResults } from '#lib/server/http/search-export.ts';
import { jsonLines } from '#lib/server/search/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx, search }, url }) =>
  streamResults(url, 'application/json; charset=utf-8', (address) => jsonLines(ctx, search, address));
