import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer } from '#lib/server/context.ts';
import { isSitemapPart, sitemapFile } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { streamAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

/** /sitemap/event-1.xml */
export const GET: RequestHandler = async ({ params, locals: { ctx } }) => {
  const [, part = '', number = ''] = /^([a-z]+)-(\d{1,4})\.xml$/.exec(params.file) ?? [];
  const file = isSitemapPart(part)
    ? sitemapFile(asViewer(ctx, anonymous), part, Number(number))
    : Promise.resolve(null);
  return streamAnswer(await found(file), { type: 'application/xml; charset=utf-8' });
};
