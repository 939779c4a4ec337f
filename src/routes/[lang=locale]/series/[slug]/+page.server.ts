import { pathIn, pathsOf } from '#lib/domain/i18n/paths.ts';
import { metaOf } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { leadOn } from '#lib/server/http/moved.ts';
import { recordingCards } from '#lib/server/recordings/index.ts';
import { getSeries } from '#lib/server/series/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const { series, moved } = await found(getSeries(ctx, locale, params.slug));
  leadOn(moved, pathIn(locale, 'series', series.slugs[locale]), url);
  const { replacedBy } = series;
  const recordings = replacedBy ? await recordingCards(ctx, { eventId: replacedBy.id }) : [];
  const meta = await metaOf(ctx, locale, 'series', series.id);
  return { section: 'events' as const, alternates: pathsOf('series', series.slugs), series, recordings, meta };
};
