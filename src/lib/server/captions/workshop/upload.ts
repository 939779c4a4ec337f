import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toFormat } from '#lib/domain/captions/markup.ts';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { repairTrack, type Choice, type Repair } from '#lib/domain/captions/repairs/index.ts';
import { cutByRetiming, retimeCues, type Retiming } from '#lib/domain/captions/retime.ts';
import { mapSpeakers } from '#lib/domain/captions/speakers.ts';
import type { CaptionFile, SpokenCue, SpokenTrack } from '#lib/domain/captions/types.ts';
import { maxCues, type VersionRow } from '#lib/server/captions/versions.ts';
import { check, toCheck, type Checked } from '#lib/server/captions/workshop/check.ts';
import { cueLimits, replaceDraft } from '#lib/server/captions/workshop/drafts.ts';
import { addSpeakers, SpeakerNames } from '#lib/server/captions/workshop/names.ts';
import { originOf, withoutOriginNote, type Origin } from '#lib/server/captions/workshop/note.ts';
import {
  currentVersion,
  type RecordingPlace,
  type TrackPlace,
  type TrackRow
} from '#lib/server/captions/workshop/place.ts';
import { writeVersion, type VersionFacts } from '#lib/server/captions/workshop/versions.ts';
import type { Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import { keyFor, putFile, recordFiles, type NewFile } from '#lib/server/files/index.ts';

export const mostBytes = 5 * 1024 * 1024;

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

export interface UploadChoice {
  repairs: Choice;
  retiming: Retiming;
}

/** A file after its times were moved and its repairs done; nothing of it is stored. */
export interface ReadUpload {
  file: CaptionFile;
  track: SpokenTrack;
  names: SpeakerNames;
  repairs: Repair[];
  /** Cues that lie before the beginning after the times were moved. */
  cut: number;
  /** First, middle and last cue, before and after the times were moved. */
  moved: { before: SpokenCue; after: SpokenCue }[];
  origin: Origin | null;
}

const refuse = (code: string, data: Record<string, string | number> = {}): never => {
  throw new DomainError(code === 'captions.too-large' ? 'too-large' : 'invalid', code, { field: 'file', ...data });
};

function readFile({ name, bytes }: UploadedFile): CaptionFile {
  if (bytes.length === 0) refuse('captions.no-file');
  if (bytes.length > mostBytes) refuse('captions.too-large', { most: mostBytes });
  const file = parseCaptions(bytes, { filename: name });
  const looksBinary = file.format === 'txt' && bytes.subarray(0, 4000).some((byte) => byte < 9);
  if (!file.ok || looksBinary) refuse('captions.not-captions');
  if (file.cues.length === 0) refuse('captions.no-cues');
  if (!file.timed) refuse('captions.no-times');
  if (file.cues.length > Math.min(maxCues, cueLimits.cues)) refuse('captions.too-many-cues', { most: cueLimits.cues });
  const long = file.cues.find(({ text }) => text.length > cueLimits.text);
  if (long) refuse('captions.cue-too-long', { startMs: long.startMs, most: cueLimits.text });
  return file;
}

const sample = <T>(list: readonly T[]): T[] =>
  [0, Math.floor(list.length / 2), list.length - 1]
    .filter((at, i, all) => all.indexOf(at) === i)
    .flatMap((at) => list[at] ?? []);

/** Reads a file as it would be stored with these choices. Throws what an organizer can do something about. */
export function readUpload(
  ctx: Ctx,
  { recording, parts }: RecordingPlace,
  track: Pick<TrackRow, 'id' | 'language'>,
  uploaded: UploadedFile,
  { repairs: choice, retiming }: UploadChoice
): ReadUpload {
  const file = readFile(uploaded);
  const names = new SpeakerNames(ctx, parts.speakers, track.language);
  const origin = originOf(file.layout, uploaded.name, { recordingId: recording.id, trackId: track.id });
  const spoken = mapSpeakers(
    { ...file, layout: withoutOriginNote(file.layout) },
    { keyOf: names.keyOf, known: names.known }
  );
  const moved = retimeCues(spoken.cues, retiming);
  const { cues, repairs } = repairTrack(moved, file.format, choice);
  const befores = sample(spoken.cues);
  return {
    ...{ file, names, repairs, origin },
    track: { ...spoken, cues },
    cut: cutByRetiming(spoken.cues, retiming),
    moved: sample(moved).flatMap((after, at) => {
      const before = befores[at];
      return before ? [{ before, after }] : [];
    })
  };
}

/** What there is to say of a file before anything is stored. */
export async function reportUpload(
  ctx: Ctx,
  place: RecordingPlace,
  track: Pick<TrackRow, 'id' | 'language' | 'timedTo'>,
  read: ReadUpload
): Promise<Checked> {
  const names = [...new Set(read.names.added.map(({ name }) => name))];
  const written = read.track.speakers.map(({ label }) => label);
  return check(await toCheck(ctx, place, track, read.track.cues, read.track.format, [...names, ...written]));
}

/** The file as it came, for whoever asks later what was sent. */
async function keepOriginal(ctx: Ctx, { name, bytes }: UploadedFile, sha256: string, format: string): Promise<NewFile> {
  const folder = await mkdtemp(join(tmpdir(), 'acervo-captions-'));
  const path = join(folder, 'file');
  const key = keyFor(sha256, `.${format}`);
  const file: NewFile = {
    ...{ path, bytes: bytes.length, sha256, key, originalName: name.slice(0, 200) },
    ...{ mimeType: format === 'vtt' ? 'text/vtt' : 'text/plain', audience: 'organizers' }
  };
  try {
    await writeFile(path, bytes);
    await putFile(ctx, file);
    return file;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export type Stored = { kind: 'version'; version: VersionRow } | { kind: 'merge' };

/**
 * Stores a file: as a version of its own, or, where it was exported from an older version, as this organizer's draft that is
 * merged with what others did since.
 */
export async function storeUpload(
  ctx: Ctx,
  place: TrackPlace,
  uploaded: UploadedFile,
  choice: UploadChoice,
  facts: VersionFacts
): Promise<Stored> {
  const read = readUpload(ctx, place, place.track, uploaded, choice);
  const { language } = place.track;
  const alongsideSpeakers = (tx: Parameters<typeof addSpeakers>[0]) =>
    addSpeakers(tx, place.recording.id, language, read.names.added, place.parts.speakers.length);
  const base =
    read.origin && sameTrack(read.origin, place)
      ? place.versions.find(({ number }) => number === read.origin?.number)
      : undefined;
  if (base && base.id !== currentVersion(place)?.id) {
    await replaceDraft(ctx, place, toFormat(read.track, 'vtt').cues, base.id, alongsideSpeakers);
    return { kind: 'merge' };
  }
  const sha256 = createHash('sha256').update(uploaded.bytes).update(JSON.stringify(read.track.cues)).digest('hex');
  const original = await keepOriginal(
    ctx,
    uploaded,
    createHash('sha256').update(uploaded.bytes).digest('hex'),
    read.file.format
  );
  const version = await writeVersion(ctx, place, {
    ...{ track: read.track, facts, basedOn: base?.id ?? null },
    file: { encoding: read.file.encoding, problems: read.file.problems, sha256, fileKey: original.key },
    alongside: async (tx) => {
      await recordFiles(tx, [original]);
      await alongsideSpeakers(tx);
    }
  });
  return { kind: 'version', version };
}

const sameTrack = (origin: Origin, { recording, track }: TrackPlace) =>
  origin.recordingId === recording.id && origin.trackId === track.id;
