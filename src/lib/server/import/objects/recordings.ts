import { and, asc, eq } from 'drizzle-orm';
import { durationMs } from '#lib/domain/import/values.ts';
import {
  audioTracks,
  chapters,
  recordings,
  recordingSpeakers,
  renditions,
  textTracks
} from '#lib/server/db/schema/index.ts';
import { nextNumber } from '#lib/server/db/counters.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import type { Collected } from '#lib/server/import/collect.ts';
import { given, type ImportObject, type Part } from '#lib/server/import/import-object.ts';
import { publishedObject, type Mapping } from '#lib/server/import/objects/context.ts';
import { linksPart, organizationsPart, peoplePart } from '#lib/server/import/objects/parts.ts';
import { mapped, rightsOf } from '#lib/server/import/objects/values.ts';

type Insert<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>;
export type RecordingEntry = Collected<'recordings'>['entry'];
export type AudioEntry = NonNullable<RecordingEntry['audioTracks']>[number];
export type TextEntry = NonNullable<RecordingEntry['textTracks']>[number];
export type SpeakerEntry = NonNullable<RecordingEntry['speakers']>[number];
export type MediaEntry = NonNullable<RecordingEntry['media']>[number];

export interface ChapterRow {
  startMs: number;
  endMs: number;
  title: { en?: string; es?: string };
}

/** A media file that has been looked at and given its place in the store. */
export interface FoundMedia {
  entry: MediaEntry;
  /** Key of the file that plays. */
  fileKey: string;
  /** Of all files of the rendition together. */
  bytes: number;
  mimeType: string;
  durationMs: number | null;
  /** Puts the files into the store, outside any transaction. */
  prepare(ctx: Ctx): Promise<void>;
  /** Writes their rows. */
  keep(tx: Tx): Promise<void>;
}

/** What was read from the files beside a recording. */
export interface RecordingFiles {
  chapters: ChapterRow[] | undefined;
  media: FoundMedia[];
  /** Of the media, else of the last cue; null when nothing says it. */
  durationMs: number | null;
  speakers: SpeakerEntry[];
}

/** The recording as it is to stand here: without stand-ins, if they are not wanted. */
export function wantedRecording(entry: RecordingEntry, withoutStandIns: boolean): RecordingEntry {
  if (!withoutStandIns || entry.mediaState !== 'stand_in') return entry;
  const real = <T extends { standIn?: boolean }>(list: T[] | undefined) => list?.filter((each) => !each.standIn);
  return {
    ...entry,
    mediaState: 'none',
    audioTracks: real(entry.audioTracks) ?? [],
    textTracks: real(entry.textTracks) ?? [],
    media: real(entry.media) ?? [],
    chapters: [],
    chapterFiles: null,
    speakers: [],
    standInMadeOn: null,
    duration: null
  };
}

const parentsOf = (parents: string | string[] | null | undefined): string[] =>
  typeof parents === 'string' ? [parents] : (parents ?? []);

function audioValue(entry: AudioEntry, position: number, mapping: Mapping) {
  return {
    position,
    role: entry.role,
    language: entry.language ?? null,
    label: entry.label ?? null,
    method: entry.method ?? 'unknown',
    derivedFrom: parentsOf(entry.derivedFrom),
    held: entry.held,
    standIn: entry.standIn ?? false,
    existedLive: entry.existedLive ?? null,
    recorded: entry.recorded ?? null,
    silences: (entry.silences ?? []).map(({ start, end }) => ({ startMs: durationMs(start), endMs: durationMs(end) })),
    rights: rightsOf(entry.rights) ?? null,
    sources: mapping.sources.refs(entry.source) ?? []
  } satisfies Insert<typeof audioTracks>;
}

function textValue(entry: TextEntry, position: number, mapping: Mapping) {
  return {
    position,
    kind: entry.kind,
    role: entry.role ?? 'unknown',
    language: entry.language ?? null,
    timedTo: entry.timedTo ?? null,
    label: entry.label ?? null,
    method: entry.method ?? 'unknown',
    derivedFrom: parentsOf(entry.derivedFrom),
    reviewedBy: entry.reviewedBy ?? null,
    held: entry.held,
    standIn: entry.standIn ?? false,
    existedLive: entry.existedLive ?? null,
    writesSounds: entry.writesSounds ?? null,
    writesSpeakers: entry.writesSpeakers ?? null,
    rights: rightsOf(entry.rights) ?? null,
    sources: mapping.sources.refs(entry.source) ?? []
  } satisfies Insert<typeof textTracks>;
}

/** A row of a table whose key is recording and own id, without those two. */
function ownedPart<V extends Record<string, unknown>>(
  name: string,
  value: V,
  read: Part['read'],
  write: Part['write']
): Part {
  return { name, value, read: async (from) => withoutKey(await read(from)), write };
}

function withoutKey(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return null;
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'recordingId' && key !== 'id'));
}

function audioPart(recordingId: string, id: string, value: ReturnType<typeof audioValue>): Part {
  const own = and(eq(audioTracks.recordingId, recordingId), eq(audioTracks.id, id));
  return ownedPart(
    `audioTracks.${id}`,
    value,
    async (read) => (await read.select().from(audioTracks).where(own))[0],
    async (tx) => {
      await tx.write.delete(audioTracks).where(own);
      await tx.write.insert(audioTracks).values({ ...value, recordingId, id });
    }
  );
}

function textPart(recordingId: string, id: string, value: ReturnType<typeof textValue>): Part {
  const own = and(eq(textTracks.recordingId, recordingId), eq(textTracks.id, id));
  return ownedPart(
    `textTracks.${id}`,
    value,
    async (read) => (await read.select().from(textTracks).where(own))[0],
    async (tx) => {
      await tx.write.delete(textTracks).where(own);
      await tx.write.insert(textTracks).values({ ...value, recordingId, id });
    }
  );
}

function speakerPart(recordingId: string, entry: SpeakerEntry, position: number): Part {
  const own = and(eq(recordingSpeakers.recordingId, recordingId), eq(recordingSpeakers.id, entry.id));
  const value = { position, labels: entry.labels, personId: entry.person ?? null };
  return ownedPart(
    `speakers.${entry.id}`,
    value,
    async (read) => (await read.select().from(recordingSpeakers).where(own))[0],
    async (tx) => {
      await tx.write.delete(recordingSpeakers).where(own);
      await tx.write.insert(recordingSpeakers).values({ ...value, recordingId, id: entry.id });
    }
  );
}

function chaptersPart(recordingId: string, value: ChapterRow[]): Part {
  const own = eq(chapters.recordingId, recordingId);
  return {
    name: 'chapters',
    value,
    read: (read) =>
      read
        .select({ startMs: chapters.startMs, endMs: chapters.endMs, title: chapters.title })
        .from(chapters)
        .where(own)
        .orderBy(asc(chapters.position)),
    async write(tx) {
      await tx.write.delete(chapters).where(own);
      const rows = value.map((each, position) => ({ ...each, recordingId, position }));
      if (rows.length > 0) await tx.write.insert(chapters).values(rows);
    }
  };
}

function mediaPart(recordingId: string, found: FoundMedia): Part {
  const { entry, fileKey, bytes, mimeType } = found;
  const own = and(eq(renditions.recordingId, recordingId), eq(renditions.id, entry.id));
  const value = {
    kind: entry.kind,
    audioTrackId: entry.sound ?? null,
    language: entry.language ?? null,
    // the key is made of the file's SHA-256: another file is another value
    fileKey,
    bytes,
    mimeType,
    width: entry.width ?? null,
    height: entry.height ?? null,
    durationMs: found.durationMs,
    standIn: entry.standIn ?? false
  };
  const part = ownedPart(
    `media.${entry.id}`,
    value,
    async (read) => (await read.select().from(renditions).where(own))[0],
    async (tx) => {
      await found.keep(tx);
      await tx.write.delete(renditions).where(own);
      await tx.write.insert(renditions).values({ ...value, recordingId, id: entry.id });
    }
  );
  return { ...part, prepare: (ctx) => found.prepare(ctx) };
}

function recordingColumns(entry: RecordingEntry, files: RecordingFiles, mapping: Mapping) {
  const length = entry.duration ? durationMs(entry.duration) : files.durationMs;
  return {
    eventId: entry.event,
    seriesId: entry.series,
    title: entry.title,
    titleOrigin: entry.titleOrigin,
    description: entry.description,
    recordedOn: entry.recordedOn,
    durationMs: length ?? (entry.duration === null ? null : undefined),
    mediaState: entry.mediaState,
    standInMadeOn: entry.standInMadeOn,
    // a computer's voice is not to be found as the webinar
    noindex: entry.mediaState === 'stand_in',
    mediaFacts: mapped(entry.mediaFacts, (facts) => ({
      exists: facts.exists,
      complete: facts.complete ?? null,
      held: facts.held,
      url: facts.url ?? null,
      durationMs: facts.duration ? durationMs(facts.duration) : null,
      sources: mapping.sources.refs(facts.source) ?? []
    })),
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof recordings>;
}

export function recordingObject(
  mapping: Mapping,
  collected: Collected<'recordings'>,
  files: RecordingFiles
): ImportObject {
  const entry = wantedRecording(collected.entry, mapping.withoutStandIns);
  const { id, slug } = entry;
  const parts: Part[] = [
    ...(entry.people ? [peoplePart('recording', id, entry.people)] : []),
    ...(entry.organizations ? [organizationsPart('recording', id, entry.organizations)] : []),
    ...(entry.topics ? [linksPart('recording', id, 'topic', entry.topics)] : []),
    ...(entry.images ? [linksPart('recording', id, 'image', entry.images)] : []),
    ...(entry.resources ? [linksPart('recording', id, 'resource', entry.resources)] : []),
    ...(entry.notices ? [linksPart('recording', id, 'notice', entry.notices)] : []),
    ...files.speakers.map((each, position) => speakerPart(id, each, position)),
    ...(entry.audioTracks ?? []).map((each, index) => audioPart(id, each.id, audioValue(each, index, mapping))),
    ...(entry.textTracks ?? []).map((each, index) => textPart(id, each.id, textValue(each, index, mapping))),
    ...(files.chapters ? [chaptersPart(id, files.chapters)] : []),
    ...files.media.map((each) => mediaPart(id, each))
  ];
  const made = async (tx: Tx) => ({ number: await nextNumber(tx.write, 'recording_number') });
  const columns = given(recordingColumns(entry, files, mapping));
  const { place } = collected;
  return publishedObject(mapping, { kind: 'recording', id, place, table: recordings, columns, parts, slug, made });
}
