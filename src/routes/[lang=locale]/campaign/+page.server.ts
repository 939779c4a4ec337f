import { listSourceLinks, listSources, noticesFor, picturesById } from '#lib/server/archive/index.ts';
import { listCampaigns, listTopics } from '#lib/server/campaigns/index.ts';
import { listInstitutions } from '#lib/server/organizations/index.ts';
import { listPages } from '#lib/server/pages/index.ts';
import { listWithheld } from '#lib/server/people/index.ts';
import { listImageIds } from '#lib/server/archive/index.ts';
import { recordingCards } from '#lib/server/recordings/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [campaigns, institutions, topics, withheld, sources, sourceLinks, notices, pages, recordings, pictures] =
    await Promise.all([
      listCampaigns(ctx),
      listInstitutions(ctx),
      listTopics(ctx),
      listWithheld(ctx),
      listSources(ctx),
      listSourceLinks(ctx),
      noticesFor(ctx, 'campaign'),
      listPages(ctx),
      recordingCards(ctx),
      listImageIds(ctx).then((ids) => picturesById(ctx, ids))
    ]);
  return {
    section: 'act' as const,
    ...{ campaigns, institutions, topics, withheld, sources, sourceLinks, notices, recordings, pictures },
    about: pages.filter(({ aboutTheSite }) => !aboutTheSite)
  };
};
