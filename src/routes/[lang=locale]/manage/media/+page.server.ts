import type { PageServerLoad } from './$types';
import { answer } from '#lib/server/http/answers.ts';
import { listMedia } from '#lib/server/productions/index.ts';

export const load: PageServerLoad = async ({ locals: { ctx, locale } }) => ({
  recordings: await answer(listMedia(ctx, locale))
});
