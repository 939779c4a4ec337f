import { createHash } from 'node:crypto';
import type { RequestHandler } from './$types';
import { found } from '#lib/server/http/answers.ts';
import { encodingFor } from '#lib/server/http/page-key.ts';
import { pack } from '#lib/server/http/serve-pages.ts';
import { getDownload } from '#lib/server/recordings/index.ts';

/** With `?download` the browser saves the file instead of showing it. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { body, type, name, isPublic } = await found(getDownload(locals.ctx, params.recording, params.file));
  // weak: the packed forms share it
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = new Headers({
    'content-type': type,
    etag,
    vary: 'Accept-Encoding',
    // asked again each time: a name may have been withdrawn, and the answer to that is short
    'cache-control': isPublic ? 'public, no-cache' : 'private, no-store'
  });
  if (url.searchParams.has('download')) headers.set('content-disposition', `attachment; filename="${name}"`);
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? undefined);
  const packed = await pack(Buffer.from(body), encoding);
  if (encoding !== 'identity') headers.set('content-encoding', encoding);
  return new Response(new Uint8Array(packed), { headers });
};
