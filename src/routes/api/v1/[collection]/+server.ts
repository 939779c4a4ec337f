import { EventsQuery, ListQuery, RecordingsQuery } from '#lib/domain/api/query.ts';
import { eventFilter, isCollection, listResources, recordingFilter } from '#lib/server/feeds/index.ts';
import { apiAnswer, problemAnswer, readOnly } from '#lib/server/http/api.ts';
import type { RequestHandler } from './$types';

/** A list: events, recordings, people, organizations, series. */
export const GET: RequestHandler = (event) => {
  const { collection } = event.params;
  if (collection === 'events') {
    return apiAnswer(event, EventsQuery, (ctx, query) =>
      listResources(ctx, collection, query, eventFilter(ctx, query))
    );
  }
  if (collection === 'recordings') {
    return apiAnswer(event, RecordingsQuery, (ctx, query) =>
      listResources(ctx, collection, query, recordingFilter(ctx, query))
    );
  }
  return isCollection(collection)
    ? apiAnswer(event, ListQuery, (ctx, query) => listResources(ctx, collection, query))
    : problemAnswer(event.url, 404, 'missing');
};
export const fallback: RequestHandler = readOnly;
