import { cleanName } from '#lib/domain/captions/checks/index.ts';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { mapSpeakers } from '#lib/domain/captions/speakers.ts';
import type { Problem, SpokenTrack } from '#lib/domain/captions/types.ts';
import { writeVtt } from '#lib/domain/captions/write.ts';
import { baseOf, cueLimits, draftOf, replaceDraft } from '#lib/server/captions/workshop/drafts.ts';
import { addSpeakers, SpeakerNames } from '#lib/server/captions/workshop/names.ts';
import { editableVersion, type TrackPlace } from '#lib/server/captions/workshop/place.ts';
import { mostBytes } from '#lib/server/captions/workshop/upload.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';

/** What an organizer works on: the draft, else the newest version. */
export async function workingTrack(
  ctx: Ctx,
  place: TrackPlace
): Promise<{ track: SpokenTrack; baseVersionId: number | null; revision: number }> {
  const draft = await draftOf(ctx, place);
  const base = baseOf(place, draft);
  const track = await editableVersion(ctx, base);
  return {
    track: draft ? { ...track, cues: draft.cues } : track,
    baseVersionId: base?.id ?? null,
    revision: draft?.revision ?? 0
  };
}

/** A track as WebVTT with the names that may be written, for the plain editor. */
export const textOf = (ctx: Ctx, { parts, track: { language } }: TrackPlace, track: SpokenTrack): string => {
  const names = new SpeakerNames(ctx, parts.speakers, language);
  return writeVtt(track, (id) => names.nameOf(id));
};

export interface ReadText {
  track: SpokenTrack;
  names: SpeakerNames;
  problems: Problem[];
}

/** What was written in the plain editor. A cue that speaks with somebody's name is theirs. */
export function readText(ctx: Ctx, { parts, track: { language } }: TrackPlace, text: string): ReadText {
  // empty lines before the signature are easily typed and mean nothing
  const bytes = new TextEncoder().encode(text.replace(/^\s+(?=WEBVTT)/, ''));
  if (bytes.length > mostBytes)
    throw new DomainError('too-large', 'captions.too-large', { field: 'text', most: mostBytes });
  const file = parseCaptions(bytes, { format: 'vtt' });
  if (!file.ok || file.format !== 'vtt') throw new DomainError('invalid', 'captions.no-signature', { field: 'text' });
  if (file.cues.length > cueLimits.cues)
    throw new DomainError('too-large', 'captions.too-many-cues', { field: 'text', most: cueLimits.cues });
  const names = new SpeakerNames(ctx, parts.speakers, language);
  const track = mapSpeakers(file, { keyOf: names.keyOf, known: names.known });
  return { track, names, problems: file.problems };
}

/** Keeps what was written as this organizer's draft. */
export async function saveText(
  ctx: Ctx,
  place: TrackPlace,
  text: string,
  baseVersionId: number | null
): Promise<ReadText> {
  const read = readText(ctx, place, text);
  const base = place.versions.some(({ id }) => id === baseVersionId) ? baseVersionId : null;
  await replaceDraft(ctx, place, read.track.cues, base, (tx) =>
    addSpeakers(tx, place.recording.id, place.track.language, read.names.added, place.parts.speakers.length)
  );
  return read;
}

/** Adds somebody to those who are heard; gives their key. */
export async function addSpeaker(ctx: Ctx, place: TrackPlace, written: string): Promise<{ id: string; name: string }> {
  const name = cleanName(written);
  if (name === '') throw new DomainError('invalid', 'captions.speaker-name', { field: 'name' });
  const names = new SpeakerNames(ctx, place.parts.speakers, place.track.language);
  const id = names.keyOf(name);
  if (names.added.length > 0) {
    await inTransaction(ctx, (tx) =>
      addSpeakers(tx, place.recording.id, place.track.language, names.added, place.parts.speakers.length)
    );
  }
  return { id, name: names.nameOf(id) ?? name };
}
