import { error } from '@sveltejs/kit';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { oEmbedXml } from '#lib/domain/feeds/oembed.ts';
import { asViewer } from '#lib/server/context.ts';
import { oEmbedOf } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

/** /oembed?url=…&format=json|xml. An unknown format is 501, as oEmbed 1.0 has it (2.3.4). */
export const GET: RequestHandler = async ({ request, url, locals: { ctx } }) => {
  const format = url.searchParams.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') error(501, { message: 'unknown-format', code: 'unknown-format' });
  const answer = await found(oEmbedOf(asViewer(ctx, anonymous), url.searchParams.get('url') ?? ''));
  return format === 'xml'
    ? textAnswer(request, oEmbedXml(answer), { type: 'text/xml; charset=utf-8' })
    : textAnswer(request, JSON.stringify(answer), { type: 'application/json; charset=utf-8' });
};
