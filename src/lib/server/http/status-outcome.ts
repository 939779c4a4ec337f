import { textIn } from '#lib/domain/i18n/localized.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { eventMessages } from '#lib/domain/i18n/messages/events.ts';
import { feedItem } from '#lib/domain/feeds/item.ts';
import type { Ctx } from '#lib/server/context.ts';
import { getEvent } from '#lib/server/events/index.ts';
import { calendar, entriesById, metaOf, scopeBySlug } from '#lib/server/feeds/index.ts';
import { makePublic, publicationOf, rehearse, writeStatus, type StatusForm } from '#lib/server/records/index.ts';

/** What each place will say, in its own words. */
export interface Outcome {
  page: string;
  list: string;
  feed: string;
  calendar: string;
  data: string;
}

const told = new Set(['SUMMARY', 'STATUS', 'DTSTART', 'LOCATION', 'COMMENT', 'SEQUENCE']);

/** The lines of a calendar that a person is shown, unfolded. */
const calendarWords = (ics: string): string =>
  ics
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => told.has(line.split(/[:;]/)[0] ?? ''))
    .join('\n');

const dataKeys = /^(eventStatus|name|startDate|previousStartDate|eventAttendanceMode)$/;

/** What search engines are told of an event, without addresses. */
function dataWords(jsonLd: string): string {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (dataKeys.test(key) && typeof item === 'string')
        found.push(`${key}: ${item.replace('https://schema.org/', '')}`);
      else if (key === '@graph') walk(Array.isArray(item) ? item[0] : item);
      else if (Array.isArray(item) && item.length > 0 && found.length === 0) walk(item[0]);
    }
  };
  walk(JSON.parse(jsonLd));
  return [...new Set(found)].join('\n');
}

/** Reads the page, the feed, the calendar and the data that a visitor would get. */
async function outcomeFor(visitor: Ctx, locale: Locale, id: string, slug: string): Promise<Outcome> {
  const m = eventMessages(locale);
  const found = await getEvent(visitor, locale, slug);
  const [entry] = await entriesById(visitor, locale, 'event', [id], 'read');
  const scope = await scopeBySlug(visitor, locale, 'event', slug);
  const meta = await metaOf(visitor, locale, 'event', id);
  const last = found?.event.history.at(-1);
  const status = last ? m.status[last.kind] : '';
  const instead = found?.event.replacedBy[0];
  const reason = textIn(last?.reason, locale);
  const item = entry?.type === 'event' ? feedItem(entry) : null;
  return {
    page: [status, reason, instead ? `${m.replacedBy}: ${textIn(instead.title, locale)}` : '']
      .filter(Boolean)
      .join('\n'),
    list: `${textIn(found?.event.title, locale)}: ${status}`,
    feed: item ? [item.title, ...item.lines].join('\n') : '',
    calendar: scope
      ? calendarWords(await calendar(visitor, locale, scope, scope.kind === 'event' ? scope.url : ''))
      : '',
    data: meta ? dataWords(meta.jsonLd) : ''
  };
}

/** What readers will notice, made by the code that will make it; nothing is written. */
export async function rehearseStatus(
  ctx: Ctx,
  locale: Locale,
  id: string,
  slug: string,
  form: StatusForm
): Promise<Outcome> {
  const object = await publicationOf(ctx.read, 'event', id);
  return rehearse(
    ctx,
    async (tx) => {
      await writeStatus(tx, id, form);
      if (object?.state !== 'public') await makePublic(tx, { kind: 'event', id });
    },
    (visitor) => outcomeFor(visitor, locale, id, slug)
  );
}
