import { pathIn, pathsOf } from '#lib/domain/i18n/paths.ts';
import { metaOf } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { leadOn } from '#lib/server/http/moved.ts';
import { getPerson } from '#lib/server/people/index.ts';
import { recordingCardsById } from '#lib/server/recordings/index.ts';
import { partsShown } from '#lib/server/series/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const { person, moved } = await found(getPerson(ctx, locale, params.slug));
  leadOn(moved, pathIn(locale, 'people', person.slugs[locale]), url);
  const recordingIds = person.parts.filter(({ kind }) => kind === 'recording').map(({ id }) => id);
  const [shown, recordings, meta] = await Promise.all([
    partsShown(ctx, person.parts),
    recordingCardsById(ctx, recordingIds),
    // what machines read travels further than the page: it waits for the person's agreement
    person.noindex ? null : metaOf(ctx, locale, 'person', person.id)
  ]);
  return {
    section: 'people' as const,
    alternates: pathsOf('people', person.slugs),
    person,
    ...shown,
    recordings,
    meta
  };
};
