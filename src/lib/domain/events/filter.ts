import type { AttendanceMode, StatusKind } from '#lib/domain/events/types.ts';

/** The choices of the list of events. */
export const eventFilters = ['all', 'upcoming', 'past', 'cancelled', 'online'] as const;
export type EventFilter = (typeof eventFilters)[number];

export const isEventFilter = (value: string | null): value is EventFilter =>
  eventFilters.some((filter) => filter === value);

/** What the filters must know of an event. */
export interface Filterable {
  status: StatusKind | null;
  attendance: AttendanceMode | null;
  /** The last day on which it may have begun, ISO, as long as it is known: a day, a month or a year; null: not known. */
  latestDate: string | null;
}

/** ISO dates of any length compare as text once the shorter one is read as its end: "2020" is past when 2021 begins. */
const endsBefore = (iso: string, today: string) => iso < today.slice(0, iso.length);

/**
 * Has it been, or should it have been? Held and cancelled events are; a planned one is when its date has gone by.
 * @param today ISO day
 */
export function isPast({ status, latestDate }: Filterable, today: string): boolean {
  if (status === 'held' || status === 'cancelled') return true;
  return latestDate !== null && endsBefore(latestDate, today);
}

export function passes(filter: EventFilter, event: Filterable, today: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'upcoming':
      return !isPast(event, today);
    case 'past':
      // what was cancelled never was: it stands under its own name, and under "all"
      return isPast(event, today) && event.status !== 'cancelled';
    case 'cancelled':
      return event.status === 'cancelled';
    case 'online':
      return event.attendance === 'online' || event.attendance === 'mixed' || event.status === 'moved_online';
  }
}
