import { noticesFor } from '#lib/server/archive/index.ts';
import { listActions } from '#lib/server/campaigns/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [actions, notices] = await Promise.all([listActions(ctx), noticesFor(ctx, 'action')]);
  return { section: 'act' as const, actions, notices };
};
