import { writeJson } from '#lib/domain/captions/json.ts';
import { toFormat } from '#lib/domain/captions/markup.ts';
import type { LabelOf, SpokenTrack } from '#lib/domain/captions/types.ts';
import { writeSrt, writeTxt, writeVtt } from '#lib/domain/captions/write.ts';
import type { DownloadFormat } from '#lib/domain/recordings/view.ts';
import { loadVersion } from '#lib/server/captions/versions.ts';
import { SpeakerNames } from '#lib/server/captions/workshop/names.ts';
import { exportName, withOriginNote } from '#lib/server/captions/workshop/note.ts';
import type { TrackPlace } from '#lib/server/captions/workshop/place.ts';
import { versionIn } from '#lib/server/captions/workshop/versions.ts';
import type { Ctx } from '#lib/server/context.ts';

const writers: Record<DownloadFormat, (track: SpokenTrack, labelOf: LabelOf) => string> = {
  vtt: writeVtt,
  srt: writeSrt,
  txt: (track, labelOf) => writeTxt(track, labelOf),
  json: writeJson
};

/** A version as a file that knows which version it is: an edited copy can be merged when it comes back. */
export async function exportVersion(
  ctx: Ctx,
  place: TrackPlace,
  number: number,
  format: DownloadFormat
): Promise<{ name: string; body: string }> {
  const version = versionIn(place, number);
  const origin = { recordingId: place.recording.id, trackId: place.track.id, number };
  const names = new SpeakerNames(ctx, place.parts.speakers, place.track.language);
  const stored = await loadVersion(ctx.read, version);
  const track = format === 'vtt' || format === 'json' ? toFormat(stored, 'vtt') : stored;
  const noted =
    format === 'vtt' || format === 'json' ? { ...track, layout: withOriginNote(track.layout, origin) } : track;
  return { name: exportName(origin, format), body: writers[format](noted, (id) => names.nameOf(id)) };
}
