import { preferredLocale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import type { RequestHandler } from './$types';

/** The address of the archive itself has no language: the reader's own is chosen, and the answer says on what it depends. */
export const GET: RequestHandler = ({ request }) =>
  new Response(null, {
    status: 307,
    headers: {
      location: pathIn(preferredLocale(request.headers.get('accept-language'))),
      vary: 'accept-language',
      'cache-control': 'private, max-age=0'
    }
  });
