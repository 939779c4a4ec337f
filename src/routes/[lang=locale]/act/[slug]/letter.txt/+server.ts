import { getAction, letterText } from '#lib/server/campaigns/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { outputHeaders } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

/** The template as a file, for those whose browser runs no script: ?version=short. */
export const GET: RequestHandler = async ({ params, url, locals: { ctx, locale } }) => {
  const { action } = await found(getAction(ctx, locale, params.slug));
  const text = await found(Promise.resolve(letterText(action, locale, url.searchParams.get('version'))));
  const headers = outputHeaders({ type: 'text/plain; charset=utf-8' });
  headers.set('content-disposition', `attachment; filename="letter-${locale}.txt"`);
  return new Response(text, { headers });
};
