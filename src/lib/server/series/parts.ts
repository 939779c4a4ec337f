import type { ObjectKind } from '#lib/domain/archive/types.ts';
import type { Ctx } from '#lib/server/context.ts';
import { eventCardsById, newestFirst, type EventCard } from '#lib/server/events/index.ts';
import { seriesByIds, type SeriesCard } from '#lib/server/series/service.ts';

export interface Part<R extends string> {
  kind: ObjectKind;
  id: string;
  role: R;
}

/** Events and series that somebody had a part in, as far as lists may name them, the newest events first. */
export async function partsShown(
  ctx: Ctx,
  parts: readonly Part<string>[]
): Promise<{ events: EventCard[]; series: SeriesCard[] }> {
  const idsOf = (kind: ObjectKind) => [...new Set(parts.filter((part) => part.kind === kind).map(({ id }) => id))];
  const [events, series] = await Promise.all([eventCardsById(ctx, idsOf('event')), seriesByIds(ctx, idsOf('series'))]);
  return { events: events.sort(newestFirst), series };
}
