import { pathIn, pathsOf } from '#lib/domain/i18n/paths.ts';
import { getAction, letterDataOf } from '#lib/server/campaigns/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { leadOn } from '#lib/server/http/moved.ts';
import { islandOf } from '#lib/server/islands.ts';
import { listPages } from '#lib/server/pages/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const { action, moved } = await found(getAction(ctx, locale, params.slug));
  leadOn(moved, pathIn(locale, 'act', action.slugs[locale]), url);
  const about = (await listPages(ctx)).filter(({ aboutTheSite }) => !aboutTheSite);
  const letter = await letterDataOf(ctx, action);
  const script = letter && islandOf(`letter-${locale}`);
  return { section: 'act' as const, letter, script, alternates: pathsOf('act', action.slugs), action, about };
};
