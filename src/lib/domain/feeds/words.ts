import { isStandIn, statusOf, type EventEntry, type RecordingEntry } from '#lib/domain/feeds/entry.ts';
import { inZone } from '#lib/domain/feeds/ics-zone.ts';
import { dateLine, formatInstant } from '#lib/domain/i18n/dates.ts';
import { eventMessages } from '#lib/domain/i18n/messages/events.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';

const worthSaying = new Set(['cancelled', 'postponed', 'moved_online', 'rescheduled']);

/** "Cancelled: …", because a calendar and a feed often show nothing but the title. */
export function eventTitle(entry: EventEntry): string {
  const status = statusOf(entry);
  const title = entry.title.text;
  return status && worthSaying.has(status) ? `${eventMessages(entry.locale).status[status]}: ${title}` : title;
}

export function recordingTitle(entry: RecordingEntry): string {
  const m = outputMessages(entry.locale);
  return isStandIn(entry) ? `${entry.title.text} (${m.standIn})` : entry.title.text;
}

export const placeOf = ({ place, venue, attendance, locale }: EventEntry): string =>
  [...new Set([venue?.text, place?.text])].filter(Boolean).join(', ') ||
  (attendance === 'online' ? outputMessages(locale).online : '');

/** The day as the page says it, the time of day with its zone where it is known. */
export function whenOf({ startsAt, timeZone, date, locale }: EventEntry): string {
  return startsAt !== null && timeZone && inZone(startsAt, timeZone)
    ? formatInstant(startsAt, timeZone, locale)
    : dateLine(date, locale);
}

/** What calendars and feeds say of an event below its title, a line each. */
export function eventLines(entry: EventEntry): string[] {
  const m = outputMessages(entry.locale);
  const status = statusOf(entry);
  const last = entry.log.at(-1);
  return [
    entry.summary?.text,
    m.when(whenOf(entry)),
    placeOf(entry) && m.where(placeOf(entry)),
    status && m.status(eventMessages(entry.locale).status[status]),
    last?.reason && m.reason(last.reason.text),
    ...entry.replacedBy.map(({ title, url }) => m.replacedBy(title, url)),
    entry.series && m.partOf(entry.series.title)
  ].filter((line): line is string => Boolean(line));
}
