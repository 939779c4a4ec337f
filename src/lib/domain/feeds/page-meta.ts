import { cardSize } from '#lib/domain/cards/card-svg.ts';
import { isStandIn, type AnyEntry, type ArchiveEntry } from '#lib/domain/feeds/entry.ts';
import { dublinCore, highwire, type MetaTag } from '#lib/domain/feeds/highwire.ts';
import { jsonInHtml } from '#lib/domain/feeds/json-in-html.ts';
import { breadcrumbs, entryJsonLd, jsonLdDocument, siteJsonLd } from '#lib/domain/feeds/jsonld.ts';
import { filmOf } from '#lib/domain/feeds/sitemap.ts';
import { eventTitle, recordingTitle } from '#lib/domain/feeds/words.ts';
import { locales, otherLocale } from '#lib/domain/i18n/locale.ts';
import { shellMessages } from '#lib/domain/i18n/messages/shell.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';

/** What stands in the head of a page for machines. */
export interface PageMeta {
  tags: MetaTag[];
  /** Open Graph, which has `property` where HTML has `name`. */
  properties: { property: string; content: string }[];
  links: { rel: string; type: string; href: string; title?: string }[];
  /** JSON that may stand inside a script element. */
  jsonLd: string;
}

const ogLocale = { en: 'en_US', es: 'es_LA' } as const;
const ogType = {
  event: 'article',
  recording: 'video.other',
  person: 'profile',
  organization: 'website',
  series: 'website',
  page: 'article'
} as const satisfies Record<AnyEntry['type'], string>;

export function titleOf(entry: AnyEntry): string {
  if (entry.type === 'event') return eventTitle(entry);
  return entry.type === 'recording' ? recordingTitle(entry) : entry.title.text;
}

const word = {
  event: 'events',
  recording: 'recordings',
  person: 'people',
  organization: 'organizations',
  series: 'events',
  page: null
} as const satisfies Record<AnyEntry['type'], string | null>;

function trailOf(entry: AnyEntry, { origin, url }: ArchiveEntry) {
  const m = shellMessages(entry.locale);
  const section = word[entry.type];
  return [
    { name: m.archive, url },
    ...(section ? [{ name: m.nav[section], url: origin + pathIn(entry.locale, section) }] : []),
    { name: titleOf(entry), url: entry.url }
  ];
}

/** The picture beside a link, 1200 × 630. */
export interface CardImage {
  /** Absolute. */
  url: string;
  /** What it says, for those who do not see it. */
  alt: string;
}

/** Open Graph of the picture; the sizes let a page be shown before it has come. */
export const imageTags = ({ url, alt }: CardImage): PageMeta['properties'] =>
  [
    ['og:image', url],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(cardSize.width)],
    ['og:image:height', String(cardSize.height)],
    ['og:image:alt', alt]
  ].map(([property = '', content = '']) => ({ property, content }));

/** Open Graph and the card of link previews. */
function previews(entry: AnyEntry, archive: ArchiveEntry, image: CardImage): PageMeta['properties'] {
  const film = entry.type === 'recording' && !isStandIn(entry) ? filmOf(entry) : null;
  const all: [string, string | null | undefined][] = [
    ['og:type', film || entry.type !== 'recording' ? ogType[entry.type] : 'article'],
    ['og:title', titleOf(entry)],
    ['og:description', entry.summary?.text.slice(0, 300)],
    ['og:url', entry.url],
    ['og:site_name', archive.title],
    ['og:locale', ogLocale[entry.locale]],
    ['og:locale:alternate', ogLocale[otherLocale(entry.locale)]],
    ['og:video', film?.url],
    ['og:video:type', film?.mimeType]
  ];
  return [...all.flatMap(([property, content]) => (content ? [{ property, content }] : [])), ...imageTags(image)];
}

export interface MetaOptions {
  image: CardImage;
  links: PageMeta['links'];
}

/** Everything for machines in the head of an object's page. */
export function pageMeta(entry: AnyEntry, archive: ArchiveEntry, { image, links }: MetaOptions): PageMeta {
  const title = titleOf(entry);
  return {
    tags: [
      ...dublinCore(entry, archive, title),
      ...highwire(entry, archive, title),
      { name: 'twitter:card', content: 'summary_large_image' }
    ],
    properties: previews(entry, archive, image),
    links,
    jsonLd: jsonInHtml(jsonLdDocument(entryJsonLd(entry), breadcrumbs(trailOf(entry, archive))))
  };
}

/** The same for the front page: the archive itself, and how it is searched. */
export function frontMeta(archive: ArchiveEntry, image: CardImage): PageMeta {
  const { title, description, url, locale, origin } = archive;
  const search = `${origin}${pathIn(locale, 'search')}?q={query}`;
  return {
    tags: [{ name: 'twitter:card', content: 'summary_large_image' }],
    properties: [
      { property: 'og:type', content: 'website' },
      { property: 'og:title', content: title },
      ...(description ? [{ property: 'og:description', content: description.slice(0, 300) }] : []),
      { property: 'og:url', content: url },
      ...locales.map((each) => ({
        property: each === locale ? 'og:locale' : 'og:locale:alternate',
        content: ogLocale[each]
      })),
      ...imageTags(image)
    ],
    links: [],
    jsonLd: jsonInHtml(jsonLdDocument(siteJsonLd(archive, search)))
  };
}
