import { statedDate } from '#lib/domain/feeds/dates.ts';
import { statusOf, type ArchiveEntry, type EventEntry } from '#lib/domain/feeds/entry.ts';
import { property, textProperty, uriProperty } from '#lib/domain/feeds/ics-lines.ts';
import { icsInstant, icsLocal, inZone, vTimeZone } from '#lib/domain/feeds/ics-zone.ts';
import { eventLines, eventTitle, placeOf } from '#lib/domain/feeds/words.ts';
import type { StatusKind } from '#lib/domain/events/types.ts';
import { eventMessages } from '#lib/domain/i18n/messages/events.ts';

/**
 * A calendar can hold an event only on a day: months, seasons, unknown and inferred dates
 * stay out and are counted beside the link.
 */
export const hasDay = ({ startsAt, date }: Pick<EventEntry, 'startsAt' | 'date'>): boolean =>
  startsAt !== null || dayOf(statedDate(date)) !== null;

const dayOf = (iso: string | null): string | null => /^\d{4}-\d{2}-\d{2}/.exec(iso ?? '')?.[0] ?? null;

const statusWords = {
  planned: 'TENTATIVE',
  postponed: 'TENTATIVE',
  scheduled: 'CONFIRMED',
  rescheduled: 'CONFIRMED',
  moved_online: 'CONFIRMED',
  held: 'CONFIRMED',
  cancelled: 'CANCELLED'
} as const satisfies Record<StatusKind, string>;

const nextDay = (iso: string) => new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const compact = (iso: string) => iso.replaceAll('-', '');

function moment(name: string, ms: number, timeZone: string | null): string {
  const local = timeZone ? inZone(ms, timeZone) : null;
  return local && timeZone ? property(name, icsLocal(local), { TZID: timeZone }) : property(name, icsInstant(ms));
}

/** With a time of day as in the event's zone; else the whole day, as the source gives it. */
function times({ startsAt, endsAt, timeZone, date }: EventEntry): string {
  if (startsAt !== null) {
    const end = endsAt !== null && endsAt > startsAt ? moment('DTEND', endsAt, timeZone) : '';
    return moment('DTSTART', startsAt, timeZone) + end;
  }
  const day = dayOf(date.value) ?? '';
  // the end of a date is the first day after it (RFC 5545, 3.6.1)
  return (
    property('DTSTART', compact(day), { VALUE: 'DATE' }) + property('DTEND', compact(nextDay(day)), { VALUE: 'DATE' })
  );
}

function vEvent(entry: EventEntry): string {
  const status = statusOf(entry);
  const language = { LANGUAGE: entry.title.lang };
  return [
    property('BEGIN', 'VEVENT'),
    // not the archive's address: a calendar must know the event again after a move
    textProperty('UID', `${entry.uuid}@acervo`),
    property('SEQUENCE', String(entry.log.length)),
    // the last change, not the moment of asking: the same state gives the same file (RFC 5545, 3.8.7.2)
    property('DTSTAMP', icsInstant(entry.updatedAt)),
    property('LAST-MODIFIED', icsInstant(entry.updatedAt)),
    property('CREATED', icsInstant(entry.publishedAt)),
    times(entry),
    textProperty('SUMMARY', eventTitle(entry), language),
    textProperty('DESCRIPTION', [...eventLines(entry), entry.url].join('\n'), { LANGUAGE: entry.locale }),
    textProperty('LOCATION', placeOf(entry)),
    uriProperty('URL', entry.url),
    status ? property('STATUS', statusWords[status]) : '',
    textProperty('CATEGORIES', eventMessages(entry.locale).kinds[entry.kind]),
    // an archive's past does not make anybody busy
    property('TRANSP', 'TRANSPARENT'),
    ...entry.replacedBy.map(({ uuid }) => textProperty('RELATED-TO', `${uuid}@acervo`, { RELTYPE: 'SIBLING' })),
    property('END', 'VEVENT')
  ].join('');
}

/** Each zone once, as far as its events reach. */
function zones(entries: readonly EventEntry[]): string {
  const spans = new Map<string, { from: number; to: number }>();
  for (const { startsAt, endsAt, timeZone } of entries) {
    if (startsAt === null || !timeZone || !inZone(startsAt, timeZone)) continue;
    const span = spans.get(timeZone);
    spans.set(timeZone, {
      from: Math.min(span?.from ?? startsAt, startsAt),
      to: Math.max(span?.to ?? startsAt, endsAt ?? startsAt)
    });
  }
  return [...spans].map(([zone, { from, to }]) => vTimeZone(zone, from, to)).join('');
}

export interface Calendar {
  archive: ArchiveEntry;
  /** Shown as the calendar's name. */
  name: string;
  /** Absolute address of the file itself. */
  url: string;
}

/** A calendar file (RFC 5545, 7986) of the events that have a day; the others are left out. */
export function icsCalendar({ archive, name, url }: Calendar, entries: readonly EventEntry[]): string {
  const placed = entries.filter(hasDay);
  return [
    property('BEGIN', 'VCALENDAR'),
    property('VERSION', '2.0'),
    textProperty('PRODID', `-//Acervo//Events//${archive.locale.toUpperCase()}`),
    property('CALSCALE', 'GREGORIAN'),
    textProperty('NAME', name, { LANGUAGE: archive.locale }),
    textProperty('X-WR-CALNAME', name),
    uriProperty('URL', archive.url),
    property('REFRESH-INTERVAL', 'PT12H', { VALUE: 'DURATION' }),
    property('X-PUBLISHED-TTL', 'PT12H'),
    property('SOURCE', url, { VALUE: 'URI' }),
    zones(placed),
    ...placed.map(vEvent),
    property('END', 'VCALENDAR')
  ].join('');
}
