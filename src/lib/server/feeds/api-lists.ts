import { asc, inArray } from 'drizzle-orm';
import type * as v from 'valibot';
import {
  eventResource,
  organizationResource,
  personResource,
  recordingResource,
  seriesResource
} from '#lib/domain/api/from-entry.ts';
import type { EventsQuery, ListQuery, RecordingsQuery } from '#lib/domain/api/query.ts';
import { statedDate } from '#lib/domain/feeds/dates.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, readingTracks, recordings, series, statusChanges } from '#lib/server/db/schema/index.ts';
import { entriesById, listedObjects, type ListedObject } from '#lib/server/feeds/entries.ts';

/** Kinds of objects that the API lists, by the word in its address. */
export const collections = {
  events: 'event',
  recordings: 'recording',
  people: 'person',
  organizations: 'organization',
  series: 'series'
} as const;
export type Collection = keyof typeof collections;
export const isCollection = (value: string): value is Collection => value in collections;

/** The entries of these objects, as the API writes them. */
export async function resourcesById(
  ctx: Ctx,
  locale: Locale,
  collection: Collection,
  ids: readonly string[],
  reach: 'list' | 'read'
) {
  switch (collection) {
    case 'events':
      return (await entriesById(ctx, locale, 'event', ids, reach)).map(eventResource);
    case 'recordings':
      return (await entriesById(ctx, locale, 'recording', ids, reach)).map(recordingResource);
    case 'people':
      return (await entriesById(ctx, locale, 'person', ids, reach)).map(personResource);
    case 'organizations':
      return (await entriesById(ctx, locale, 'organization', ids, reach)).map(organizationResource);
    case 'series':
      return (await entriesById(ctx, locale, 'series', ids, reach)).map(seriesResource);
  }
}

type Wanted = (objects: ListedObject[]) => Promise<ListedObject[]>;

async function seriesIdOf({ read }: Ctx, uuid: string | undefined): Promise<string | null> {
  if (uuid === undefined) return null;
  const [row] = await read
    .select({ id: series.id })
    .from(series)
    .where(inArray(series.uuid, [uuid]));
  return row?.id ?? '';
}

/** Event ids that the filters let through. Reads a few columns of all events: some thousands at most. */
export function eventFilter(
  ctx: Ctx,
  { status, kind, year, series: wantedSeries }: v.InferOutput<typeof EventsQuery>
): Wanted {
  return async (objects) => {
    if (!(status ?? kind ?? year ?? wantedSeries)) return objects;
    const seriesId = await seriesIdOf(ctx, wantedSeries);
    const { id, kind: kindOf, seriesId: inSeries, date } = events;
    const rows = await ctx.read.select({ id, kind: kindOf, seriesId: inSeries, date }).from(events);
    const log = status
      ? await ctx.read
          .select({ id: statusChanges.eventId, kind: statusChanges.kind })
          .from(statusChanges)
          .orderBy(asc(statusChanges.position))
      : [];
    const current = new Map(log.map((entry) => [entry.id, entry.kind]));
    const passing = rows.filter(
      (row) =>
        (!kind || row.kind === kind) &&
        (!year || statedDate(row.date)?.slice(0, 4) === year) &&
        (seriesId === null || row.seriesId === seriesId) &&
        (!status || current.get(row.id) === status)
    );
    const ids = new Set(passing.map((row) => row.id));
    return objects.filter((object) => ids.has(object.id));
  };
}

export function recordingFilter(
  ctx: Ctx,
  { event, language, standIns }: v.InferOutput<typeof RecordingsQuery>
): Wanted {
  return async (objects) => {
    const { id, eventId, mediaState } = recordings;
    const rows = await ctx.read.select({ id, eventId, mediaState }).from(recordings);
    const [eventRow] = event
      ? await ctx.read
          .select({ id: events.id })
          .from(events)
          .where(inArray(events.uuid, [event]))
      : [];
    const readable = language
      ? await ctx.read
          .select({ id: readingTracks.recordingId })
          .from(readingTracks)
          .where(inArray(readingTracks.language, [language]))
      : [];
    const inLanguage = new Set(readable.map((row) => row.id));
    const passing = rows.filter(
      (row) =>
        (standIns === 'include' || row.mediaState !== 'stand_in') &&
        (!event || row.eventId === (eventRow?.id ?? '')) &&
        (!language || inLanguage.has(row.id))
    );
    const ids = new Set(passing.map((row) => row.id));
    return objects.filter((object) => ids.has(object.id));
  };
}

/** A page of a list; null when there is no page of this number. An empty list has one empty page. */
export async function listResources(
  ctx: Ctx,
  collection: Collection,
  { lang, page, perPage }: v.InferOutput<typeof ListQuery>,
  wanted: Wanted = async (objects) => objects
) {
  const all = await listedObjects(ctx, collections[collection]);
  // nobody without a name is in the list of people: their entries are left out before the pages are counted
  const named = collection === 'people' ? await namedOnly(ctx, lang, all) : all;
  const objects = await wanted(named);
  const pages = Math.max(1, Math.ceil(objects.length / perPage));
  if (page > pages) return null;
  const ids = objects.slice((page - 1) * perPage, page * perPage).map(({ id }) => id);
  const data = await resourcesById(ctx, lang, collection, ids, 'list');
  return { data, page, perPage, pages, total: objects.length };
}

async function namedOnly(ctx: Ctx, locale: Locale, objects: ListedObject[]): Promise<ListedObject[]> {
  const entries = await entriesById(
    ctx,
    locale,
    'person',
    objects.map(({ id }) => id)
  );
  const uuids = new Set(entries.map(({ uuid }) => uuid));
  return objects.filter(({ uuid }) => uuids.has(uuid));
}
