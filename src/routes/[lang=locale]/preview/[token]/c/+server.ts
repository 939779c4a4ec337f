import { answer, refuse } from '#lib/server/http/answers.ts';
import { previewHeaders, previewOrGone, seenBy } from '#lib/server/http/preview-answer.ts';
import { getDownload } from '#lib/server/recordings/index.ts';
import type { RequestHandler } from './$types';

/** Captions of a page in preview, under the same token. */
export const GET: RequestHandler = async (event) => {
  const preview = await previewOrGone(event, event.params.token);
  const { searchParams } = event.url;
  const [recording, file] = [searchParams.get('r') ?? '', searchParams.get('f') ?? ''];
  const found = await answer(seenBy(event, preview, (visitor) => getDownload(visitor, recording, file)));
  if (!found) return refuse(404, 'missing');
  return new Response(found.body, { headers: { 'content-type': found.type, ...previewHeaders } });
};
