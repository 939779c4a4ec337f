import { ObjectQuery } from '#lib/domain/api/query.ts';
import { isCollection, oneResource } from '#lib/server/feeds/index.ts';
import { apiAnswer, problemAnswer, readOnly } from '#lib/server/http/api.ts';
import type { RequestHandler } from './$types';

/** One object by its UUID. */
export const GET: RequestHandler = (event) => {
  const { collection, uuid } = event.params;
  return isCollection(collection)
    ? apiAnswer(event, ObjectQuery, (ctx, { lang }) => oneResource(ctx, collection, uuid, lang))
    : problemAnswer(event.url, 404, 'missing');
};
export const fallback: RequestHandler = readOnly;
