import type { RequestHandler } from './$types';
import { found } from '#lib/server/http/answers.ts';
import { getPlaylist } from '#lib/server/recordings/index.ts';

export const GET: RequestHandler = async ({ params, locals }) => {
  const { body, isPublic } = await found(getPlaylist(locals.ctx, params.recording, params.file));
  const headers = {
    'content-type': 'application/vnd.apple.mpegurl',
    // asked again each time: captions come and go
    'cache-control': isPublic ? 'public, no-cache' : 'private, no-store'
  };
  return new Response(body, { headers });
};
