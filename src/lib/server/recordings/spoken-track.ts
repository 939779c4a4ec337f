import { writeJson } from '#lib/domain/captions/json.ts';
import {
  captionFormats,
  type CaptionFormat,
  type LabelOf,
  type Layout,
  type SpokenTrack
} from '#lib/domain/captions/types.ts';
import { writeSrt, writeTxt, writeVtt } from '#lib/domain/captions/write.ts';
import type { DownloadFormat } from '#lib/domain/recordings/view.ts';
import type { CueRow, TrackVersionRow } from '#lib/server/recordings/store.ts';

const plainLayout: Layout = { bom: false, lineEnd: '\n', shortTimes: false, header: '', blocks: [] };

interface Frame {
  layout: Layout;
  marks: string[];
}
const isFrame = (value: unknown): value is Frame =>
  typeof value === 'object' && value !== null && 'layout' in value && 'marks' in value && Array.isArray(value.marks);

/** Whose markup a version's texts are in. */
export const formatOfVersion = (version: Pick<TrackVersionRow, 'format'> | undefined): CaptionFormat =>
  captionFormats.find((format) => format === version?.format) ?? 'vtt';

/** A stored version as the writers of captions take it. Speakers are keys; who may be named is asked by the writer. */
export function spokenTrack(version: Pick<TrackVersionRow, 'format' | 'frame'>, cues: readonly CueRow[]): SpokenTrack {
  const { layout, marks } = isFrame(version.frame) ? version.frame : { layout: plainLayout, marks: [] };
  return {
    format: formatOfVersion(version),
    layout,
    speakers: [],
    cues: cues.map(({ identifier, startMs, endMs, text, settings, speakerId, mark }) => ({
      id: identifier ?? '',
      startMs,
      endMs,
      text,
      settings: settings ?? '',
      speaker: speakerId,
      mark: mark === null ? null : (marks[mark] ?? null)
    }))
  };
}

export const writers = {
  vtt: writeVtt,
  srt: writeSrt,
  txt: (track, labelOf) => writeTxt(track, labelOf),
  json: writeJson
} as const satisfies Record<DownloadFormat, (track: SpokenTrack, labelOf: LabelOf) => string>;
