import { createHash } from 'node:crypto';
import type { RequestHandler } from './$types';
import { found } from '#lib/server/http/answers.ts';
import { getDownload } from '#lib/server/recordings/index.ts';

/** With `?download` the browser saves the file instead of showing it. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { body, type, name, isPublic } = await found(getDownload(locals.ctx, params.recording, params.file));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = new Headers({
    'content-type': type,
    etag,
    // asked again each time: a name may have been withdrawn, and the answer to that is short
    'cache-control': isPublic ? 'public, no-cache' : 'private, no-store'
  });
  if (url.searchParams.has('download')) headers.set('content-disposition', `attachment; filename="${name}"`);
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
};
