import type { ArchiveDate, Rights, SourceRef } from '#lib/domain/archive/types.ts';
import type { EventKind, Panel } from '#lib/domain/events/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import type {
  CaptionStep,
  MediaState,
  Stretch,
  TextTrackKind,
  TrackMethod,
  TrackRole,
  Voice
} from '#lib/domain/recordings/types.ts';

export interface FileLink {
  url: string;
  bytes: number;
  mimeType: string;
}

/** A sound of the recording, to be chosen when it is `playable`, to be named in any case. */
export interface SoundView {
  id: string;
  role: TrackRole;
  /** BCP 47; null: the source does not say. */
  language: string | null;
  /** "Original (Spanish)", in the page's language. */
  label: string;
  method: TrackMethod;
  derivedFrom: string[];
  held: boolean;
  standIn: boolean;
  existedLive: boolean | null;
  recorded: boolean | null;
  video: (FileLink & { width: number | null; height: number | null }) | null;
  audio: FileLink | null;
  /** The same sound in Opus: half the data, for whoever keeps it. */
  opus: FileLink | null;
  /** Stretches in which nobody interpreted. */
  silences: Stretch[];
  rights: Rights | null;
}

export interface TrackStep {
  step: CaptionStep;
  /** Of whoever did it: captioner, editor … */
  role: string;
  /** Only where that person chose to be named. */
  name: string | null;
  at: number;
}

/** What an interpreter says of a passage. */
export interface PassageNote {
  startMs: number;
  endMs: number;
  note: Localized;
}

/** A text track with the version that readers get; `version` is null for one that is only known to exist. */
export interface TextTrackView {
  id: string;
  kind: TextTrackKind;
  role: TrackRole;
  language: string | null;
  /** "English captions", in the page's language. */
  label: string;
  timedTo: string | null;
  method: TrackMethod;
  derivedFrom: string[];
  reviewedBy: Localized | null;
  held: boolean;
  standIn: boolean;
  existedLive: boolean | null;
  writesSounds: boolean | null;
  writesSpeakers: boolean | null;
  rights: Rights | null;
  version: { number: number; cueCount: number; publishedAt: number | null } | null;
  /** What was done to it since it was made, the first first. */
  steps: TrackStep[];
  /** The track that the transcript reads in its language. */
  isReading: boolean;
  files: DownloadView[];
}

export const downloadFormats = ['vtt', 'srt', 'txt', 'json'] as const;
export type DownloadFormat = (typeof downloadFormats)[number];
export interface DownloadView {
  format: DownloadFormat;
  url: string;
  bytes: number;
}

/** What the player offers as captions: a language, with one track for each sound whose time it keeps. */
export interface CaptionChoice {
  language: string;
  /** The language's own name: Español. */
  label: string;
  /** The one to take for a sound that has none of its own comes first. */
  tracks: { trackId: string; label: string; voice: Voice; timedTo: string | null; url: string }[];
}

export interface ColumnView {
  language: string;
  /** The language's own name, and its name in the page's language. */
  ownName: string;
  name: string;
  voice: Voice;
  role: TrackRole;
}

export interface NamedLink {
  href: string | null;
  text: string;
  lang?: Locale | undefined;
}

export interface SpeakerView {
  /** Null: no name may be shown. */
  name: string | null;
  href: string | null;
  role: string;
}

export interface RecordingView {
  id: string;
  uuid: string;
  paths: Record<Locale, string>;
  title: Localized;
  description: Localized | null;
  mediaState: MediaState;
  durationMs: number | null;
  noindex: boolean;
  rights: Rights | null;
  sources: SourceRef[];
  /** Words of the archive for pages of stand-ins. */
  notices: Localized[];
  date: ArchiveDate | null;
  event: {
    title: Localized;
    href: string;
    kind: EventKind;
    place: Localized | null;
    attendance: 'in_person' | 'online' | 'mixed' | null;
    panel: Panel | null;
    series: { title: Localized; href: string } | null;
  } | null;
  sounds: SoundView[];
  hls: string | null;
  /** Of the stream's pictures the smallest; null where the archive does not know its size. */
  smallestPicture: { size: string; bytes: number } | null;
  /** WebVTT that says where on which sheet each still stands. */
  storyboard: string | null;
  poster: string | null;
  chapters: { startMs: number; endMs: number; title: Localized }[];
  notes: PassageNote[];
  textTracks: TextTrackView[];
  captions: CaptionChoice[];
  /** Columns of the transcript that are shown, the original first. */
  columns: ColumnView[];
  /** Every language that the transcript can be read in. */
  readable: { language: string; ownName: string }[];
  /** JSON of the aligned moments; null without a transcript. */
  moments: { url: string; bytes: number } | null;
  speakers: SpeakerView[];
  organizations: { heading: 'sponsors' | 'others'; links: NamedLink[] }[];
  next: { href: string; title: Localized; date: ArchiveDate | null }[];
}
