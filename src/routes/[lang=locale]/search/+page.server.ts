import { Unsent } from '#lib/domain/archive/unsent.ts';
import { parseQuery } from '#lib/domain/search/query.ts';
import { readSearchAddress } from '#lib/domain/search/page-address.ts';
import { islandOf } from '#lib/server/islands.ts';
import { answer } from '#lib/server/http/answers.ts';
import { getResultsPage } from '#lib/server/search/index.ts';
import type { PageServerLoad } from './$types';

// Its script is src/islands/search.ts: SvelteKit would send all results a second time, as data.
export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx, locale, search }, url }) => {
  const address = readSearchAddress(url.searchParams);
  const { refused, notices, clauses } = parseQuery(address.q);
  const asked = refused === null && clauses.length > 0;
  const results = asked ? await answer(getResultsPage(ctx, search, locale, address)) : null;
  return {
    section: 'search' as const,
    address,
    refused,
    notices,
    results: new Unsent(results),
    script: islandOf('search')
  };
};
