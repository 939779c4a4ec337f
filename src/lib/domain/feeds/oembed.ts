import type { AnyEntry, ArchiveEntry } from '#lib/domain/feeds/entry.ts';
import { titleOf } from '#lib/domain/feeds/page-meta.ts';
import { element, optional, xmlDeclaration } from '#lib/domain/feeds/xml.ts';

/** An answer of oEmbed 1.0 (https://oembed.com). `link`: a title and a picture, nothing that loads by itself. */
export interface OEmbed {
  version: '1.0';
  type: 'link';
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** Pictures are posters of films: they have this size unless the file says another. */
const poster = { width: 640, height: 360 };

export function oEmbed(entry: AnyEntry, archive: ArchiveEntry): OEmbed {
  const picture = entry.type === 'recording' ? entry.poster : null;
  return {
    version: '1.0',
    type: 'link',
    title: titleOf(entry),
    provider_name: archive.title,
    provider_url: archive.url,
    cache_age: 3600,
    ...(picture && { thumbnail_url: picture, thumbnail_width: poster.width, thumbnail_height: poster.height })
  };
}

export const oEmbedXml = (answer: OEmbed): string =>
  xmlDeclaration +
  element(
    'oembed',
    {},
    Object.entries(answer).map(([name, value]: [string, string | number]) => optional(name, value))
  ).xml;
