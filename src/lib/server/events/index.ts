export {
  eventCardsById,
  eventCardsOfSeries,
  getEvent,
  latestDateOf,
  listEvents,
  newestFirst
} from '#lib/server/events/service.ts';
export type { EventCard, EventPage, HistoryEntry } from '#lib/server/events/service.ts';
export { getTimeline, timelineOfSeries } from '#lib/server/events/timeline.ts';
export type { TimelineEntry } from '#lib/server/events/timeline.ts';
