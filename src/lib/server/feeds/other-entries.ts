import { asc, inArray } from 'drizzle-orm';
import type {
  ArchiveEntry,
  EntryLink,
  OrganizationEntry,
  PageEntry,
  PersonEntry,
  SeriesEntry
} from '#lib/domain/feeds/entry.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { localize, textIn } from '#lib/domain/i18n/localized.ts';
import { shellMessages } from '#lib/domain/i18n/messages/shell.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { keptFromSearchEngines } from '#lib/domain/people/search-engines.ts';
import { shownName } from '#lib/domain/people/shown-name.ts';
import { listed, may } from '#lib/server/access/index.ts';
import { getSite } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, organizations, type pages, type people, type series } from '#lib/server/db/schema/index.ts';
import { absolute, linksTo, urlsOf } from '#lib/server/feeds/addresses.ts';

/** The archive as outputs name it; the software's name until an archive has one of its own. */
export async function archiveEntry(ctx: Ctx, locale: Locale): Promise<ArchiveEntry> {
  const site = await getSite(ctx);
  return {
    title: textIn(site?.title, locale) || shellMessages(locale).siteName,
    description: textIn(site?.description ?? site?.tagline, locale),
    locale,
    origin: ctx.config.publicUrl.origin,
    url: absolute(ctx, pathIn(locale))
  };
}

interface ObjectRow {
  id: string;
  uuid: string;
  noindex: boolean;
  publishedAt: number | null;
  createdAt: number;
  updatedAt: number;
}

const baseOf = (row: ObjectRow, locale: Locale, urls: Record<Locale, string>) => ({
  ...{ uuid: row.uuid, noindex: row.noindex, updatedAt: row.updatedAt, locale, urls },
  url: urls[locale],
  publishedAt: row.publishedAt ?? row.createdAt
});

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

async function affiliations(ctx: Ctx, locale: Locale, ids: readonly string[]): Promise<Map<string, EntryLink>> {
  if (ids.length === 0) return new Map();
  const found = await ctx.read
    .select()
    .from(organizations)
    .where(inArray(organizations.id, [...new Set(ids)]));
  const open = listed(ctx, 'organization:list', found);
  const named = open.map(({ id, uuid, name, shortName }) => ({
    ...{ id, uuid },
    title: name ?? { en: shortName, es: shortName }
  }));
  return linksTo(ctx, locale, 'organization', named);
}

/** Those people who may be named; the others have no entry. */
export async function personEntries(
  ctx: Ctx,
  locale: Locale,
  rows: readonly (typeof people.$inferSelect)[]
): Promise<PersonEntry[]> {
  const [urls, links] = await Promise.all([
    urlsOf(ctx, 'person', idsOf(rows)),
    affiliations(
      ctx,
      locale,
      rows.flatMap(({ organizationId }) => organizationId ?? [])
    )
  ]);
  return rows.flatMap((row): PersonEntry[] => {
    const name = shownName(row, may(ctx, 'person:read', row), locale);
    if (name === null) return [];
    return [
      {
        type: 'person',
        ...baseOf(row, locale, urls(row.id)),
        noindex: keptFromSearchEngines(row),
        name,
        title: { text: name, lang: locale, fallback: false },
        summary: localize(row.bio, locale),
        office: localize(row.office, locale),
        organization: links.get(row.organizationId ?? '') ?? null
      }
    ];
  });
}

export async function organizationEntries(
  ctx: Ctx,
  locale: Locale,
  rows: readonly (typeof organizations.$inferSelect)[]
): Promise<OrganizationEntry[]> {
  const urls = await urlsOf(ctx, 'organization', idsOf(rows));
  return rows.map((row) => {
    const name = localize(row.name, locale);
    return {
      type: 'organization',
      ...baseOf(row, locale, urls(row.id)),
      shortName: row.shortName,
      name,
      title: name ?? { text: row.shortName, lang: locale, fallback: false },
      summary: localize(row.note, locale),
      homepage: row.url
    };
  });
}

async function eventsOfSeries(ctx: Ctx, locale: Locale, ids: readonly string[]): Promise<Map<string, EntryLink[]>> {
  if (ids.length === 0) return new Map();
  const found = await ctx.read
    .select()
    .from(events)
    .where(inArray(events.seriesId, [...ids]))
    .orderBy(asc(events.seriesPosition), asc(events.sortDate), asc(events.id));
  const open = listed(ctx, 'event:list', found);
  const links = await linksTo(ctx, locale, 'event', open);
  const bySeries = new Map<string, EntryLink[]>();
  for (const { id, seriesId } of open) {
    const link = links.get(id);
    if (seriesId && link) bySeries.set(seriesId, [...(bySeries.get(seriesId) ?? []), link]);
  }
  return bySeries;
}

export async function seriesEntries(
  ctx: Ctx,
  locale: Locale,
  rows: readonly (typeof series.$inferSelect)[]
): Promise<SeriesEntry[]> {
  const [urls, stops] = await Promise.all([
    urlsOf(ctx, 'series', idsOf(rows)),
    eventsOfSeries(ctx, locale, idsOf(rows))
  ]);
  return rows.map((row) => ({
    type: 'series',
    ...baseOf(row, locale, urls(row.id)),
    kind: row.kind,
    status: row.status,
    title: localize(row.title, locale) ?? { text: row.id, lang: locale, fallback: false },
    summary: localize(row.description, locale),
    events: stops.get(row.id) ?? []
  }));
}

export async function pageEntries(
  ctx: Ctx,
  locale: Locale,
  rows: readonly (typeof pages.$inferSelect)[]
): Promise<PageEntry[]> {
  const urls = await urlsOf(ctx, 'page', idsOf(rows));
  return rows.map((row) => ({
    type: 'page',
    ...baseOf(row, locale, urls(row.id)),
    title: localize(row.title, locale) ?? { text: row.id, lang: locale, fallback: false },
    summary: null
  }));
}
