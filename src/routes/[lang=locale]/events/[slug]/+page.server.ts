import { pathIn, pathsOf } from '#lib/domain/i18n/paths.ts';
import { getEvent } from '#lib/server/events/index.ts';
import { metaOf } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { leadOn } from '#lib/server/http/moved.ts';
import { recordingCards } from '#lib/server/recordings/index.ts';
import { seriesByIds } from '#lib/server/series/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const { event, moved } = await found(getEvent(ctx, locale, params.slug));
  leadOn(moved, pathIn(locale, 'events', event.slugs[locale]), url);
  const [[series = null], recordings, meta] = await Promise.all([
    seriesByIds(ctx, event.seriesId ? [event.seriesId] : []),
    recordingCards(ctx, { eventId: event.id }),
    metaOf(ctx, locale, 'event', event.id)
  ]);
  return { section: 'events' as const, alternates: pathsOf('events', event.slugs), event, series, recordings, meta };
};
