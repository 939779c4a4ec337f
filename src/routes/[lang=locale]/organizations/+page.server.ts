import { pageOf } from '#lib/domain/archive/paging.ts';
import { listOrganizations } from '#lib/server/organizations/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx, locale }, url }) => {
  const order = url.searchParams.get('sort') === 'name' ? 'name' : 'credit';
  const organizations = await listOrganizations(ctx, locale, order);
  return { section: 'people' as const, order, ...pageOf(organizations, url.searchParams.get('page'), 120) };
};
