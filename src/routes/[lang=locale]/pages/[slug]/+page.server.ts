import { pathIn, pathsOf } from '#lib/domain/i18n/paths.ts';
import { listCampaigns, listTopics } from '#lib/server/campaigns/index.ts';
import { eventCardsById } from '#lib/server/events/index.ts';
import { metaOf } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { leadOn } from '#lib/server/http/moved.ts';
import { getPage } from '#lib/server/pages/index.ts';
import { seriesPageById } from '#lib/server/series/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** "series.spring-2020-tour" → what the section shows of the archive below its text. */
function idsShown(sections: readonly { show: string | null }[], group: string): string[] {
  return sections.flatMap(({ show }) => (show?.startsWith(`${group}.`) ? show.slice(group.length + 1) : []));
}

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const { page, moved } = await found(getPage(ctx, locale, params.slug));
  leadOn(moved, pathIn(locale, 'pages', page.slugs[locale]), url);
  const [campaigns, topics, events, series] = await Promise.all([
    idsShown(page.sections, 'campaign').length > 0 ? listCampaigns(ctx) : [],
    page.aboutTheSite ? [] : listTopics(ctx),
    eventCardsById(ctx, idsShown(page.sections, 'events')),
    Promise.all(idsShown(page.sections, 'series').map((id) => seriesPageById(ctx, id)))
  ]);
  return {
    section: page.aboutTheSite ? undefined : ('act' as const),
    alternates: pathsOf('pages', page.slugs),
    meta: await metaOf(ctx, locale, 'page', page.id),
    ...{ page, topics, events, campaign: campaigns[0] ?? null },
    series: series.filter((one) => one !== null)
  };
};
