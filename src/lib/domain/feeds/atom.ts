import { rfc3339 } from '#lib/domain/feeds/dates.ts';
import { identifierOf } from '#lib/domain/feeds/entry.ts';
import type { FeedHead, FeedItem } from '#lib/domain/feeds/item.ts';
import { closing, element, opening, xmlDeclaration } from '#lib/domain/feeds/xml.ts';

/** Start of an Atom feed (RFC 4287); `atomEntry` and `atomEnd` follow. */
export function atomStart({ title, description, locale, pageUrl, selfUrl, updatedAt, id }: FeedHead): string {
  const head = [
    element('id', {}, id),
    element('title', {}, title),
    element('subtitle', {}, description || title),
    // an empty feed has no change to tell of, but the element must be there (4.1.1)
    element('updated', {}, rfc3339(updatedAt ?? 0)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: selfUrl }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: locale, href: pageUrl }),
    element('author', {}, element('name', {}, title)),
    element('generator', {}, 'Acervo')
  ];
  return (
    xmlDeclaration +
    opening('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale }) +
    head.map(({ xml }) => `${xml}\n`).join('')
  );
}

export const atomEntry = (item: FeedItem): string =>
  `${
    element('entry', { 'xml:lang': item.locale }, [
      element('id', {}, identifierOf(item)),
      element('title', {}, item.title),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: item.locale, href: item.url }),
      element('published', {}, rfc3339(item.publishedAt)),
      element('updated', {}, rfc3339(item.updatedAt)),
      element('summary', {}, item.lines.join('\n')),
      element('category', { term: item.category }),
      item.people.map((name) => element('contributor', {}, element('name', {}, name)))
    ]).xml
  }\n`;

export const atomEnd = closing('feed');
