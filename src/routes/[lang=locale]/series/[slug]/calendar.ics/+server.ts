import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer } from '#lib/server/context.ts';
import { absolute, calendar, scopeBySlug } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, url, params, locals: { ctx, locale } }) => {
  const reader = asViewer(ctx, anonymous);
  const scope = await found(scopeBySlug(reader, locale, 'series', params.slug));
  return textAnswer(request, await calendar(reader, locale, scope, absolute(ctx, url.pathname)), {
    type: 'text/calendar; charset=utf-8',
    fileName: `${params.slug}.ics`
  });
};
