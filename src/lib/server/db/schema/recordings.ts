import { publicationStates, type Rights, type SourceRef, type TitleOrigin } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import {
  captionSteps,
  mediaStates,
  storedRenditionKinds,
  textTrackKinds,
  trackMethods,
  trackRoles,
  voices,
  type MediaFacts,
  type MomentSpans,
  type Stretch
} from '#lib/domain/recordings/types.ts';
import {
  checkOneOf,
  count,
  flag,
  index,
  json,
  millis,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex
} from '#lib/server/db/columns.ts';
import { objectColumns } from '#lib/server/db/schema/objects.ts';

export const recordings = table(
  'recordings',
  {
    ...objectColumns(),
    /** Small and never reused: the upper part of `moments.id`. */
    number: count().notNull(),
    eventId: text(),
    seriesId: text(),
    title: json<Localized>().notNull(),
    titleOrigin: json<TitleOrigin>(),
    description: json<Localized>(),
    /** ISO day on which it was recorded; null: the event's date counts. */
    recordedOn: text(),
    durationMs: millis(),
    mediaState: oneOf(mediaStates).notNull().default('none'),
    /** The day a stand-in was made, ISO; null when nothing here is a stand-in. */
    standInMadeOn: text(),
    /** What the source says of the recording itself. */
    mediaFacts: json<MediaFacts>()
  },
  (t) => [
    uniqueIndex('recordings_number').on(t.number),
    index('recordings_event').on(t.eventId),
    index('recordings_state').on(t.state, t.recordedOn),
    checkOneOf('recordings_media_state', t.mediaState, mediaStates)
  ]
);

/** Who is heard. The label is what the track's own language says; the person may be unknown. */
export const recordingSpeakers = table(
  'recording_speakers',
  {
    recordingId: text()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    position: count().notNull(),
    /** BCP 47 tag → label as the files write it. */
    labels: json<Record<string, string>>().notNull(),
    personId: text()
  },
  (t) => [primaryKey({ columns: [t.recordingId, t.id] }), index('recording_speakers_person').on(t.personId)]
);

export const chapters = table(
  'chapters',
  {
    recordingId: text()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    position: count().notNull(),
    startMs: millis().notNull(),
    endMs: millis().notNull(),
    title: json<Localized>().notNull()
  },
  (t) => [primaryKey({ columns: [t.recordingId, t.position] })]
);

/** A sound of the recording. `held: false`: known to exist, named on the page, never offered to play. */
export const audioTracks = table(
  'audio_tracks',
  {
    recordingId: text()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    position: count().notNull(),
    role: oneOf(trackRoles).notNull(),
    language: text(),
    label: json<Localized>(),
    method: oneOf(trackMethods).notNull().default('unknown'),
    derivedFrom: json<string[]>().notNull().default([]),
    held: flag().notNull(),
    standIn: flag().notNull().default(false),
    existedLive: flag(),
    recorded: flag(),
    /** Stretches in which nobody interpreted. */
    silences: json<Stretch[]>().notNull().default([]),
    rights: json<Rights>(),
    sources: json<SourceRef[]>().notNull().default([])
  },
  (t) => [primaryKey({ columns: [t.recordingId, t.id] }), checkOneOf('audio_tracks_role', t.role, trackRoles)]
);

/** One encoded form of a recording, or of one of its sounds. */
export const renditions = table(
  'renditions',
  {
    recordingId: text()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    kind: oneOf(storedRenditionKinds).notNull(),
    /** The sound it carries; null for HLS with all sounds and for pictures. */
    audioTrackId: text(),
    /** Language of what is drawn into the picture (posters, stand-in cards). */
    language: text(),
    /** Key of the file; for HLS of the master playlist. */
    fileKey: text().notNull(),
    /** Of all files of the rendition together. */
    bytes: count().notNull(),
    mimeType: text().notNull(),
    width: count(),
    height: count(),
    durationMs: millis(),
    standIn: flag().notNull().default(false)
  },
  (t) => [
    primaryKey({ columns: [t.recordingId, t.id] }),
    index('renditions_file').on(t.fileKey),
    checkOneOf('renditions_kind', t.kind, storedRenditionKinds)
  ]
);

/** A text of the recording: (recording, language, kind, role) may exist more than once, so it has an id of its own. */
export const textTracks = table(
  'text_tracks',
  {
    recordingId: text()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    position: count().notNull(),
    kind: oneOf(textTrackKinds).notNull(),
    role: oneOf(trackRoles).notNull(),
    /** BCP 47; null: not known. */
    language: text(),
    /** The sound whose time it keeps; null: the original's, or not known. */
    timedTo: text(),
    label: json<Localized>(),
    method: oneOf(trackMethods).notNull().default('unknown'),
    derivedFrom: json<string[]>().notNull().default([]),
    /** Who checked it: a role, never a name without consent. Null: nobody yet. */
    reviewedBy: json<Localized>(),
    held: flag().notNull(),
    standIn: flag().notNull().default(false),
    existedLive: flag(),
    /** Are sounds and speakers written? Null: not known. */
    writesSounds: flag(),
    writesSpeakers: flag(),
    rights: json<Rights>(),
    sources: json<SourceRef[]>().notNull().default([])
  },
  (t) => [
    primaryKey({ columns: [t.recordingId, t.id] }),
    checkOneOf('text_tracks_kind', t.kind, textTrackKinds),
    checkOneOf('text_tracks_role', t.role, trackRoles)
  ]
);

/** A state of a text track that once was saved. Versions are never changed; a correction is a new one. */
export const trackVersions = table(
  'track_versions',
  {
    /** Small integer, given in order by the writer: the upper part of `cues.id`. */
    id: count().primaryKey(),
    recordingId: text()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    trackId: text().notNull(),
    /** 1, 2, 3 … within its track. */
    number: count().notNull(),
    /** At most one `public` version per track; an import in slices stays `draft` until it is whole. */
    state: oneOf(publicationStates).notNull().default('draft'),
    /** What the file was: vtt, srt, sbv, txt; null when it was made here. */
    format: text(),
    encoding: text(),
    /** Everything of the file that is not a cue (header, STYLE, REGION, NOTE with their places): nothing is lost on export. */
    frame: json<unknown>(),
    problems: json<{ code: string; line: number; data?: Record<string, string | number> }[]>().notNull().default([]),
    cueCount: count().notNull().default(0),
    /** SHA-256 of the file it was made from; of the written WebVTT when it was made here. */
    sha256: text(),
    fileKey: text(),
    note: json<Localized>(),
    /** By which role it was made (`import`, `captioner` …). */
    madeBy: text().notNull(),
    /** Who made it, for organizers: an organizer's id. */
    createdBy: text(),
    /** How readers know who made it: only where that person chose so. */
    creditName: text(),
    /** What was done, as readers are told. Null: nothing is claimed. */
    step: oneOf(captionSteps),
    /** The version that it was made from; null: a file, or nothing. */
    basedOn: count(),
    createdAt: millis().notNull(),
    publishedAt: millis()
  },
  (t) => [
    uniqueIndex('track_versions_number').on(t.recordingId, t.trackId, t.number),
    checkOneOf('track_versions_state', t.state, publicationStates)
  ]
);

/**
 * One row a cue; `id` = version id · 2^20 + position, so a version's cues lie together in order and need no other index.
 * See `cueKey` and `cueRange` in lib/server/captions.
 */
export const cues = table('cues', {
  id: count().primaryKey(),
  startMs: millis().notNull(),
  endMs: millis().notNull(),
  /** Cue text with its markup, without the mark of its speaker. */
  text: text().notNull(),
  /** Id in recording_speakers; the label is written by the policy of that moment. */
  speakerId: text(),
  /** How the cue itself names its speaker: index in the version's list of marks; null when it names nobody. */
  mark: count(),
  /** The cue's identifier in the file. */
  identifier: text(),
  /** WebVTT cue settings as written. */
  settings: text(),
  /** Only where the cue differs from its track. */
  voice: oneOf(voices),
  language: text()
});

/** Per language the one published version that page, search, quotes and exports read. Renewed when a version is published. */
export const readingTracks = table(
  'reading_tracks',
  {
    recordingId: text()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    language: text().notNull(),
    trackId: text().notNull(),
    versionId: count().notNull()
  },
  (t) => [primaryKey({ columns: [t.recordingId, t.language] }), index('reading_tracks_version').on(t.versionId)]
);

/** One stretch of speech with its text in each language; `id` = recording number · 2^20 + position. */
export const moments = table('moments', {
  id: count().primaryKey(),
  startMs: millis().notNull(),
  endMs: millis().notNull(),
  spans: json<MomentSpans>().notNull()
});
