import { answer, refuse } from '#lib/server/http/answers.ts';
import { answerWithFile } from '#lib/server/http/file-answer.ts';
import { previewHeaders, previewOrGone, seenBy } from '#lib/server/http/preview-answer.ts';
import { findFile } from '#lib/server/media/index.ts';
import type { RequestHandler } from './$types';

/** A picture or a sound of a page in preview, under the same token. */
export const GET: RequestHandler = async (event) => {
  const preview = await previewOrGone(event, event.params.token);
  const key = event.url.searchParams.get('k') ?? '';
  const file = await answer(seenBy(event, preview, (visitor) => findFile(visitor, key)));
  if (!file) return refuse(404, 'missing');
  const response = answerWithFile(event.request, file);
  for (const [name, value] of Object.entries(previewHeaders)) response.headers.set(name, value);
  return response;
};
