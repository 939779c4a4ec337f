import { rfc822 } from '#lib/domain/feeds/dates.ts';
import { identifierOf } from '#lib/domain/feeds/entry.ts';
import type { FeedHead, FeedItem } from '#lib/domain/feeds/item.ts';
import { closing, element, opening, optional, xmlDeclaration } from '#lib/domain/feeds/xml.ts';

/** Start of an RSS 2.0 feed; `rssItem` and `rssEnd` follow. */
export function rssStart({ title, description, locale, pageUrl, selfUrl, updatedAt }: FeedHead): string {
  const head = [
    element('title', {}, title),
    element('link', {}, pageUrl),
    element('description', {}, description || title),
    element('language', {}, locale),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: selfUrl }),
    optional('lastBuildDate', updatedAt === null ? null : rfc822(updatedAt)),
    element('docs', {}, 'https://www.rssboard.org/rss-specification'),
    element('generator', {}, 'Acervo')
  ];
  return (
    xmlDeclaration +
    opening('rss', {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/'
    }) +
    opening('channel', {}) +
    head.map((part) => (part ? `${part.xml}\n` : '')).join('')
  );
}

export const rssItem = (item: FeedItem): string =>
  `${
    element('item', {}, [
      element('title', {}, item.title),
      element('link', {}, item.url),
      element('guid', { isPermaLink: 'false' }, identifierOf(item)),
      element('pubDate', {}, rfc822(item.publishedAt)),
      element('description', {}, item.lines.join('\n')),
      element('category', {}, item.category),
      item.people.map((name) => element('dc:creator', {}, name))
    ]).xml
  }\n`;

export const rssEnd = closing('channel') + closing('rss');
