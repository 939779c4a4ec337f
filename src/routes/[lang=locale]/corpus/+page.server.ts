import { error } from '@sveltejs/kit';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer } from '#lib/server/context.ts';
import { corpusOutline } from '#lib/server/feeds/index.ts';
import { readCorpusFilter } from '#lib/server/http/corpus-filter.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ url, locals: { ctx } }) => {
  const filter = readCorpusFilter(url.searchParams);
  if ('wrong' in filter) error(400, { message: filter.wrong, code: 'bad-request' });
  const reader = asViewer(ctx, anonymous);
  const everything = { language: null, series: null, event: null, year: null, standIns: true };
  const [chosen, all, real] = await Promise.all([
    corpusOutline(reader, filter),
    corpusOutline(reader, everything),
    corpusOutline(reader, { ...everything, standIns: false })
  ]);
  return { section: 'recordings' as const, filter, chosen, all, hasReal: real.texts > 0 };
};
