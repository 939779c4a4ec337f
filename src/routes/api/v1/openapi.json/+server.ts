import { openApi } from '#lib/domain/api/openapi.ts';
import { isLocale } from '#lib/domain/i18n/locale.ts';
import { apiMessages } from '#lib/domain/i18n/messages/api.ts';
import { archiveEntry } from '#lib/server/feeds/index.ts';
import { readOnly } from '#lib/server/http/api.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, url, locals: { ctx } }) => {
  const asked = url.searchParams.get('lang') ?? undefined;
  const locale = isLocale(asked) ? asked : 'en';
  const document = openApi(await archiveEntry(ctx, locale), apiMessages(locale));
  return textAnswer(request, JSON.stringify(document), { type: 'application/json; charset=utf-8' });
};
export const fallback: RequestHandler = readOnly;
