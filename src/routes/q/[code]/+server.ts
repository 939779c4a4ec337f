import { preferredLocale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import type { RequestHandler } from './$types';

/** The link of a quote has no language: it opens in the reader's. */
export const GET: RequestHandler = ({ params, request }) =>
  new Response(null, {
    status: 307,
    headers: {
      location: pathIn(preferredLocale(request.headers.get('accept-language')), 'q', params.code),
      vary: 'accept-language',
      'cache-control': 'private, max-age=0'
    }
  });
