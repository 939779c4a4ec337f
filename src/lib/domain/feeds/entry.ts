import type { ArchiveDate, Rights } from '#lib/domain/archive/types.ts';
import type {
  AttendanceMode,
  ChangeDate,
  EventKind,
  OrganizationRole,
  PersonRole,
  StatusKind
} from '#lib/domain/events/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { LocalizedText } from '#lib/domain/i18n/localized.ts';
import type { MediaState, TextTrackKind, TrackRole } from '#lib/domain/recordings/types.ts';

/*
 * What feeds, calendars, page metadata, citations and the API say of an object: in one language, with absolute addresses,
 * and only what an anonymous viewer may know. Names of people have passed the display policy before they get here.
 */

/** Another object, named and linked. */
export interface EntryLink {
  uuid: string;
  url: string;
  title: string;
}

/** A part that somebody had. */
export interface Credit<Role extends string = PersonRole | OrganizationRole> {
  /** Null: the part is known, the name may not be shown. */
  name: string | null;
  /** Null where there is no name, so that nothing leads to the person. */
  uuid: string | null;
  url: string | null;
  role: Role;
}

interface Entry {
  /** Independent of the archive's address. */
  uuid: string;
  locale: Locale;
  /** Of the page in `locale`. */
  url: string;
  urls: Readonly<Record<Locale, string>>;
  title: LocalizedText;
  summary: LocalizedText | null;
  /** UTC milliseconds. */
  publishedAt: number;
  updatedAt: number;
  /** Readable, but not for search engines. */
  noindex: boolean;
}

/** An entry of the status log, in the log's order. */
export interface StatusEntry {
  kind: StatusKind;
  changed: ChangeDate;
  previousStart: ArchiveDate | null;
  reason: LocalizedText | null;
}

export interface EventEntry extends Entry {
  type: 'event';
  kind: EventKind;
  date: ArchiveDate;
  /** UTC milliseconds; null: the time of day is not known. */
  startsAt: number | null;
  endsAt: number | null;
  timeZone: string | null;
  /** The oldest first; the last one is the current status. */
  log: readonly StatusEntry[];
  attendance: AttendanceMode | null;
  place: LocalizedText | null;
  venue: LocalizedText | null;
  /** Where it is joined; null once the event is over. */
  joinUrl: string | null;
  series: EntryLink | null;
  replacedBy: readonly EntryLink[];
  replaces: readonly EntryLink[];
  recordings: readonly EntryLink[];
  people: readonly Credit<PersonRole>[];
  organizations: readonly Credit<OrganizationRole>[];
}

export interface SoundEntry {
  id: string;
  role: TrackRole;
  /** BCP 47. */
  language: string | null;
  standIn: boolean;
  video: MediaEntry | null;
  audio: MediaEntry | null;
}
export interface MediaEntry {
  url: string;
  bytes: number;
  mimeType: string;
  width: number | null;
  height: number | null;
}

/** A text track with its published version. */
export interface TextEntry {
  id: string;
  kind: TextTrackKind;
  role: TrackRole;
  language: string | null;
  /** "English captions", in the entry's language. */
  label: string;
  standIn: boolean;
  /** The text that page, search and quotes read in its language. */
  isReading: boolean;
  version: number;
  versionDate: number | null;
  urls: Readonly<Record<'vtt' | 'srt' | 'txt' | 'json', string>>;
}

export interface ChapterEntry {
  startMs: number;
  endMs: number;
  title: string;
}

export interface RecordingEntry extends Entry {
  type: 'recording';
  mediaState: MediaState;
  /** The ISO day a stand-in was made; null: not a stand-in. */
  standInMadeOn: string | null;
  date: ArchiveDate | null;
  durationMs: number | null;
  rights: Rights | null;
  event: (EntryLink & { kind: EventKind }) | null;
  series: EntryLink | null;
  poster: string | null;
  sounds: readonly SoundEntry[];
  texts: readonly TextEntry[];
  chapters: readonly ChapterEntry[];
  people: readonly Credit<PersonRole>[];
  organizations: readonly Credit<OrganizationRole>[];
}

export interface PersonEntry extends Entry {
  type: 'person';
  name: string;
  office: LocalizedText | null;
  organization: EntryLink | null;
}

export interface OrganizationEntry extends Entry {
  type: 'organization';
  shortName: string;
  name: LocalizedText | null;
  homepage: string | null;
}

export interface SeriesEntry extends Entry {
  type: 'series';
  kind: 'tour' | 'series';
  status: StatusKind | null;
  events: readonly EntryLink[];
}

export interface PageEntry extends Entry {
  type: 'page';
}

export type AnyEntry = EventEntry | RecordingEntry | PersonEntry | OrganizationEntry | SeriesEntry | PageEntry;

/** The archive itself, as feeds name their source. */
export interface ArchiveEntry {
  title: string;
  description: string;
  locale: Locale;
  /** Origin without a slash at its end. */
  origin: string;
  /** The front page in `locale`. */
  url: string;
}

export const statusOf = ({ log }: Pick<EventEntry, 'log'>): StatusKind | null => log.at(-1)?.kind ?? null;
export const isStandIn = ({ mediaState }: Pick<RecordingEntry, 'mediaState'>): boolean => mediaState === 'stand_in';
/** `urn:uuid:…`: the identifier that feeds, citations and exports print. */
export const identifierOf = ({ uuid }: { uuid: string }): string => `urn:uuid:${uuid}`;
