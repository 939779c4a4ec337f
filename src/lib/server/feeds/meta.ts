import { anonymous } from '#lib/domain/access/viewer.ts';
import { archiveCard, cardAlt, eventCard, quoteCard, recordingCard } from '#lib/domain/cards/cards.ts';
import type { QuoteView } from '#lib/domain/citations/view.ts';
import type { AnyEntry, ArchiveEntry } from '#lib/domain/feeds/entry.ts';
import { frontMeta, imageTags, pageMeta, type CardImage, type PageMeta } from '#lib/domain/feeds/page-meta.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';
import { quoteMessages } from '#lib/domain/i18n/messages/quotes.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
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
  return pageMeta(entry, archive, { image: imageOf(entry, archive), links });
}

/** Those who keep pictures ask again only for another address, so it says of which state it is. */
function imageOf(entry: AnyEntry, archive: ArchiveEntry): CardImage {
  const url = (page: string) => `${page}/card.png?v=${entry.updatedAt.toString(36)}`;
  if (entry.type === 'event') return { url: url(entry.url), alt: cardAlt(eventCard(entry, archive)) };
  if (entry.type === 'recording') return { url: url(entry.url), alt: cardAlt(recordingCard(entry, archive, null)) };
  return archiveImage(archive);
}

const archiveImage = (archive: ArchiveEntry): CardImage => ({
  url: `${archive.url}/card.png`,
  alt: cardAlt(archiveCard(archive))
});

export async function frontPageMeta(ctx: Ctx, locale: Locale): Promise<PageMeta> {
  const archive = await archiveEntry(asViewer(ctx, anonymous), locale);
  return frontMeta(archive, archiveImage(archive));
}

/** What a quote's page shows beside a link to it; null when its words are gone. */
export async function quoteMeta(ctx: Ctx, locale: Locale, quote: QuoteView): Promise<PageMeta['properties'] | null> {
  const archive = await archiveEntry(asViewer(ctx, anonymous), locale);
  const card = quoteCard(quote, locale, archive);
  if (!card) return null;
  const page = absolute(ctx, pathIn(locale, 'q', quote.code));
  const tags: [string, string][] = [
    ['og:type', 'article'],
    ['og:title', quoteMessages(locale).title(quote.recording.title)],
    ['og:description', card.title.slice(0, 300)],
    ['og:url', page],
    ['og:site_name', archive.title]
  ];
  const image = { url: `${page}/card.png`, alt: cardAlt(card) };
  return [...tags.map(([property, content]) => ({ property, content })), ...imageTags(image)];
}
