import { streamResults } from '#lib/server/http/search-export.ts';
import { csvLines } from '#lib/server/search/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { ctx, search }, url }) =>
  streamResults(url, 'text/csv; charset=utf-8', (address) => csvLines(ctx, search, address));
