import { and, asc, between, eq, gt, inArray, like, lt } from 'drizzle-orm';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import { locales, type Locale } from '#lib/domain/i18n/locale.ts';
import type { PlacedMoment } from '#lib/domain/recordings/passages.ts';
import type { Ctx } from '#lib/server/context.ts';
import {
  audioTracks,
  chapters,
  cues,
  events,
  files,
  moments,
  notices,
  organizationLinks,
  organizations,
  passageNotes,
  people,
  personLinks,
  readingTracks,
  recordings,
  recordingSpeakers,
  renditions,
  series,
  slugs,
  textTracks,
  trackVersions
} from '#lib/server/db/schema/index.ts';

type Reader = Pick<Ctx, 'read'>;

export type RecordingRow = typeof recordings.$inferSelect;
export type AudioTrackRow = typeof audioTracks.$inferSelect;
export type TextTrackRow = typeof textTracks.$inferSelect;
export type TrackVersionRow = typeof trackVersions.$inferSelect;
export type RenditionRow = typeof renditions.$inferSelect;
export type CueRow = typeof cues.$inferSelect;
export type PersonRow = typeof people.$inferSelect;

/** Cues of a version and moments of a recording lie in one stretch of ids: owner · 2^20 + position. */
const stretch = 2 ** 20;

/** The recording behind an address, and whether the address is still its own. */
export async function findSlug({ read }: Reader, kind: ObjectKind, locale: Locale, slug: string) {
  const [row] = await read
    .select({ objectId: slugs.objectId, isCurrent: slugs.isCurrent })
    .from(slugs)
    .where(and(eq(slugs.kind, kind), eq(slugs.locale, locale), eq(slugs.slug, slug)));
  return row ?? null;
}

export type SlugPair = Record<Locale, string>;

/** Current addresses by object id; an object without a slug in a language is known by its id there. */
export async function slugsOf({ read }: Reader, kind: ObjectKind, ids: string[]): Promise<Map<string, SlugPair>> {
  const found = new Map<string, SlugPair>(ids.map((id) => [id, { en: id, es: id }]));
  if (ids.length === 0) return found;
  const rows = await read
    .select()
    .from(slugs)
    .where(and(eq(slugs.kind, kind), inArray(slugs.objectId, ids), eq(slugs.isCurrent, true)));
  for (const { objectId, locale, slug } of rows) {
    const pair = found.get(objectId);
    if (pair && locales.includes(locale)) pair[locale] = slug;
  }
  return found;
}

export async function recordingById({ read }: Reader, id: string): Promise<RecordingRow | null> {
  const [row] = await read.select().from(recordings).where(eq(recordings.id, id));
  return row ?? null;
}

/** Who is heard, with the person where it is known. */
export const speakersOf = ({ read }: Reader, recordingId: string) =>
  read
    .select({ speaker: recordingSpeakers, person: people })
    .from(recordingSpeakers)
    .leftJoin(people, eq(people.id, recordingSpeakers.personId))
    .where(eq(recordingSpeakers.recordingId, recordingId))
    .orderBy(asc(recordingSpeakers.position));

/** Everything that hangs on a recording but its cues and moments, each in its own order. */
export async function partsOf({ read }: Reader, recordingId: string) {
  const [sounds, texts, versions, files, parts, speakers, reading] = await Promise.all([
    read
      .select()
      .from(audioTracks)
      .where(eq(audioTracks.recordingId, recordingId))
      .orderBy(asc(audioTracks.position), asc(audioTracks.id)),
    read
      .select()
      .from(textTracks)
      .where(eq(textTracks.recordingId, recordingId))
      .orderBy(asc(textTracks.position), asc(textTracks.id)),
    read
      .select()
      .from(trackVersions)
      .where(eq(trackVersions.recordingId, recordingId))
      .orderBy(asc(trackVersions.trackId), asc(trackVersions.number)),
    read.select().from(renditions).where(eq(renditions.recordingId, recordingId)).orderBy(asc(renditions.id)),
    read
      .select({ startMs: chapters.startMs, endMs: chapters.endMs, title: chapters.title })
      .from(chapters)
      .where(eq(chapters.recordingId, recordingId))
      .orderBy(asc(chapters.position)),
    speakersOf({ read }, recordingId),
    read.select().from(readingTracks).where(eq(readingTracks.recordingId, recordingId))
  ]);
  return { sounds, texts, versions, files, chapters: parts, speakers, reading };
}
export type RecordingParts = Awaited<ReturnType<typeof partsOf>>;

/** Each picture and sound of the stream is one file in a folder of its own, below that of the master playlist. */
export async function streamFilesOf({ read }: Reader, { files: renditionFiles }: RecordingParts) {
  const folder = renditionFiles.find(({ kind }) => kind === 'hls')?.fileKey.replace(/\/[^/]+$/, '');
  if (!folder) return [];
  // keys between "folder/" and "folder0", the next character: what an index can answer
  return read
    .select({ key: files.key, bytes: files.bytes })
    .from(files)
    .where(and(gt(files.key, `${folder}/`), lt(files.key, `${folder}0`), like(files.key, '%/media.mp4')));
}

/** The version of a track that readers get; null for a track that is only known to exist or not yet published. */
export const publicVersion = (versions: TrackVersionRow[], trackId: string): TrackVersionRow | null =>
  versions.find((version) => version.trackId === trackId && version.state === 'public') ?? null;

/** In the order of their positions; index in the list = position in the version. */
export function cuesOfVersion({ read }: Reader, versionId: number): Promise<CueRow[]> {
  return read
    .select()
    .from(cues)
    .where(between(cues.id, versionId * stretch, (versionId + 1) * stretch - 1))
    .orderBy(asc(cues.id));
}

/** Only what a transcript is written from: an hour has thousands of cues, and every column of each is read one by one. */
export function readingCuesOf({ read }: Reader, versionId: number) {
  const { startMs, endMs, text, speakerId, voice, language } = cues;
  return read
    .select({ startMs, endMs, text, speakerId, voice, language })
    .from(cues)
    .where(between(cues.id, versionId * stretch, (versionId + 1) * stretch - 1))
    .orderBy(asc(cues.id));
}

export async function momentsOf({ read }: Reader, recordingNumber: number): Promise<PlacedMoment[]> {
  const first = recordingNumber * stretch;
  const rows = await read
    .select()
    .from(moments)
    .where(between(moments.id, first, first + stretch - 1))
    .orderBy(asc(moments.startMs), asc(moments.id));
  return rows.map(({ id, startMs, endMs, spans }) => ({ position: id - first, startMs, endMs, spans }));
}

export async function eventById({ read }: Reader, id: string) {
  const [row] = await read
    .select({ event: events, series })
    .from(events)
    .leftJoin(series, eq(series.id, events.seriesId))
    .where(eq(events.id, id));
  return row ?? null;
}

type Owner = [kind: ObjectKind, id: string];

export function peopleOf({ read }: Reader, [kind, id]: Owner) {
  return read
    .select({ person: people, role: personLinks.role })
    .from(personLinks)
    .innerJoin(people, eq(people.id, personLinks.personId))
    .where(and(eq(personLinks.objectKind, kind), eq(personLinks.objectId, id)))
    .orderBy(asc(personLinks.position));
}

export function organizationsOf({ read }: Reader, [kind, id]: Owner) {
  return read
    .select({ organization: organizations, role: organizationLinks.role })
    .from(organizationLinks)
    .innerJoin(organizations, eq(organizations.id, organizationLinks.organizationId))
    .where(and(eq(organizationLinks.objectKind, kind), eq(organizationLinks.objectId, id)))
    .orderBy(asc(organizationLinks.position));
}

/** Other recordings, the newest first, for "next". */
export function otherRecordings({ read }: Reader, id: string, most: number) {
  return read
    .select({
      id: recordings.id,
      title: recordings.title,
      recordedOn: recordings.recordedOn,
      state: recordings.state,
      publishAt: recordings.publishAt,
      event: events
    })
    .from(recordings)
    .leftJoin(events, eq(events.id, recordings.eventId))
    .where(eq(recordings.state, 'public'))
    .limit(most + 1)
    .then((rows) => rows.filter((row) => row.id !== id).slice(0, most));
}

/** Notes on the passages of a recording, in order of time. */
export const passageNotesOf = ({ read }: Reader, recordingId: string) =>
  read
    .select()
    .from(passageNotes)
    .where(eq(passageNotes.recordingId, recordingId))
    .orderBy(asc(passageNotes.startMs), asc(passageNotes.id));

export const allNotices = ({ read }: Reader) => read.select().from(notices);
