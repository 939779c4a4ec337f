import { asc, eq, inArray } from 'drizzle-orm';
import type { SourceRef, TitleOrigin } from '#lib/domain/archive/types.ts';
import type { StatusKind } from '#lib/domain/events/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { assertCan, listed } from '#lib/server/access/index.ts';
import { findBySlug, slugsOf, type Slugs } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { series } from '#lib/server/db/schema/index.ts';
import {
  eventCardsById,
  eventCardsOfSeries,
  timelineOfSeries,
  type EventCard,
  type TimelineEntry
} from '#lib/server/events/index.ts';
import { creditsOf, type Credit } from '#lib/server/people/index.ts';

type SeriesRow = typeof series.$inferSelect;

export interface SeriesCard {
  id: string;
  slugs: Slugs;
  kind: 'tour' | 'series';
  title: Localized;
  description: Localized | null;
  status: StatusKind | null;
}

export interface SeriesPage extends SeriesCard {
  titleOrigin: TitleOrigin | null;
  thanks: Localized | null;
  /** The events as planned, in their order, without the one that took their place. */
  stops: EventCard[];
  /** The event that took the place of the whole; also when it belongs to the series itself. */
  replacedBy: EventCard | null;
  credits: Credit[];
  timeline: TimelineEntry[];
  noindex: boolean;
  sources: SourceRef[];
}

const cardOf = ({ id, kind, title, description, status }: SeriesRow, slugs: Slugs): SeriesCard => ({
  ...{ id, slugs, kind, title, description, status }
});

async function cardsOf(ctx: Ctx, rows: SeriesRow[]): Promise<SeriesCard[]> {
  const open = listed(ctx, 'series:list', rows);
  const slugs = await slugsOf(
    ctx,
    'series',
    open.map(({ id }) => id)
  );
  return open.map((row) => cardOf(row, slugs.get(row.id) ?? { en: row.id, es: row.id }));
}

export const listSeries = async (ctx: Ctx): Promise<SeriesCard[]> =>
  cardsOf(ctx, await ctx.read.select().from(series).orderBy(asc(series.id)));

export const seriesByIds = async (ctx: Ctx, ids: readonly string[]): Promise<SeriesCard[]> =>
  ids.length === 0
    ? []
    : cardsOf(
        ctx,
        await ctx.read
          .select()
          .from(series)
          .where(inArray(series.id, [...ids]))
      );

async function pageOf(ctx: Ctx, row: SeriesRow, slugs: Slugs): Promise<SeriesPage> {
  const events = await eventCardsOfSeries(ctx, row.id);
  const [replacedBy = null] = row.replacedById ? await eventCardsById(ctx, [row.replacedById]) : [];
  const { titleOrigin, thanks, noindex, sources } = row;
  return {
    ...cardOf(row, slugs),
    ...{ titleOrigin, thanks, noindex, sources, replacedBy },
    stops: events.filter(({ id }) => id !== replacedBy?.id),
    credits: await creditsOf(ctx, 'series', row.id),
    timeline: await timelineOfSeries(
      ctx,
      row.id,
      events.map(({ id }) => id)
    )
  };
}

/** A tour's or a series' page; null when there is none. Throws when it may not be read. */
export async function getSeries(
  ctx: Ctx,
  locale: Locale,
  slug: string
): Promise<{ series: SeriesPage; moved: boolean } | null> {
  const found = await findBySlug(ctx, 'series', locale, slug);
  const [row] = found ? await ctx.read.select().from(series).where(eq(series.id, found.id)) : [];
  if (!found || !row) return null;
  assertCan(ctx, 'series:read', { ...row, seriesIds: [row.id] });
  return { series: await pageOf(ctx, row, found.slugs), moved: found.moved };
}

/** The same by its id, for pages that show a series among other things; null when lists may not name it. */
export async function seriesPageById(ctx: Ctx, id: string): Promise<SeriesPage | null> {
  const rows = listed(ctx, 'series:list', await ctx.read.select().from(series).where(eq(series.id, id)));
  const [row] = rows;
  if (!row) return null;
  return pageOf(ctx, row, (await slugsOf(ctx, 'series', [id])).get(id) ?? { en: id, es: id });
}
