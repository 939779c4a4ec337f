import { operator } from '#lib/domain/access/viewer.ts';
import type { Ctx } from '#lib/server/context.ts';
import { asViewer } from '#lib/server/context.ts';
import { IndexKeeper } from '#lib/server/search/keep.ts';
import { createSearchPool } from '#lib/server/search/pool.ts';
import type { SearchEngine } from '#lib/server/search/service.ts';

export { apiAnswer, momentPath, type ApiMatch, type ApiMoment } from '#lib/server/search/api.ts';
export { findBesides, namesBeginning, type Beside } from '#lib/server/search/besides.ts';
export { getConcordance, mostPassages, type Concordance } from '#lib/server/search/concordance.ts';
export { csvLines, jsonLines } from '#lib/server/search/export.ts';
export { suggest, type Suggestion } from '#lib/server/search/suggest.ts';
export { checkIndex, type IndexCheck, type IndexFault } from '#lib/server/search/check.ts';
export type { Order } from '#lib/server/search/engine/search.ts';
export { orders } from '#lib/server/search/engine/search.ts';
export { rebuildIndex, refreshIndex } from '#lib/server/search/keep.ts';
export { mergeJob } from '#lib/server/search/merge-job.ts';
export type { OnIndexed } from '#lib/server/search/take-in.ts';
export {
  noChoices,
  searchMoments,
  type Choices,
  type MomentResult,
  type SearchEngine,
  type SearchQuestion,
  type SearchResult
} from '#lib/server/search/service.ts';
export type { RecordingFacts } from '#lib/server/search/names.ts';
export type { FacetValue, ShownFacets } from '#lib/server/search/shown-facets.ts';
export type { Nearby, NearWord } from '#lib/server/search/nearby.ts';
export {
  getResultsPage,
  momentsPerPage,
  questionOf,
  type HelpView,
  type ResultsView
} from '#lib/server/search/page.ts';
export { leaveIndex } from '#lib/server/search/write.ts';

/** Threads and freshness of one archive; close it when the server or the command ends. */
export function openSearch(ctx: Ctx): SearchEngine & { close(): Promise<void> } {
  const { databaseUrl } = ctx.config;
  const keeper = new IndexKeeper(asViewer(ctx, operator('search')));
  const pool = createSearchPool({ databaseUrl });
  return {
    keeper,
    pool,
    async close() {
      await keeper.close();
      await pool.close();
    }
  };
}
