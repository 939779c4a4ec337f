import {
  identifierOf,
  isStandIn,
  statusOf,
  type AnyEntry,
  type ArchiveEntry,
  type Credit,
  type EntryLink,
  type EventEntry,
  type RecordingEntry
} from '#lib/domain/feeds/entry.ts';
import { statedDate } from '#lib/domain/feeds/dates.ts';
import type { Place, Thing } from '#lib/domain/feeds/schema-org.ts';
import { filmOf } from '#lib/domain/feeds/sitemap.ts';
import { isoDuration } from '#lib/domain/recordings/timecode.ts';
import type { StatusKind } from '#lib/domain/events/types.ts';

/** Times of schema.org name the clock of the place: 2020-06-10T18:00:00-04:00; without a known time the day, or less. */
const iso = (ms: number) => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');

const eventStatus = {
  planned: null,
  scheduled: 'https://schema.org/EventScheduled',
  postponed: 'https://schema.org/EventPostponed',
  rescheduled: 'https://schema.org/EventRescheduled',
  moved_online: 'https://schema.org/EventMovedOnline',
  cancelled: 'https://schema.org/EventCancelled',
  // "held" has no word in schema.org: it took place as scheduled
  held: 'https://schema.org/EventScheduled'
} as const satisfies Record<StatusKind, string | null>;

const attendanceMode = {
  in_person: 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  mixed: 'https://schema.org/MixedEventAttendanceMode'
} as const;

/** Only dates that ISO 8601 can say: no seasons, which schema.org does not know. */
const isoDate = (value: string | null | undefined): string | undefined =>
  value && /^\d{4}(-(0\d|1[0-2])(-\d{2})?)?(T|$)/.test(value) ? value : undefined;

const reference = ({ uuid, url, title }: EntryLink, type: Thing['@type']): Thing => ({
  '@type': type,
  '@id': identifierOf({ uuid }),
  name: title,
  url
});

const person = ({ name, uuid, url }: Credit): Thing[] =>
  name === null
    ? []
    : [{ '@type': 'Person', ...(uuid && { '@id': identifierOf({ uuid }) }), name, ...(url && { url }) }];
const organization = ({ name, uuid, url }: Credit): Thing[] =>
  name === null
    ? []
    : [{ '@type': 'Organization', ...(uuid && { '@id': identifierOf({ uuid }) }), name, ...(url && { url }) }];

const list = (things: Thing[]): Thing[] | undefined => (things.length > 0 ? things : undefined);

function locations({ place, venue, attendance, joinUrl, url }: EventEntry): Place[] {
  const name = [venue?.text, place?.text].filter(Boolean).join(', ');
  const here: Place[] =
    attendance !== 'online' && name ? [{ '@type': 'Place', name, address: place?.text ?? name }] : [];
  const online: Place[] =
    attendance === 'online' || attendance === 'mixed' ? [{ '@type': 'VirtualLocation', url: joinUrl ?? url }] : [];
  return [...here, ...online];
}

/** The start that was valid before the last change that names one. */
const previousStart = ({ log }: EventEntry): string | undefined =>
  isoDate(log.findLast(({ previousStart: start }) => start?.value)?.previousStart?.value);

export function eventJsonLd(entry: EventEntry): Thing {
  const status = statusOf(entry);
  const places = locations(entry);
  const speaking = entry.people.filter(({ role }) => role === 'speaker' || role === 'panelist');
  return {
    '@type': 'Event',
    '@id': identifierOf(entry),
    name: entry.title.text,
    url: entry.url,
    inLanguage: entry.title.lang,
    description: entry.summary?.text,
    startDate: entry.startsAt === null ? isoDate(statedDate(entry.date)) : iso(entry.startsAt),
    endDate: entry.endsAt === null ? undefined : iso(entry.endsAt),
    previousStartDate: previousStart(entry),
    eventStatus: (status && eventStatus[status]) ?? undefined,
    eventAttendanceMode: entry.attendance ? attendanceMode[entry.attendance] : undefined,
    location: places.length > 0 ? places : undefined,
    superEvent: entry.series ? reference(entry.series, 'EventSeries') : undefined,
    performer: list(speaking.flatMap(person)),
    organizer: list(
      entry.organizations.filter(({ role }) => role === 'organizer' || role === 'host').flatMap(organization)
    ),
    sponsor: list(
      entry.organizations.filter(({ role }) => role === 'sponsor' || role === 'cosponsor').flatMap(organization)
    ),
    recordedIn: list(entry.recordings.map((link) => reference(link, 'CreativeWork')))
  };
}

function captionsOf(entry: RecordingEntry): Thing[] | undefined {
  const captions = entry.texts
    .filter(({ kind, standIn }) => (kind === 'captions' || kind === 'subtitles') && !standIn)
    .map(({ label, language, urls }): Thing => ({
      '@type': 'MediaObject',
      name: label,
      inLanguage: language ?? undefined,
      encodingFormat: 'text/vtt',
      contentUrl: urls.vtt
    }));
  return list(captions);
}

/** Chapters as clips, so that a search engine can lead into the middle. */
const clipsOf = ({ chapters, url, sounds }: RecordingEntry): Thing[] | undefined =>
  sounds.length === 0
    ? undefined
    : list(
        chapters.map(({ title, startMs, endMs }) => ({
          '@type': 'Clip',
          name: title,
          startOffset: Math.floor(startMs / 1000),
          endOffset: Math.ceil(endMs / 1000),
          url: `${url}?t=${String(Math.floor(startMs / 1000))}`
        }))
      );

/** A film that is really here is a VideoObject; a stand-in, or what is only known to exist, says no more than it is. */
export function recordingJsonLd(entry: RecordingEntry): Thing {
  const base: Thing = {
    '@type': 'CreativeWork',
    '@id': identifierOf(entry),
    name: entry.title.text,
    url: entry.url,
    inLanguage: entry.title.lang,
    description: entry.summary?.text,
    recordedAt: entry.event ? reference(entry.event, 'Event') : undefined
  };
  const film = filmOf(entry);
  if (isStandIn(entry) || !film) return base;
  return {
    ...base,
    '@type': 'VideoObject',
    dateCreated: isoDate(statedDate(entry.date)),
    uploadDate: iso(entry.publishedAt),
    duration: entry.durationMs === null ? undefined : isoDuration(entry.durationMs),
    thumbnailUrl: entry.poster ?? undefined,
    contentUrl: film.url,
    encodingFormat: film.mimeType,
    caption: captionsOf(entry),
    transcript: entry.texts.find(({ isReading, standIn }) => isReading && !standIn)?.urls.txt,
    hasPart: clipsOf(entry),
    contributor: list(entry.people.flatMap(person)),
    sponsor: list(entry.organizations.flatMap(organization))
  };
}

export function entryJsonLd(entry: AnyEntry): Thing {
  const { title, url, summary } = entry;
  const base = { '@id': identifierOf(entry), url, description: summary?.text };
  switch (entry.type) {
    case 'event':
      return eventJsonLd(entry);
    case 'recording':
      return recordingJsonLd(entry);
    case 'person':
      return {
        '@type': 'Person',
        ...base,
        name: entry.name,
        jobTitle: entry.office?.text,
        affiliation: entry.organization ? reference(entry.organization, 'Organization') : undefined
      };
    case 'organization':
      return {
        '@type': 'Organization',
        ...base,
        name: entry.name?.text ?? entry.shortName,
        alternateName: entry.name ? entry.shortName : undefined,
        sameAs: entry.homepage ?? undefined
      };
    case 'series':
      return {
        '@type': 'EventSeries',
        ...base,
        name: title.text,
        inLanguage: title.lang,
        eventStatus: (entry.status && eventStatus[entry.status]) ?? undefined,
        subEvent: list(entry.events.map((link) => reference(link, 'Event')))
      };
    case 'page':
      return { '@type': 'WebPage', ...base, name: title.text, inLanguage: title.lang };
  }
}

/** From the front page to the page's own place. */
export const breadcrumbs = (trail: readonly { name: string; url: string }[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ name, url }, i) => ({ '@type': 'ListItem', position: i + 1, name, item: url }))
});

/** The archive with its search; `searchUrl` holds `{query}` where the words go. */
export const siteJsonLd = ({ title, description, url, locale }: ArchiveEntry, searchUrl: string | null): Thing => ({
  '@type': 'WebSite',
  name: title,
  url,
  description: description || undefined,
  inLanguage: locale,
  potentialAction: searchUrl
    ? {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: searchUrl },
        'query-input': 'required name=query'
      }
    : undefined
});

/** A whole document of one or more things. */
export const jsonLdDocument = (...things: Thing[]): { '@context': string; '@graph': Thing[] } => ({
  '@context': 'https://schema.org',
  '@graph': things
});
