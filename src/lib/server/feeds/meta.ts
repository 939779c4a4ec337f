import { anonymous } from '#lib/domain/access/viewer.ts';
import { frontMeta, pageMeta, type PageMeta } from '#lib/domain/feeds/page-meta.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import { absolute, type EntryKind } from '#lib/server/feeds/addresses.ts';
import { entriesById } from '#lib/server/feeds/entries.ts';
import { archiveEntry } from '#lib/server/feeds/other-entries.ts';

/**
 * What the page of an object says to machines. Always as an anonymous visitor would see it; null for an object that
 * only organizers may read, because nothing outside reads its page.
 */
export async function metaOf(ctx: Ctx, locale: Locale, kind: EntryKind, id: string): Promise<PageMeta | null> {
  const reader = asViewer(ctx, anonymous);
  const [[entry], archive] = await Promise.all([
    entriesById(reader, locale, kind, [id], 'read'),
    archiveEntry(reader, locale)
  ]);
  if (!entry) return null;
  const m = outputMessages(locale);
  const oembed = (format: 'json' | 'xml') =>
    absolute(ctx, `/oembed?${new URLSearchParams({ url: entry.url, format }).toString()}`);
  const links: PageMeta['links'] = [];
  if (entry.type === 'event')
    links.push({ rel: 'alternate', type: 'text/calendar', href: `${entry.url}/event.ics`, title: m.feeds.calendar });
  if (entry.type === 'series') {
    links.push({ rel: 'alternate', type: 'application/rss+xml', href: `${entry.url}/feed.xml`, title: m.feeds.rss });
    links.push({ rel: 'alternate', type: 'text/calendar', href: `${entry.url}/calendar.ics`, title: m.feeds.calendar });
  }
  if (entry.type === 'recording') {
    links.push({ rel: 'alternate', type: 'application/json+oembed', href: oembed('json'), title: entry.title.text });
    links.push({ rel: 'alternate', type: 'text/xml+oembed', href: oembed('xml'), title: entry.title.text });
  }
  const image = entry.type === 'recording' ? entry.poster : null;
  return pageMeta(entry, archive, { image, links });
}

export const frontPageMeta = async (ctx: Ctx, locale: Locale): Promise<PageMeta> =>
  frontMeta(await archiveEntry(asViewer(ctx, anonymous), locale));
