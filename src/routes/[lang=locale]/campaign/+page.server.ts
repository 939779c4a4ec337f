import { noticesFor } from '#lib/server/archive/index.ts';
import { listCampaigns, listTopics } from '#lib/server/campaigns/index.ts';
import { listInstitutions } from '#lib/server/organizations/index.ts';
import { listPages } from '#lib/server/pages/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [campaigns, institutions, topics, notices, pages] = await Promise.all([
    listCampaigns(ctx),
    listInstitutions(ctx),
    listTopics(ctx),
    noticesFor(ctx, 'campaign'),
    listPages(ctx)
  ]);
  const about = pages.filter(({ aboutTheSite }) => !aboutTheSite);
  return { section: 'act' as const, campaigns, institutions, topics, notices, about };
};
