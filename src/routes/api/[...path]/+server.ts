import { problemAnswer, readOnly } from '#lib/server/http/api.ts';
import type { RequestHandler } from './$types';

/** Whatever is no endpoint is told so as the API tells it. */
export const GET: RequestHandler = ({ url }) => problemAnswer(url, 404, 'missing');
export const fallback: RequestHandler = readOnly;
