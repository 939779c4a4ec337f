import { isEventFilter } from '#lib/domain/events/filter.ts';
import { pageOf } from '#lib/domain/archive/paging.ts';
import { hasDay } from '#lib/domain/feeds/ics.ts';
import { listEvents } from '#lib/server/events/index.ts';
import { listSeries } from '#lib/server/series/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const asked = url.searchParams.get('status');
  const filter = isEventFilter(asked) ? asked : 'all';
  const [events, series] = await Promise.all([listEvents(ctx, filter), listSeries(ctx)]);
  // the calendar file holds all events, whatever is shown here
  const undated = filter === 'all' ? events.filter((event) => !hasDay(event)).length : 0;
  return { section: 'events' as const, filter, series, undated, ...pageOf(events, url.searchParams.get('page'), 50) };
};
