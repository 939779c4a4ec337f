import { pageOf } from '#lib/domain/archive/paging.ts';
import { recordingCards } from '#lib/server/recordings/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const recordings = await recordingCards(ctx);
  return { section: 'recordings' as const, ...pageOf(recordings, url.searchParams.get('page'), 50) };
};
