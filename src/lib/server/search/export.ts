import { csvMark, csvRow } from '#lib/domain/feeds/csv.ts';
import type { SearchAddress } from '#lib/domain/search/page-address.ts';
import type { Ctx } from '#lib/server/context.ts';
import { apiAnswer, type ApiMoment } from '#lib/server/search/api.ts';
import { questionOf } from '#lib/server/search/page.ts';
import { searchMoments, type SearchEngine } from '#lib/server/search/service.ts';

const atOnce = 500;

/** All moments of a search, a stretch at a time, in the order of the page. */
async function* allMoments(ctx: Ctx, engine: SearchEngine, address: SearchAddress): AsyncIterable<ApiMoment[]> {
  const { origin } = ctx.config.publicUrl;
  for (let page = 1; ; page++) {
    const question = { ...questionOf(address), page, perPage: atOnce, heads: false, facets: false };
    const result = await searchMoments(ctx, engine, question);
    yield apiAnswer(result, { page, perPage: atOnce, origin }).moments;
    if (page * atOnce >= result.total) return;
  }
}

const header = [
  'recording',
  'start_ms',
  'end_ms',
  'speakers',
  'language',
  'voice',
  'original',
  'matched',
  'text',
  'url'
];

/** One line for each text of each moment. */
export async function* csvLines(ctx: Ctx, engine: SearchEngine, address: SearchAddress): AsyncIterable<string> {
  yield csvMark + csvRow(header);
  for await (const moments of allMoments(ctx, engine, address)) {
    const rows = moments.flatMap(({ recording, speakers, matches, url }) =>
      matches.map(({ lang, text, startMs, endMs, voice, original, matched }) =>
        csvRow([recording, startMs, endMs, speakers.join('; '), lang, voice, original, matched, text, url])
      )
    );
    yield rows.join('');
  }
}

/** One JSON array with a moment a line, as the interface for programs gives them. */
export async function* jsonLines(ctx: Ctx, engine: SearchEngine, address: SearchAddress): AsyncIterable<string> {
  let before = '[\n';
  for await (const moments of allMoments(ctx, engine, address)) {
    for (const moment of moments) {
      yield before + JSON.stringify(moment);
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
