import { rfc3339 } from '#lib/domain/feeds/dates.ts';
import type { MediaEntry, RecordingEntry } from '#lib/domain/feeds/entry.ts';
import { closing, element, opening, optional, xmlDeclaration, type Xml } from '#lib/domain/feeds/xml.ts';
import { locales, type Locale } from '#lib/domain/i18n/locale.ts';

/** At most this many addresses a file (sitemaps.org). */
export const mostUrls = 50_000;

export interface SitemapUrl {
  /** Absolute, the same page in every language. */
  urls: Readonly<Record<Locale, string>>;
  /** UTC milliseconds; null: not known, and then nothing is claimed. */
  updatedAt: number | null;
  /** Per language, what a player there shows; null for pages without a recording that may be named. */
  video: Readonly<Record<Locale, RecordingEntry>> | null;
}

export const sitemapStart =
  xmlDeclaration +
  opening('urlset', {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
    'xmlns:video': 'http://www.google.com/schemas/sitemap-video/1.1'
  });
export const sitemapEnd = closing('urlset');

/** The film of a recording: the original's, else the first that is held. */
export function filmOf({ sounds }: Pick<RecordingEntry, 'sounds'>): MediaEntry | null {
  const held = sounds.filter(({ video, standIn }) => video && !standIn);
  return (held.find(({ role }) => role === 'original') ?? held[0])?.video ?? null;
}

function videoOf(entry: RecordingEntry): Xml | null {
  const film = filmOf(entry);
  if (!film || !entry.poster) return null; // both are obligatory
  const seconds = entry.durationMs === null ? null : Math.round(entry.durationMs / 1000);
  return element('video:video', {}, [
    element('video:thumbnail_loc', {}, entry.poster),
    element('video:title', {}, entry.title.text),
    element('video:description', {}, (entry.summary?.text ?? entry.title.text).slice(0, 2048)),
    element('video:content_loc', {}, film.url),
    seconds !== null && seconds >= 1 && seconds <= 28_800 && element('video:duration', {}, seconds),
    element('video:publication_date', {}, rfc3339(entry.publishedAt)),
    element('video:family_friendly', {}, 'yes')
  ]);
}

/** A page once per language, each naming all the others. */
export function sitemapUrl({ urls, updatedAt, video }: SitemapUrl): string {
  const others = [...locales.map((locale) => [locale, urls[locale]]), ['x-default', urls.en]].map(([hreflang, href]) =>
    element('xhtml:link', { rel: 'alternate', hreflang, href })
  );
  return locales
    .map(
      (locale) =>
        `${
          element('url', {}, [
            element('loc', {}, urls[locale]),
            optional('lastmod', updatedAt === null ? null : rfc3339(updatedAt)),
            others,
            video && videoOf(video[locale])
          ]).xml
        }\n`
    )
    .join('');
}

export const sitemapIndex = (files: readonly { url: string; updatedAt: number | null }[]): string =>
  xmlDeclaration +
  element(
    'sitemapindex',
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    files.map(({ url, updatedAt }) =>
      element('sitemap', {}, [
        element('loc', {}, url),
        optional('lastmod', updatedAt === null ? null : rfc3339(updatedAt))
      ])
    )
  ).xml;
