import { pathIn, pathsOf } from '#lib/domain/i18n/paths.ts';
import { metaOf } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { leadOn } from '#lib/server/http/moved.ts';
import { getOrganization } from '#lib/server/organizations/index.ts';
import { recordingCardsById } from '#lib/server/recordings/index.ts';
import { partsShown } from '#lib/server/series/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const { organization, moved } = await found(getOrganization(ctx, locale, params.slug));
  leadOn(moved, pathIn(locale, 'organizations', organization.slugs[locale]), url);
  const recordingIds = organization.parts.filter(({ kind }) => kind === 'recording').map(({ id }) => id);
  const [shown, recordings, meta] = await Promise.all([
    partsShown(ctx, organization.parts),
    recordingCardsById(ctx, recordingIds),
    metaOf(ctx, locale, 'organization', organization.id)
  ]);
  const alternates = pathsOf('organizations', organization.slugs);
  return { section: 'people' as const, alternates, organization, ...shown, recordings, meta };
};
