import { error } from '@sveltejs/kit';
import { getQuote, quoteMeta } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { islandOf } from '#lib/server/islands.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ params, locals: { ctx, locale } }) => {
  const quote = await found(getQuote(ctx, locale, params.code));
  // a tombstone: what was here is said, the words are not
  if (quote.kind === 'tombstone') error(410, { message: quote.why, code: `quote.withdrawn.${quote.why}` });
  const preview = await quoteMeta(ctx, locale, quote.quote);
  return { section: 'recordings' as const, quote: quote.quote, preview, script: islandOf(`quote-${locale}`) };
};
