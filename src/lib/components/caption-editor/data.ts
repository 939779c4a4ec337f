import type { SpokenCue } from '#lib/domain/captions/types.ts';
import type { TrackRole } from '#lib/domain/recordings/types.ts';

export type OtherCue = Pick<SpokenCue, 'startMs' | 'endMs' | 'text' | 'speaker'>;

/** What the editor is given. */
export interface EditorData {
  cues: SpokenCue[];
  baseVersionId: number | null;
  /** Of the draft; 0: there is none yet. */
  revision: number;
  language: string | null;
  role: TrackRole;
  speakers: { id: string; name: string }[];
  other: { language: string | null; role: TrackRole; label: string; name: string; cues: OtherCue[] } | null;
  sounds: { id: string; label: string; audio: string | null; video: string | null }[];
  poster: string | null;
  timedTo: string | null;
  /** Address of the waveform. */
  peaks: string | null;
  durationMs: number | null;
}
