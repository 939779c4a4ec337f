import { error } from '@sveltejs/kit';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { clipHtml } from '#lib/domain/citations/clip-html.ts';
import { asViewer } from '#lib/server/context.ts';
import { getQuote } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import type { RequestHandler } from './$types';

/** The quote for other sites' pages: those that EMBED_ORIGINS names may show it, and it can do nothing but play. */
export const GET: RequestHandler = async ({ params, locals: { ctx, locale } }) => {
  const quote = await found(getQuote(asViewer(ctx, anonymous), locale, params.code));
  if (quote.kind === 'tombstone') error(410, { message: quote.why, code: `quote.withdrawn.${quote.why}` });
  return new Response(clipHtml(quote.quote, locale), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, no-cache',
      // browsers that know frame-ancestors leave X-Frame-Options aside; the others show no clip
      'content-security-policy': `default-src 'none'; media-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${ctx.config.embedOrigins}`,
      'cross-origin-resource-policy': 'cross-origin'
    }
  });
};
