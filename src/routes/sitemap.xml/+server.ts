import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer } from '#lib/server/context.ts';
import { sitemapIndexFile } from '#lib/server/feeds/index.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, locals: { ctx } }) =>
  textAnswer(request, await sitemapIndexFile(asViewer(ctx, anonymous)), { type: 'application/xml; charset=utf-8' });
