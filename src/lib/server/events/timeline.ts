import type { ArchiveDate, Figure, SourceRef } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import type { Ctx } from '#lib/server/context.ts';
import { eventCardsById, type EventCard } from '#lib/server/events/service.ts';
import * as store from '#lib/server/events/store.ts';
import { peopleByIds, type PersonCard } from '#lib/server/people/index.ts';

export interface TimelineEntry {
  id: string;
  date: ArchiveDate;
  text: Localized;
  /** What the source states, in the archive's words. */
  basis: Localized | null;
  event: EventCard | null;
  seriesId: string | null;
  people: PersonCard[];
  figures: Figure[];
  sources: SourceRef[];
}

async function entriesOf(ctx: Ctx, rows: store.TimelineRow[]): Promise<TimelineEntry[]> {
  const [events, people] = await Promise.all([
    eventCardsById(
      ctx,
      rows.flatMap(({ eventId }) => eventId ?? [])
    ),
    peopleByIds(
      ctx,
      rows.flatMap(({ personIds }) => personIds)
    )
  ]);
  return rows.map(({ id, date, text, basis, eventId, seriesId, personIds, figures, sources }) => ({
    ...{ id, date, text, basis, seriesId, figures, sources },
    event: events.find((event) => event.id === eventId) ?? null,
    people: personIds.flatMap((personId) => people.find((person) => person.id === personId) ?? [])
  }));
}

/** In the order the editors gave, which is that of time as far as it is known. */
export const getTimeline = async (ctx: Ctx): Promise<TimelineEntry[]> => entriesOf(ctx, await store.timeline(ctx));

export const timelineOfSeries = async (ctx: Ctx, seriesId: string, eventIds: string[]): Promise<TimelineEntry[]> =>
  entriesOf(ctx, await store.timelineOf(ctx, eventIds, seriesId));
