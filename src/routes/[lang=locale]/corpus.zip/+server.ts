import { error } from '@sveltejs/kit';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer } from '#lib/server/context.ts';
import { corpusZip } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { readCorpusFilter } from '#lib/server/http/corpus-filter.ts';
import { outputHeaders } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { ctx, locale } }) => {
  const filter = readCorpusFilter(url.searchParams);
  if ('wrong' in filter) error(400, { message: filter.wrong, code: 'bad-request' });
  const body = await found(corpusZip(asViewer(ctx, anonymous), locale, filter));
  const headers = outputHeaders({ type: 'application/zip', headers: { 'cache-control': 'public, no-store' } });
  headers.set('content-disposition', `attachment; filename="corpus-${locale}.zip"`);
  return new Response(body, { headers });
};
