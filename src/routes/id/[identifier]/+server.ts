import { preferredLocale } from '#lib/domain/i18n/locale.ts';
import { pathsByUuid } from '#lib/server/feeds/index.ts';
import { found } from '#lib/server/http/answers.ts';
import type { RequestHandler } from './$types';

/** /id/<uuid>, also as urn:uuid:…: leads to the object's page, in whichever archive it is. */
export const GET: RequestHandler = async ({ params, request, locals: { ctx } }) => {
  const uuid = params.identifier.toLowerCase().replace(/^urn:uuid:/, '');
  const paths = await found(pathsByUuid(ctx, uuid));
  const location = paths[preferredLocale(request.headers.get('accept-language'))];
  return new Response(null, {
    status: 303,
    headers: { location, vary: 'accept-language', 'cache-control': 'no-cache' }
  });
};
