import { pageOf } from '#lib/domain/archive/paging.ts';
import { listPeople } from '#lib/server/people/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const people = await listPeople(ctx);
  return { section: 'people' as const, ...pageOf(people, url.searchParams.get('page'), 100) };
};
