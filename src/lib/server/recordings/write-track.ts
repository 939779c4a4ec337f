import type { DownloadFormat } from '#lib/domain/recordings/view.ts';
import type { LabelOfSpeaker } from '#lib/server/recordings/speakers.ts';
import type { CueRow, TextTrackRow, TrackVersionRow } from '#lib/server/recordings/store.ts';

export interface StoredTrack {
  track: TextTrackRow;
  version: TrackVersionRow;
  cues: CueRow[];
}

const two = (value: number, digits = 2) => String(value).padStart(digits, '0');
const stamp = (ms: number, point: string) =>
  `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}${point}${two(ms % 1000, 3)}`;

export function writeTrack(format: DownloadFormat, { track, cues }: StoredTrack, labelOf: LabelOfSpeaker): string {
  const label = (cue: CueRow) => (cue.speakerId ? labelOf(cue.speakerId, track.language) : null);
  if (format === 'vtt') {
    const blocks = cues.map((cue) => {
      const voice = label(cue);
      const id = cue.identifier ? `${cue.identifier}\n` : '';
      const settings = cue.settings ? ` ${cue.settings}` : '';
      return `${id}${stamp(cue.startMs, '.')} --> ${stamp(cue.endMs, '.')}${settings}\n${voice ? `<v ${voice}>` : ''}${cue.text}`;
    });
    return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
  }
  if (format === 'srt') {
    return cues
      .map((cue, i) => `${String(i + 1)}\n${stamp(cue.startMs, ',')} --> ${stamp(cue.endMs, ',')}\n${cue.text}\n`)
      .join('\n');
  }
  if (format === 'txt') return cues.map((cue) => `${label(cue) ?? ''}: ${cue.text}`).join('\n');
  return JSON.stringify(
    cues.map((cue) => ({ startMs: cue.startMs, endMs: cue.endMs, speaker: label(cue), text: cue.text }))
  );
}
