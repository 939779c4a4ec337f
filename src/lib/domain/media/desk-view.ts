import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import type {
  ProbedStream,
  ProductionOptions,
  ProductionState,
  ProductionStep,
  UploadState
} from '#lib/domain/media/types.ts';
import type { MediaState, Stretch, TrackRole } from '#lib/domain/recordings/types.ts';

export interface UploadView {
  id: string;
  name: string;
  /** Here already. */
  bytes: number;
  /** Null: not told. */
  allBytes: number | null;
  state: UploadState;
  problem: string | null;
  durationMs: number | null;
  streams: ProbedStream[];
  isDuplicate: boolean;
}

export interface WaveView {
  trackId: string;
  label: string;
  role: TrackRole;
  language: string | null;
  offsetMs: number;
  silences: Stretch[];
  /** Path of an SVG, 600 × 60. Null: there is none yet. */
  path: string | null;
  /** Stretches in which nothing is heard: where nobody interpreted, perhaps. */
  quiet: Stretch[];
}

export interface ProductionView {
  id: string;
  state: ProductionState;
  /** Of the job that makes it. */
  job: 'queued' | 'running' | 'waiting' | 'done' | 'failed' | 'cancelled' | null;
  step: ProductionStep | null;
  /** 0…1 */
  share: number;
  /** What was said last, when it needs a person. */
  log: string[];
  problem: string | null;
  durationMs: number | null;
  bytes: number;
  options: ProductionOptions;
  preview: { videoUrl: string | null; soundUrl: string | null; posterUrl: string | null } | null;
  posters: { file: string; url: string; chosen: boolean }[];
  sounds: WaveView[];
}

export interface MediaDesk {
  recording: { id: string; title: Localized; mediaState: MediaState; durationMs: number | null; href: string };
  mayPublish: boolean;
  uploads: UploadView[];
  production: ProductionView | null;
  omissions: { id: string; startMs: number; endMs: number }[];
  chapters: Record<Locale, string>;
  /** What was found for one sound by listening for the floor in it; null: not asked for. */
  found: { trackId: string; offsetMs: number; sureness: number } | null;
  hasFfmpeg: boolean;
}

export interface MediaListItem {
  id: string;
  title: Localized;
  mediaState: MediaState;
  href: string;
  uploads: number;
  production: ProductionState | null;
}
