import { asc, inArray } from 'drizzle-orm';
import { nearest } from '#lib/domain/import/problems.ts';
import { durationMs } from '#lib/domain/import/values.ts';
import type { Queries } from '#lib/server/db/open.ts';
import { recordingSpeakers } from '#lib/server/db/schema/index.ts';
import type { Collected, Place } from '#lib/server/import/collect.ts';
import type { Folders, Report } from '#lib/server/import/folders.ts';
import {
  wantedRecording,
  type FoundMedia,
  type RecordingEntry,
  type RecordingFiles,
  type SpeakerEntry
} from '#lib/server/import/objects/recordings.ts';
import { checkCaptions, SpeakerBook, type FoundCaptions } from '#lib/server/import/recordings/read-captions.ts';
import { readChapters } from '#lib/server/import/recordings/read-chapters.ts';
import type { MediaReader } from '#lib/server/import/recordings/read-media.ts';

/** A recording with all that its files say, but without the cues themselves. */
export interface ReadRecording {
  collected: Collected<'recordings'>;
  files: RecordingFiles;
  captions: FoundCaptions[];
  book: SpeakerBook;
}

/** Speakers that recordings have here already. */
export async function knownSpeakers(read: Queries, ids: readonly string[]): Promise<Map<string, SpeakerEntry[]>> {
  const found = new Map<string, SpeakerEntry[]>();
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await read
      .select()
      .from(recordingSpeakers)
      .where(inArray(recordingSpeakers.recordingId, ids.slice(at, at + 500)))
      .orderBy(asc(recordingSpeakers.recordingId), asc(recordingSpeakers.position));
    for (const { recordingId, id, labels, personId } of rows) {
      const list = found.get(recordingId) ?? [];
      list.push({ id, labels: { ...labels }, person: personId });
      found.set(recordingId, list);
    }
  }
  return found;
}

/** Opens every file of a recording and says all that is wrong with them. */
export async function readRecording(
  collected: Collected<'recordings'>,
  withoutStandIns: boolean,
  known: readonly SpeakerEntry[],
  folders: Folders,
  media: MediaReader,
  report: Report
): Promise<ReadRecording> {
  const { place } = collected;
  const entry = wantedRecording(collected.entry, withoutStandIns);
  checkTracks(collected.entry, place, report);
  const book = new SpeakerBook(entry.speakers ?? [], known);
  const captions = (collected.entry.textTracks ?? []).flatMap((track, index) => {
    if (!entry.textTracks?.some(({ id }) => id === track.id)) return [];
    return checkCaptions(track, ['textTracks', index, 'file'], place, folders, book, report) ?? [];
  });
  const found: FoundMedia[] = [];
  for (const [index, each] of (collected.entry.media ?? []).entries()) {
    if (!entry.media?.some(({ id }) => id === each.id)) continue;
    const read = await media.read(each, place, index);
    if (read) found.push(read);
  }
  const lengthMs = lengthOf(entry, found, captions);
  const chapters = readChapters(entry, place, folders, lengthMs, report);
  return {
    collected,
    files: { chapters, media: found, durationMs: lengthMs, speakers: book.speakers },
    captions,
    book
  };
}

/** Of the media, else of the last cue. */
function lengthOf(
  entry: RecordingEntry,
  media: readonly FoundMedia[],
  captions: readonly FoundCaptions[]
): number | null {
  if (entry.duration) return durationMs(entry.duration);
  const longest = Math.max(0, ...media.map((each) => each.durationMs ?? 0));
  const spoken = Math.max(0, ...captions.map(({ endMs }) => endMs));
  return longest || spoken || null;
}

/** What the tracks of one recording say of each other. */
function checkTracks(entry: RecordingEntry, place: Place, report: Report): void {
  const sounds = (entry.audioTracks ?? []).map(({ id }) => id);
  const texts = (entry.textTracks ?? []).map(({ id }) => id);
  const all = [...sounds, ...texts];
  const check = (id: string | null | undefined, among: string[], path: (string | number)[]) => {
    if (!id || among.includes(id)) return;
    const meant = nearest(id, among);
    report(place.problem('unknown-track', path, { id, ...(meant ? { meant } : {}) }));
  };
  const parents = (value: string | string[] | null | undefined) =>
    typeof value === 'string' ? [value] : (value ?? []);
  for (const key of ['audioTracks', 'textTracks', 'media', 'speakers'] as const) {
    const seen = new Map<string, number>();
    (entry[key] ?? []).forEach(({ id }, index) => {
      const first = seen.get(id);
      if (first !== undefined) {
        report(place.problem('duplicate-id', [key, index, 'id'], { id, first: `${place.file.label}: ${first + 1}.` }));
      } else seen.set(id, index);
    });
  }
  entry.audioTracks?.forEach((track, index) => {
    parents(track.derivedFrom).forEach((id) => check(id, all, ['audioTracks', index, 'derivedFrom']));
  });
  entry.textTracks?.forEach((track, index) => {
    parents(track.derivedFrom).forEach((id) => check(id, all, ['textTracks', index, 'derivedFrom']));
    check(track.timedTo, sounds, ['textTracks', index, 'timedTo']);
    if (track.held && !track.file) report(place.problem('held-without-file', ['textTracks', index, 'held']));
  });
  entry.media?.forEach(({ sound }, index) => check(sound, sounds, ['media', index, 'sound']));
  checkStandIns(entry, place, report);
}

/** A stand-in never stands beside the recording that it stood in for. */
function checkStandIns(entry: RecordingEntry, place: Place, report: Report): void {
  if (entry.mediaState === 'stand_in') return;
  for (const key of ['audioTracks', 'textTracks', 'media'] as const) {
    (entry[key] ?? []).forEach(({ standIn }, index) => {
      if (standIn) report(place.problem('stand-in-mixed', [key, index, 'standIn']));
    });
  }
}
