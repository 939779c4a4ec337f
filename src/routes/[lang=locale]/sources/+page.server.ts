import { listImageIds, listSourceLinks, listSources, picturesById } from '#lib/server/archive/index.ts';
import { listActions } from '#lib/server/campaigns/index.ts';
import { listWithheld } from '#lib/server/people/index.ts';
import { recordingCards } from '#lib/server/recordings/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [sources, sourceLinks, withheld, actions, recordings, pictures] = await Promise.all([
    listSources(ctx),
    listSourceLinks(ctx),
    listWithheld(ctx),
    listActions(ctx),
    recordingCards(ctx),
    listImageIds(ctx).then((ids) => picturesById(ctx, ids))
  ]);
  return { section: 'act' as const, sources, sourceLinks, withheld, actions, recordings, pictures };
};
