import { eq } from 'drizzle-orm';
import { may } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/open.ts';
import { events, recordings, series } from '#lib/server/db/schema/index.ts';
import type { LabelOfSpeaker } from '#lib/server/recordings/index.ts';
import type { Facets } from '#lib/server/search/engine/facets.ts';
import { labelsOf } from '#lib/server/search/names.ts';

/** One choice of a filter, with how many moments it would leave. */
export interface FacetValue {
  value: string;
  count: number;
}

/** Counts as a form shows them: names as they may be shown, series and years of the recordings. */
export interface ShownFacets {
  languages: FacetValue[];
  voices: FacetValue[];
  speakers: FacetValue[];
  series: (FacetValue & { title: (typeof series.$inferSelect)['title'] })[];
  years: FacetValue[];
}

const listOf = (counts: Map<string, number>): FacetValue[] =>
  [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);

/** What the counts of a common word ask of every recording. */
interface Catalogue {
  revision: number;
  labels: Map<string, LabelOfSpeaker>;
  places: Map<string, { seriesId: string | null; year: string }>;
  titles: Map<string, (typeof series.$inferSelect)['title']>;
}

// Of what visitors see, made anew when any of it was changed. The names beside moments are asked for each answer.
const kept = new WeakMap<Database, Catalogue>();

async function catalogueOf(ctx: Ctx): Promise<Catalogue> {
  const revision = ctx.db.contentRevision();
  const known = ctx.viewer.kind === 'anonymous' ? kept.get(ctx.db) : undefined;
  if (known?.revision === revision) return known;
  const [labels, rows, allSeries] = await Promise.all([
    labelsOf(ctx, null),
    ctx.read
      .select({
        id: recordings.id,
        own: recordings.seriesId,
        of: events.seriesId,
        on: recordings.recordedOn,
        at: events.sortDate
      })
      .from(recordings)
      .leftJoin(events, eq(events.id, recordings.eventId)),
    ctx.read.select().from(series)
  ]);
  const places = new Map(
    rows.map(({ id, own, of, on, at }) => [id, { seriesId: own ?? of, year: (on ?? at ?? '').slice(0, 4) }])
  );
  const titles = new Map(allSeries.filter((one) => may(ctx, 'series:list', one)).map(({ id, title }) => [id, title]));
  const made = { revision, labels, places, titles };
  if (ctx.viewer.kind === 'anonymous') kept.set(ctx.db, made);
  return made;
}

export async function shownFacets(ctx: Ctx, facets: Facets): Promise<ShownFacets> {
  const { labels, places, titles } = await catalogueOf(ctx);
  const speakers = new Map<string, number>();
  const bySeries = new Map<string, number>();
  const byYear = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string | null | undefined, count: number) => {
    if (key) counts.set(key, (counts.get(key) ?? 0) + count);
  };
  for (const { id, count, speakers: heard } of facets.recordings) {
    const labelOf = labels.get(id);
    for (const [speaker, times] of heard) add(speakers, labelOf?.(speaker, null), times);
    const place = places.get(id);
    add(byYear, place?.year, count);
    add(bySeries, place?.seriesId, count);
  }
  return {
    languages: listOf(new Map(Object.entries(facets.languages))),
    voices: listOf(new Map(Object.entries(facets.voices))),
    speakers: listOf(speakers),
    series: listOf(bySeries).flatMap((value) => {
      const title = titles.get(value.value);
      return title === undefined ? [] : [{ ...value, title }];
    }),
    years: listOf(byYear).sort((a, b) => b.value.localeCompare(a.value))
  };
}
