import { previewPage } from '#lib/server/http/preview-answer.ts';
import type { RequestHandler } from './$types';

/** Something that is not public yet, as its page will be; for whoever has the address. */
export const GET: RequestHandler = (event) => previewPage(event, event.params.token, event.locals.locale);
