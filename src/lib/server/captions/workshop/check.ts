import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { activityOfPeaks, type Activity } from '#lib/domain/captions/checks/delay.ts';
import { checkTrack, delayOf, readCues, type TrackToCheck } from '#lib/domain/captions/checks/index.ts';
import type { Finding } from '#lib/domain/captions/checks/types.ts';
import type { CaptionFormat, SpokenCue } from '#lib/domain/captions/types.ts';
import { peaksPerSecond } from '#lib/domain/media/peaks.ts';
import {
  editableVersion,
  otherTrack,
  type RecordingPlace,
  type TrackRow
} from '#lib/server/captions/workshop/place.ts';
import type { Ctx } from '#lib/server/context.ts';

export type TrackShape = Pick<TrackRow, 'id' | 'language' | 'timedTo'>;

/** The waveform of the sound whose time a track keeps; null: there is none. */
export const peaksKeyOf = ({ parts }: RecordingPlace, { timedTo }: Pick<TrackRow, 'timedTo'>): string | null => {
  const sound = timedTo ?? parts.sounds.find(({ role }) => role === 'original')?.id ?? null;
  const peaks = parts.files.filter(({ kind }) => kind === 'peaks');
  return (peaks.find(({ audioTrackId }) => audioTrackId === sound) ?? peaks[0])?.fileKey ?? null;
};

async function soundOf(ctx: Ctx, place: RecordingPlace, track: TrackShape): Promise<Activity | null> {
  const key = peaksKeyOf(place, track);
  if (key === null) return null;
  const bytes = await readFile(join(ctx.config.dataDir, 'files', key)).catch(() => null);
  return bytes && activityOfPeaks(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), peaksPerSecond);
}

/** A track with all that it is held against. */
export async function toCheck(
  ctx: Ctx,
  place: RecordingPlace,
  track: TrackShape,
  cues: readonly SpokenCue[],
  format: CaptionFormat,
  names: readonly string[] = []
): Promise<TrackToCheck> {
  const other = await otherTrack(ctx, { ...place, track });
  const there = other && (await editableVersion(ctx, other.version));
  return {
    cues: readCues(cues, format),
    language: track.language,
    names,
    other: other && there && { language: other.track.language, cues: readCues(there.cues, 'vtt') },
    sound: await soundOf(ctx, place, track)
  };
}

export interface Checked {
  findings: Finding[];
  /** By how much the captions come late; what to add to their times is its opposite. */
  delay: ReturnType<typeof delayOf>;
}

export function check(track: TrackToCheck): Checked {
  return { findings: checkTrack(track), delay: delayOf(track) };
}
