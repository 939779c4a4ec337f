import { preferredLocale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import type { RequestHandler } from './$types';

/** Leads to the readable page of the API in the reader's language. */
export const GET: RequestHandler = ({ request }) =>
  new Response(null, {
    status: 307,
    headers: {
      location: pathIn(preferredLocale(request.headers.get('accept-language')), 'api'),
      vary: 'accept-language',
      'cache-control': 'private, max-age=0'
    }
  });
