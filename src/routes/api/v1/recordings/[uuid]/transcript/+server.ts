import { TranscriptQuery } from '#lib/domain/api/query.ts';
import { transcriptResource } from '#lib/server/feeds/index.ts';
import { apiAnswer, readOnly } from '#lib/server/http/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  apiAnswer(event, TranscriptQuery, (ctx, query) => transcriptResource(ctx, event.params.uuid, query));
export const fallback: RequestHandler = readOnly;
