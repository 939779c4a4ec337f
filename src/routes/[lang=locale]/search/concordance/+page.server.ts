import { concordanceOrders } from '#lib/domain/search/concordance.ts';
import { readSearchAddress } from '#lib/domain/search/page-address.ts';
import { parseQuery } from '#lib/domain/search/query.ts';
import { answer } from '#lib/server/http/answers.ts';
import { getConcordance } from '#lib/server/search/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const perPage = 100;

export const load: PageServerLoad = async ({ locals: { ctx, locale, search }, url }) => {
  const address = readSearchAddress(url.searchParams);
  const sort = concordanceOrders.find((order) => order === url.searchParams.get('sort')) ?? 'place';
  const { refused, clauses } = parseQuery(address.q);
  const asked = refused === null && clauses.length > 0;
  const found = asked ? await answer(getConcordance(ctx, search, locale, address, sort)) : null;
  if (!found) return { section: 'search' as const, address, sort, refused, found: null };
  const { lines, ...rest } = found;
  const pages = Math.max(1, Math.ceil(lines.length / perPage));
  const page = Math.min(address.page, pages);
  const shown = lines.slice((page - 1) * perPage, page * perPage);
  return {
    section: 'search' as const,
    ...{ address, sort, refused },
    found: { ...rest, lines: shown, occurrences: lines.length, page, pages, first: (page - 1) * perPage + 1 }
  };
};
