import { inArray } from 'drizzle-orm';
import type { Published } from '#lib/domain/archive/types.ts';
import type { AnyEntry } from '#lib/domain/feeds/entry.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { may } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, organizations, pages, people, recordings, series } from '#lib/server/db/schema/index.ts';
import type { EntryKind } from '#lib/server/feeds/addresses.ts';
import { eventEntries } from '#lib/server/feeds/event-entries.ts';
import { organizationEntries, pageEntries, personEntries, seriesEntries } from '#lib/server/feeds/other-entries.ts';
import { recordingEntries } from '#lib/server/feeds/recording-entries.ts';

export type EntryOf<K extends EntryKind> = Extract<AnyEntry, { type: K }>;

/** `read`: whoever has the address may; `list`: feeds, exports and sitemaps may name it. */
type Reach = 'read' | 'list';

function inOrder<T extends { id: string } & Published>(
  ctx: Ctx,
  kind: EntryKind,
  ids: readonly string[],
  rows: readonly T[],
  reach: Reach
): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).filter((row) => may(ctx, `${kind}:${reach}`, row));
}

type Loader<K extends EntryKind> = (ctx: Ctx, locale: Locale, ids: string[], reach: Reach) => Promise<EntryOf<K>[]>;

const loaders: { [K in EntryKind]: Loader<K> } = {
  event: async (ctx, locale, ids, reach) => {
    const rows = await ctx.read.select().from(events).where(inArray(events.id, ids));
    return eventEntries(ctx, locale, inOrder(ctx, 'event', ids, rows, reach));
  },
  recording: async (ctx, locale, ids, reach) => {
    const rows = await ctx.read.select().from(recordings).where(inArray(recordings.id, ids));
    return recordingEntries(ctx, locale, inOrder(ctx, 'recording', ids, rows, reach));
  },
  person: async (ctx, locale, ids, reach) => {
    const rows = await ctx.read.select().from(people).where(inArray(people.id, ids));
    return personEntries(ctx, locale, inOrder(ctx, 'person', ids, rows, reach));
  },
  organization: async (ctx, locale, ids, reach) => {
    const rows = await ctx.read.select().from(organizations).where(inArray(organizations.id, ids));
    return organizationEntries(ctx, locale, inOrder(ctx, 'organization', ids, rows, reach));
  },
  series: async (ctx, locale, ids, reach) => {
    const rows = await ctx.read.select().from(series).where(inArray(series.id, ids));
    return seriesEntries(ctx, locale, inOrder(ctx, 'series', ids, rows, reach));
  },
  page: async (ctx, locale, ids, reach) => {
    const rows = await ctx.read.select().from(pages).where(inArray(pages.id, ids));
    return pageEntries(ctx, locale, inOrder(ctx, 'page', ids, rows, reach));
  }
};

/** Entries of the objects with these ids that the viewer may see, in the order of the ids. At most a few hundred at once. */
export async function entriesById<K extends EntryKind>(
  ctx: Ctx,
  locale: Locale,
  kind: K,
  ids: readonly string[],
  reach: Reach = 'list'
): Promise<EntryOf<K>[]> {
  return ids.length === 0 ? [] : loaders[kind](ctx, locale, [...ids], reach);
}

const tables = {
  event: events,
  recording: recordings,
  person: people,
  organization: organizations,
  series,
  page: pages
};

/** What an order and a sitemap need of an object, without its texts. */
export interface ListedObject extends Published {
  id: string;
  uuid: string;
  noindex: boolean;
  /** UTC milliseconds; of what was never published by hand, when it was made. */
  publishedAt: number;
  updatedAt: number;
}

/** Everything of a kind that lists may name, the newest first. */
export async function listedObjects(ctx: Ctx, kind: EntryKind): Promise<ListedObject[]> {
  const table = tables[kind];
  const { id, uuid, state, publishAt, publishedAt, createdAt, updatedAt, noindex } = table;
  const rows = await ctx.read
    .select({ id, uuid, state, publishAt, publishedAt, createdAt, updatedAt, noindex })
    .from(table)
    .where(inArray(table.state, ['public', 'scheduled']));
  return rows
    .filter((row) => may(ctx, `${kind}:list`, row))
    .map((row) => ({ ...row, publishedAt: row.publishedAt ?? row.createdAt }))
    .sort((a, b) => b.publishedAt - a.publishedAt || a.id.localeCompare(b.id));
}

/** So many entries are made at a time: a feed of everything takes no more room than that. */
export const batchLength = 200;

/** Entries one after another, made in batches. */
export async function* entriesInBatches<K extends EntryKind>(
  ctx: Ctx,
  locale: Locale,
  kind: K,
  ids: readonly string[]
): AsyncGenerator<EntryOf<K>[], void> {
  for (let from = 0; from < ids.length; from += batchLength) {
    yield await entriesById(ctx, locale, kind, ids.slice(from, from + batchLength));
  }
}
