import { atomEnd, atomEntry, atomStart } from '#lib/domain/feeds/atom.ts';
import { identifierOf, type EventEntry } from '#lib/domain/feeds/entry.ts';
import { hasDay, icsCalendar } from '#lib/domain/feeds/ics.ts';
import { feedItem, type FeedHead } from '#lib/domain/feeds/item.ts';
import { rssEnd, rssItem, rssStart } from '#lib/domain/feeds/rss.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';
import type { Ctx } from '#lib/server/context.ts';
import { batchLength, entriesById, entriesInBatches } from '#lib/server/feeds/entries.ts';
import { archiveEntry } from '#lib/server/feeds/other-entries.ts';
import { objectsIn, type Scope } from '#lib/server/feeds/scope.ts';

export type NewsFormat = 'rss' | 'atom';

async function headOf(
  ctx: Ctx,
  locale: Locale,
  scope: Scope,
  selfUrl: string,
  updatedAt: number | null
): Promise<FeedHead> {
  const archive = await archiveEntry(ctx, locale);
  const m = outputMessages(locale);
  const whole = scope.kind === 'all';
  return {
    title: whole ? archive.title : m.feeds.series(scope.title, archive.title),
    description: archive.description,
    ...{ locale, selfUrl, updatedAt },
    pageUrl: whole ? archive.url : scope.url,
    // the feed of everything has no object behind it: its own address stands for it
    id: whole ? selfUrl : `${identifierOf(scope)}#feed-${locale}`
  };
}

/** Events and recordings of a scope as one feed, the newest first; written in pieces. */
export async function* newsFeed(
  ctx: Ctx,
  locale: Locale,
  scope: Scope,
  format: NewsFormat,
  selfUrl: string
): AsyncGenerator<string, void> {
  const [events, recordings] = await Promise.all([objectsIn(ctx, 'event', scope), objectsIn(ctx, 'recording', scope)]);
  const all = [
    ...events.map((object) => ({ kind: 'event' as const, ...object })),
    ...recordings.map((object) => ({ kind: 'recording' as const, ...object }))
  ].sort((a, b) => b.publishedAt - a.publishedAt || a.id.localeCompare(b.id));
  const updatedAt = all.length === 0 ? null : all.reduce((latest, object) => Math.max(latest, object.updatedAt), 0);
  const head = await headOf(ctx, locale, scope, selfUrl, updatedAt);
  yield format === 'rss' ? rssStart(head) : atomStart(head);
  for (let from = 0; from < all.length; from += batchLength) {
    const batch = all.slice(from, from + batchLength);
    const idsOf = (kind: 'event' | 'recording') => batch.filter((object) => object.kind === kind).map(({ id }) => id);
    const entries = [
      ...(await entriesById(ctx, locale, 'event', idsOf('event'))),
      ...(await entriesById(ctx, locale, 'recording', idsOf('recording')))
    ].sort((a, b) => b.publishedAt - a.publishedAt);
    yield entries.map((entry) => (format === 'rss' ? rssItem(feedItem(entry)) : atomEntry(feedItem(entry)))).join('');
  }
  yield format === 'rss' ? rssEnd : atomEnd;
}

/** One event may be read by whoever has its address; series and everything hold only what lists may name. */
async function* eventsIn(ctx: Ctx, locale: Locale, scope: Scope): AsyncGenerator<EventEntry[], void> {
  if (scope.kind === 'event') yield entriesById(ctx, locale, 'event', [scope.id], 'read');
  else {
    const ids = (await objectsIn(ctx, 'event', scope)).map(({ id }) => id);
    yield* entriesInBatches(ctx, locale, 'event', ids);
  }
}

/** The events of a scope as a calendar; those without a known day cannot stand in one. */
export async function calendar(ctx: Ctx, locale: Locale, scope: Scope, url: string): Promise<string> {
  const archive = await archiveEntry(ctx, locale);
  const m = outputMessages(locale);
  const placed: EventEntry[] = [];
  for await (const batch of eventsIn(ctx, locale, scope)) placed.push(...batch.filter(hasDay));
  const name = scope.kind === 'all' ? m.feeds.events(archive.title) : m.feeds.series(scope.title, archive.title);
  return icsCalendar({ archive, name, url }, placed);
}
