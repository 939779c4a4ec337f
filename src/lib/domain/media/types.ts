import type { Stretch, TrackRole } from '#lib/domain/recordings/types.ts';

/**
 * - `receiving`: bytes are still on their way
 * - `arrived`: all bytes are here and on the disk; nobody has looked at them
 * - `ready`: hashed, recognized and measured: recordings can be made of it
 * - `refused`: it is not what it says, or not what can be played
 */
export const uploadStates = ['receiving', 'arrived', 'ready', 'refused'] as const;
export type UploadState = (typeof uploadStates)[number];

/** What is known of one stream of a file. */
export type ProbedStream =
  | { kind: 'video'; index: number; codec: string; width: number; height: number; framesPerSecond: number | null }
  | { kind: 'audio'; index: number; codec: string; channels: number; language: string | null };

/** What a file holds, as far as it can be played. */
export interface Probed {
  /** The one demuxer that may read it. */
  demuxer: string;
  durationMs: number;
  streams: ProbedStream[];
}

/** In this order; each can be done again without harm. */
export const productionSteps = [
  'hashed',
  'probed',
  'transcoded',
  'sounds',
  'poster',
  'storyboard',
  'peaks',
  'finished'
] as const;
export type ProductionStep = (typeof productionSteps)[number];

/**
 * - `working`: a job makes it, or waits for its turn
 * - `ready`: whole, seen by organizers only
 * - `published`: what visitors see
 * - `replaced`: another one took its place, or it was given up
 */
export const productionStates = ['working', 'ready', 'published', 'replaced'] as const;
export type ProductionState = (typeof productionStates)[number];

/** A sound as it is to be made. */
export interface SoundSource {
  /** Id of the audio track; the original's first. */
  trackId: string;
  role: TrackRole;
  language: string | null;
  /** An upload, or a file that the archive has. */
  from: { uploadId: string } | { fileKey: string };
  /** Index of the stream within its file; null: the first sound. */
  stream: number | null;
  /** How much later than the picture the sound begins; negative: its beginning is cut. */
  offsetMs: number;
  /** Stretches in which nobody interpreted. */
  silences: Stretch[];
}

/** What a production is made of. Null picture: a recording of sound only. */
export interface ProductionSources {
  picture: { uploadId: string } | { fileKey: string } | null;
  sounds: SoundSource[];
}

export interface ProductionOptions {
  /** Bring speech to −16 LUFS (EBU R128). */
  evenLoudness: boolean;
  /** Where the poster is taken from; null: the archive chooses. */
  posterMs: number | null;
  publishWhenReady: boolean;
}
