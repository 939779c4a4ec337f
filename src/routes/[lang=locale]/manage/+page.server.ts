import { assertCan } from '#lib/server/access/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) => {
  assertCan(ctx, 'archive:see-drafts', null);
};
