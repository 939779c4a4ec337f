import { asc, inArray, or } from 'drizzle-orm';
import { isPast } from '#lib/domain/events/filter.ts';
import type { EntryLink, EventEntry } from '#lib/domain/feeds/entry.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { localize } from '#lib/domain/i18n/localized.ts';
import { listed } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { eventReplacements, events, recordings, series, statusChanges } from '#lib/server/db/schema/index.ts';
import { latestDateOf } from '#lib/server/events/index.ts';
import { linksTo, urlsOf } from '#lib/server/feeds/addresses.ts';
import { organizationsOf, peopleOf } from '#lib/server/feeds/credits.ts';

type EventRow = typeof events.$inferSelect;
type StatusRow = typeof statusChanges.$inferSelect;

const inIds = (ids: readonly string[]) => [...new Set(ids)];

async function logsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, StatusRow[]>> {
  const rows = await ctx.read
    .select()
    .from(statusChanges)
    .where(inArray(statusChanges.eventId, inIds(ids)))
    .orderBy(asc(statusChanges.eventId), asc(statusChanges.position));
  const logs = new Map<string, StatusRow[]>();
  for (const row of rows) logs.set(row.eventId, [...(logs.get(row.eventId) ?? []), row]);
  return logs;
}

/** Which event took the place of which, as links, both ways. */
async function replacementsOf(ctx: Ctx, locale: Locale, ids: readonly string[]) {
  const wanted = inIds(ids);
  const rows = await ctx.read
    .select()
    .from(eventReplacements)
    .where(or(inArray(eventReplacements.eventId, wanted), inArray(eventReplacements.replacedById, wanted)));
  const others = inIds(rows.flatMap(({ eventId, replacedById }) => [eventId, replacedById]));
  const found = others.length === 0 ? [] : await ctx.read.select().from(events).where(inArray(events.id, others));
  const links = await linksTo(ctx, locale, 'event', listed(ctx, 'event:list', found));
  const shown = (id: string): EntryLink[] => [links.get(id) ?? []].flat();
  return {
    replacedBy: (id: string) => rows.filter((row) => row.eventId === id).flatMap((row) => shown(row.replacedById)),
    replaces: (id: string) => rows.filter((row) => row.replacedById === id).flatMap((row) => shown(row.eventId))
  };
}

async function seriesOf(ctx: Ctx, locale: Locale, rows: readonly EventRow[]): Promise<Map<string, EntryLink>> {
  const ids = inIds(rows.flatMap(({ seriesId }) => seriesId ?? []));
  const found = ids.length === 0 ? [] : await ctx.read.select().from(series).where(inArray(series.id, ids));
  return linksTo(ctx, locale, 'series', listed(ctx, 'series:list', found));
}

async function recordingsOf(ctx: Ctx, locale: Locale, ids: readonly string[]): Promise<Map<string, EntryLink[]>> {
  const found = await ctx.read
    .select()
    .from(recordings)
    .where(inArray(recordings.eventId, inIds(ids)))
    .orderBy(asc(recordings.number));
  const open = listed(ctx, 'recording:list', found);
  const links = await linksTo(ctx, locale, 'recording', open);
  const byEvent = new Map<string, EntryLink[]>();
  for (const { id, eventId } of open) {
    const link = links.get(id);
    if (eventId && link) byEvent.set(eventId, [...(byEvent.get(eventId) ?? []), link]);
  }
  return byEvent;
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** Entries for these rows, in their order; a handful of queries however many there are. Rows must be open to the viewer. */
export async function eventEntries(ctx: Ctx, locale: Locale, rows: readonly EventRow[]): Promise<EventEntry[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [urls, logs, replaced, seriesLinks, recordingLinks, people, organizations] = await Promise.all([
    urlsOf(ctx, 'event', ids),
    logsOf(ctx, ids),
    replacementsOf(ctx, locale, ids),
    seriesOf(ctx, locale, rows),
    recordingsOf(ctx, locale, ids),
    peopleOf(ctx, locale, 'event', ids),
    organizationsOf(ctx, locale, 'event', ids)
  ]);
  const today = dayOf(ctx.now());
  return rows.map((row): EventEntry => {
    const log = logs.get(row.id) ?? [];
    const { id, uuid, kind, date, startsAt, endsAt, timeZone, attendance, noindex } = row;
    const past = isPast({ status: log.at(-1)?.kind ?? null, attendance, latestDate: latestDateOf(row) }, today);
    return {
      type: 'event',
      ...{ uuid, kind, date, startsAt, endsAt, timeZone, attendance, noindex, locale },
      url: urls(id)[locale],
      urls: urls(id),
      title: localize(row.title, locale) ?? { text: id, lang: locale, fallback: false },
      summary: localize(row.summary ?? row.description, locale),
      publishedAt: row.publishedAt ?? row.createdAt,
      updatedAt: Math.max(row.updatedAt, ...log.map(({ recordedAt }) => recordedAt)),
      log: log.map(({ kind: status, changed, previousStart, reason }) => ({
        ...{ kind: status, changed, previousStart },
        reason: localize(reason, locale)
      })),
      place: localize(row.place, locale),
      venue: localize(row.venue, locale),
      joinUrl: past ? null : (row.onlineUrl ?? row.registration?.joinUrl ?? null),
      series: seriesLinks.get(row.seriesId ?? '') ?? null,
      replacedBy: replaced.replacedBy(id),
      replaces: replaced.replaces(id),
      recordings: recordingLinks.get(id) ?? [],
      people: people(id),
      organizations: organizations(id)
    };
  });
}
