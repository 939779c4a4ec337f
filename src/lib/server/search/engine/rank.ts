import type { Query } from '#lib/domain/search/query.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import { findHits, prepareTrack } from '#lib/domain/search/match.ts';
import type { Segment } from '#lib/server/search/engine/segment.ts';

const k1 = 1.2;
const b = 0.75;

/**
 * BM25's share of one document, a recording being a document of moments: many hits count, each further one less, and less in
 * a long recording. Every hit meets the whole query, so the weight of its words is the same for all and left out.
 */
export function scoreOf(hits: number, moments: number, averageMoments: number): number {
  return (hits * (k1 + 1)) / (hits + k1 * (1 - b + (b * moments) / averageMoments));
}

/** A word of the query in the title weighs as much as all hits together can. */
const titleWeight = k1 + 1;

/** Document → its title's share of the score, for documents whose title meets a clause of the query. */
export function titleScores(segment: Segment, query: Query): Map<number, number> {
  const scores = new Map<number, number>();
  for (const clause of query.clauses) {
    const one: Query = { ...query, clauses: [clause], excluded: [] };
    for (const { moment } of findHits(one, titlesOf(segment))) {
      scores.set(moment, (scores.get(moment) ?? 0) + titleWeight / query.clauses.length);
    }
  }
  return scores;
}

const prepared = new WeakMap<Segment, ReturnType<typeof prepareTrack>[]>();

/** The titles of a segment as one text for each language, a cue for each document, with silence between them. */
function titlesOf(segment: Segment): ReturnType<typeof prepareTrack>[] {
  let titles = prepared.get(segment);
  if (titles === undefined) {
    titles = locales.map((language) =>
      prepareTrack({
        language,
        cues: segment.documents.map((entry, moment) => ({
          startMs: moment * 60_000,
          endMs: moment * 60_000,
          text: new Map<string, string>(Object.entries(entry.titles)).get(language) ?? '',
          moment
        }))
      })
    );
    prepared.set(segment, titles);
  }
  return titles;
}
