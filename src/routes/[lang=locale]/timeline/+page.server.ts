import { noticesFor } from '#lib/server/archive/index.ts';
import { getTimeline } from '#lib/server/events/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [timeline, notices] = await Promise.all([getTimeline(ctx), noticesFor(ctx, 'timeline')]);
  return { section: 'events' as const, timeline, notices };
};
