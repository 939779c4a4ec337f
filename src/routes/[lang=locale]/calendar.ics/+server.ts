import { anonymous } from '#lib/domain/access/viewer.ts';
import { asViewer } from '#lib/server/context.ts';
import { absolute, calendar, everything } from '#lib/server/feeds/index.ts';
import { textAnswer } from '#lib/server/http/outputs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, url, locals: { ctx, locale } }) =>
  textAnswer(request, await calendar(asViewer(ctx, anonymous), locale, everything, absolute(ctx, url.pathname)), {
    type: 'text/calendar; charset=utf-8',
    fileName: 'calendar.ics'
  });
