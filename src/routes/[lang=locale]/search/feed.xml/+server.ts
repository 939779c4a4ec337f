import { searchFeedAnswer } from '#lib/server/http/search-feed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => searchFeedAnswer(event, 'rss');
