import { QuoteQuery } from '#lib/domain/api/query.ts';
import { getQuote, quoteOfSelection } from '#lib/server/feeds/index.ts';
import { apiAnswer, readOnly } from '#lib/server/http/api.ts';
import type { RequestHandler } from './$types';

/** A link and citations for words of a transcript. Nothing is stored: the link itself says which words. */
export const GET: RequestHandler = (event) =>
  apiAnswer(event, QuoteQuery, async (ctx, { lang, t, ...selection }) => {
    const code = await quoteOfSelection(ctx, { ...selection, ms: t });
    const found = code === null ? null : await getQuote(ctx, lang, code);
    return found?.kind === 'quote' ? found.quote : null;
  });
export const fallback: RequestHandler = readOnly;
