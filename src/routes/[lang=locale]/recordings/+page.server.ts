import { pageOf } from '#lib/domain/archive/paging.ts';
import { podcastLanguages } from '#lib/server/feeds/index.ts';
import { recordingCards } from '#lib/server/recordings/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const [recordings, podcasts] = await Promise.all([recordingCards(ctx), podcastLanguages(ctx)]);
  return { section: 'recordings' as const, podcasts, ...pageOf(recordings, url.searchParams.get('page'), 50) };
};
