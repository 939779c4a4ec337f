import type { ArchiveDate, Figure, SourceRef, TitleOrigin } from '#lib/domain/archive/types.ts';
import {
  attendanceModes,
  eventKinds,
  seriesKinds,
  statusKinds,
  type AccessOffer,
  type ChangeDate,
  type Panel,
  type Registration
} from '#lib/domain/events/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import {
  checkOneOf,
  count,
  flag,
  index,
  json,
  millis,
  oneOf,
  primaryKey,
  table,
  text
} from '#lib/server/db/columns.ts';
import { objectColumns } from '#lib/server/db/schema/objects.ts';

/** A tour or another row of events that belong together. */
export const series = table('series', {
  ...objectColumns(),
  kind: oneOf(seriesKinds).notNull(),
  title: json<Localized>().notNull(),
  titleOrigin: json<TitleOrigin>(),
  description: json<Localized>(),
  thanks: json<Localized>(),
  /** Said of the whole; each stop has its own log. Null: said by its stops only. */
  status: oneOf(statusKinds),
  /** The event that took the place of the whole. */
  replacedById: text()
});

export const events = table(
  'events',
  {
    ...objectColumns(),
    kind: oneOf(eventKinds).notNull(),
    seriesId: text(),
    seriesPosition: count(),
    title: json<Localized>().notNull(),
    titleOrigin: json<TitleOrigin>(),
    summary: json<Localized>(),
    description: json<Localized>(),
    date: json<ArchiveDate>().notNull(),
    /** Earliest possible day, ISO, for ordering only: value, else a bound. Null: nothing known. */
    sortDate: text(),
    startsAt: millis(),
    endsAt: millis(),
    /** IANA zone of the event; null: the source does not say. */
    timeZone: text(),
    durationMs: millis(),
    place: json<Localized>(),
    venue: json<Localized>(),
    onlineUrl: text(),
    attendance: oneOf(attendanceModes),
    /** Not an event of the campaign itself: shown in the timeline and with its topic. */
    background: flag().notNull().default(false),
    registration: json<Registration>(),
    cost: json<Localized>(),
    access: json<AccessOffer>(),
    contact: json<Localized>(),
    flyerImageId: text(),
    thanks: json<Localized>(),
    panel: json<Panel>(),
    organizationsNote: json<Localized>(),
    localHosts: json<Localized>(),
    figures: json<Figure[]>().notNull().default([])
  },
  (t) => [
    index('events_order').on(t.state, t.sortDate),
    index('events_series').on(t.seriesId, t.seriesPosition),
    checkOneOf('events_kind', t.kind, eventKinds)
  ]
);

/** Append only: an event's current status is its last entry by `position`. */
export const statusChanges = table(
  'status_changes',
  {
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    position: count().notNull(),
    kind: oneOf(statusKinds).notNull(),
    changed: json<ChangeDate>().notNull(),
    previousStart: json<ArchiveDate>(),
    reason: json<Localized>(),
    note: json<Localized>(),
    replacedById: text(),
    inferred: json<string[]>().notNull().default([]),
    sources: json<SourceRef[]>().notNull().default([]),
    recordedAt: millis().notNull()
  },
  (t) => [primaryKey({ columns: [t.eventId, t.position] }), checkOneOf('status_changes_kind', t.kind, statusKinds)]
);

/** Which event took the place of which; read both ways. */
export const eventReplacements = table(
  'event_replacements',
  {
    eventId: text()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    replacedById: text().notNull(),
    inferred: flag().notNull().default(false)
  },
  (t) => [primaryKey({ columns: [t.eventId, t.replacedById] }), index('event_replacements_by').on(t.replacedById)]
);

export const timelineEntries = table('timeline_entries', {
  id: text().primaryKey(),
  position: count().notNull(),
  date: json<ArchiveDate>().notNull(),
  text: json<Localized>().notNull(),
  /** What the source states, in the archive's words. */
  basis: json<Localized>(),
  eventId: text(),
  seriesId: text(),
  personIds: json<string[]>().notNull().default([]),
  figures: json<Figure[]>().notNull().default([]),
  sources: json<SourceRef[]>().notNull().default([])
});
