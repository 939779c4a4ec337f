import { statedDate } from '#lib/domain/feeds/dates.ts';
import { identifierOf, isStandIn, type AnyEntry, type ArchiveEntry } from '#lib/domain/feeds/entry.ts';

export interface MetaTag {
  name: string;
  content: string;
}

const tag = (name: string, content: string | null | undefined): MetaTag[] => (content ? [{ name, content }] : []);

/** A day, or as much of it as is known; a stand-in has the day on which it was made. */
function dayOf(entry: AnyEntry): string | null {
  if (entry.type === 'recording') return isStandIn(entry) ? entry.standInMadeOn : statedDate(entry.date);
  return entry.type === 'event' ? statedDate(entry.date) : null;
}

const types = {
  event: 'Event',
  recording: 'MovingImage',
  person: 'Text',
  organization: 'Text',
  series: 'Collection',
  page: 'Text'
} as const satisfies Record<AnyEntry['type'], string>;

const namesOf = (entry: AnyEntry): string[] =>
  entry.type === 'event' || entry.type === 'recording'
    ? [
        ...new Set(
          entry.people.filter(({ role }) => role === 'speaker' || role === 'panelist').flatMap(({ name }) => name ?? [])
        )
      ]
    : [];

/** Dublin Core for Zotero and library catalogs: https://www.dublincore.org/specifications/dublin-core/dc-html/. */
export const dublinCore = (entry: AnyEntry, archive: ArchiveEntry, title: string): MetaTag[] => [
  ...tag('DC.title', title),
  ...namesOf(entry).flatMap((name) => tag('DC.creator', name)),
  ...tag('DC.publisher', archive.title),
  ...tag('DC.date', dayOf(entry)),
  ...tag('DC.type', types[entry.type]),
  ...tag('DC.language', entry.title.lang),
  ...tag('DC.identifier', identifierOf(entry)),
  ...tag('DC.source', entry.url),
  ...tag('DC.description', entry.summary?.text)
];

/** The tags that Google Scholar and Zotero read for what is cited: recordings. */
export function highwire(entry: AnyEntry, archive: ArchiveEntry, title: string): MetaTag[] {
  if (entry.type !== 'recording') return [];
  return [
    ...tag('citation_title', title),
    ...namesOf(entry).flatMap((name) => tag('citation_author', name)),
    ...tag('citation_publication_date', dayOf(entry)?.replaceAll('-', '/')),
    ...tag('citation_conference_title', entry.event?.title),
    ...tag('citation_publisher', archive.title),
    ...tag('citation_language', entry.title.lang),
    ...tag('citation_public_url', entry.url)
  ];
}
