import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Ctx } from '#lib/server/context.ts';
import { eventReplacements, events, statusChanges, timelineEntries } from '#lib/server/db/schema/index.ts';

export type EventRow = typeof events.$inferSelect;
export type StatusRow = typeof statusChanges.$inferSelect;
export type ReplacementRow = typeof eventReplacements.$inferSelect;
export type TimelineRow = typeof timelineEntries.$inferSelect;

export const allEvents = (ctx: Ctx): Promise<EventRow[]> => ctx.read.select().from(events);

export async function eventById(ctx: Ctx, id: string): Promise<EventRow | null> {
  const [row] = await ctx.read.select().from(events).where(eq(events.id, id));
  return row ?? null;
}

export const eventsById = async (ctx: Ctx, ids: readonly string[]): Promise<EventRow[]> =>
  ids.length === 0
    ? []
    : ctx.read
        .select()
        .from(events)
        .where(inArray(events.id, [...ids]));

/** The events of a series in their own order, then by date. */
export const eventsOfSeries = (ctx: Ctx, seriesId: string): Promise<EventRow[]> =>
  ctx.read
    .select()
    .from(events)
    .where(eq(events.seriesId, seriesId))
    .orderBy(asc(events.seriesPosition), asc(events.sortDate), asc(events.id));

/** Oldest entry first; the order of entry decides, not the date. */
export const logOf = (ctx: Ctx, eventId: string): Promise<StatusRow[]> =>
  ctx.read.select().from(statusChanges).where(eq(statusChanges.eventId, eventId)).orderBy(asc(statusChanges.position));

/** The last entry of each event's log. */
export async function currentEntries(ctx: Ctx, eventIds: readonly string[]): Promise<Map<string, StatusRow>> {
  if (eventIds.length === 0) return new Map();
  const rows = await ctx.read
    .select()
    .from(statusChanges)
    .where(inArray(statusChanges.eventId, [...eventIds]))
    .orderBy(asc(statusChanges.position));
  return new Map(rows.map((row) => [row.eventId, row]));
}

/** Rows in which the event was replaced or replaces, from both sides. */
export const replacementsOf = (ctx: Ctx, eventId: string): Promise<ReplacementRow[]> =>
  ctx.read
    .select()
    .from(eventReplacements)
    .where(or(eq(eventReplacements.eventId, eventId), eq(eventReplacements.replacedById, eventId)));

export const timeline = (ctx: Ctx): Promise<TimelineRow[]> =>
  ctx.read.select().from(timelineEntries).orderBy(asc(timelineEntries.position), asc(timelineEntries.id));

/** Entries that name one of these events or this series. */
export const timelineOf = (ctx: Ctx, eventIds: readonly string[], seriesId: string): Promise<TimelineRow[]> =>
  ctx.read
    .select()
    .from(timelineEntries)
    .where(
      or(
        eq(timelineEntries.seriesId, seriesId),
        eventIds.length > 0 ? and(inArray(timelineEntries.eventId, [...eventIds])) : undefined
      )
    )
    .orderBy(asc(timelineEntries.position), asc(timelineEntries.id));
