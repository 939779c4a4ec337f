import { pathIn, pathsOf } from '#lib/domain/i18n/paths.ts';
import { noticesFor } from '#lib/server/archive/index.ts';
import { getTopic } from '#lib/server/campaigns/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { leadOn } from '#lib/server/http/moved.ts';
import { listPages } from '#lib/server/pages/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const { topic, events, moved } = await found(getTopic(ctx, locale, params.slug));
  leadOn(moved, pathIn(locale, 'topics', topic.slugs[locale]), url);
  const [notices, pages] = await Promise.all([noticesFor(ctx, 'agreements'), listPages(ctx)]);
  const about = pages.filter(({ aboutTheSite }) => !aboutTheSite);
  return { section: 'events' as const, alternates: pathsOf('topics', topic.slugs), topic, events, notices, about };
};
