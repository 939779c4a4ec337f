import { asc, eq } from 'drizzle-orm';
import type { Queries } from '#lib/server/db/open.ts';
import {
  eventReplacements,
  events,
  series,
  statusChanges,
  timelineEntries,
  topics
} from '#lib/server/db/schema/index.ts';
import { linksOf } from '#lib/server/records/read/links.ts';
import { dateOf, durationOf, figureOf, previousStartOf, sourceOf, timeOf } from '#lib/server/records/read/values.ts';

type EventRow = typeof events.$inferSelect;

function eventDateOf({ date, startsAt, endsAt, timeZone, durationMs }: EventRow) {
  const time = startsAt !== null && timeZone ? timeOf(startsAt, timeZone) : null;
  const endTime = endsAt !== null && timeZone && durationMs === null ? timeOf(endsAt, timeZone) : null;
  return { ...dateOf(date), time, endTime, timeZone, duration: durationOf(durationMs) };
}

async function historyOf(read: Queries, { id, timeZone }: EventRow) {
  const rows = await read
    .select()
    .from(statusChanges)
    .where(eq(statusChanges.eventId, id))
    .orderBy(asc(statusChanges.position));
  return rows.map(({ kind, changed, previousStart, reason, note, replacedById, inferred, sources }) => ({
    status: kind,
    changedOn: changed.on,
    notBefore: changed.notBefore,
    notAfter: changed.notAfter,
    previousStart: previousStart && previousStartOf(previousStart, timeZone),
    reason,
    note,
    replacedBy: replacedById,
    inferred,
    source: sourceOf(sources)
  }));
}

export async function readEvent(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(events).where(eq(events.id, id));
  if (!row) return null;
  const statusHistory = await historyOf(read, row);
  const told = new Set(statusHistory.map(({ replacedBy }) => replacedBy));
  const replacements = await read.select().from(eventReplacements).where(eq(eventReplacements.eventId, id));
  const links = await linksOf(read, 'event', id);
  return {
    ...links,
    id,
    kind: row.kind,
    background: row.background,
    series: row.seriesId,
    seriesOrder: row.seriesPosition,
    title: row.title,
    titleOrigin: row.titleOrigin,
    summary: row.summary,
    description: row.description,
    date: eventDateOf(row),
    place: { label: row.place, venue: row.venue, url: row.onlineUrl },
    attendance: row.attendance,
    registration: row.registration,
    cost: row.cost,
    access: row.access,
    contact: row.contact,
    flyer: row.flyerImageId,
    thanks: row.thanks,
    statusHistory,
    replacedBy: replacements.find(({ replacedById }) => !told.has(replacedById))?.replacedById ?? null,
    panel: row.panel,
    organizations: links.organizations.filter(({ role }) => role !== 'speaker_organization'),
    speakerOrganizations: links.organizations
      .filter(({ role }) => role === 'speaker_organization')
      .map((each) => each.id),
    organizationsNote: row.organizationsNote,
    localHosts: row.localHosts,
    figures: row.figures.map(figureOf),
    rights: row.rights,
    source: sourceOf(row.sources)
  };
}

export async function readSeries(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(series).where(eq(series.id, id));
  if (!row) return null;
  const { slug, people, organizations } = await linksOf(read, 'series', id);
  const { kind, title, titleOrigin, description, status, replacedById, thanks, rights, sources } = row;
  return {
    ...{ id, kind, slug, title, titleOrigin, description, status, people, organizations, thanks, rights },
    stops: await stopsOf(read, id),
    replacedBy: replacedById,
    source: sourceOf(sources)
  };
}

/** The events of a series that were to take place somewhere, in order. */
export async function stopsOf(read: Queries, seriesId: string): Promise<string[]> {
  const rows = await read
    .select({ id: events.id, kind: events.kind, position: events.seriesPosition })
    .from(events)
    .where(eq(events.seriesId, seriesId))
    .orderBy(asc(events.seriesPosition), asc(events.id));
  return rows.filter(({ kind }) => kind === 'tour_stop').map((row) => row.id);
}

export async function readTopic(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(topics).where(eq(topics.id, id));
  if (!row) return null;
  const { slug } = await linksOf(read, 'topic', id);
  const { name, abbreviation, alsoKnownAs, parties, rights, sources } = row;
  return {
    ...{ id, slug, name, abbreviation, alsoKnownAs, rights },
    parties: parties.map((party) => ({ ...party, signed: dateOf(party.signed) })),
    source: sourceOf(sources)
  };
}

export async function readTimelineEntry(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(timelineEntries).where(eq(timelineEntries.id, id));
  if (!row) return null;
  const { position, date, text, basis, eventId, seriesId, personIds, figures, sources } = row;
  return {
    ...{ id, text, basis },
    order: position,
    date: dateOf(date),
    event: eventId,
    series: seriesId,
    people: personIds,
    figures: figures.map(figureOf),
    source: sourceOf(sources)
  };
}
