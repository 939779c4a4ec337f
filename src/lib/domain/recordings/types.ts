import type { SourceRef } from '#lib/domain/archive/types.ts';

/** Whose words a track carries. */
export const trackRoles = ['original', 'interpretation', 'translation', 'mixed', 'description', 'unknown'] as const;
export type TrackRole = (typeof trackRoles)[number];

/** Whose voice one cue gives; falls back to what the track's role says, and claims nothing unknown. */
export const voices = ['original', 'interpretation', 'translation', 'unknown'] as const;
export type Voice = (typeof voices)[number];

export const textTrackKinds = ['captions', 'subtitles', 'descriptions', 'transcript'] as const;
export type TextTrackKind = (typeof textTrackKinds)[number];

/** How a track was made. `unknown`: the source does not say. */
export const trackMethods = [
  'recorded',
  'simultaneous',
  'text_to_speech',
  'live_captioning',
  'edited_from_live',
  'machine_captions',
  'typed',
  'translated',
  'generated_from_script',
  'unknown'
] as const;
export type TrackMethod = (typeof trackMethods)[number];

/** What somebody did to a version of a text track. */
export const captionSteps = ['corrected', 'translated', 'reviewed'] as const;
export type CaptionStep = (typeof captionSteps)[number];

/** none: nothing to play; stand_in: a labelled stand-in; held: the recording itself. */
export const mediaStates = ['none', 'stand_in', 'held'] as const;
export type MediaState = (typeof mediaStates)[number];

/** What an import brings. */
export const renditionKinds = ['video', 'audio', 'hls', 'poster'] as const;
export type RenditionKind = (typeof renditionKinds)[number];
/** What a recording has: beside that, what is only ever made here. */
export const storedRenditionKinds = [...renditionKinds, 'storyboard', 'peaks'] as const;
export type StoredRenditionKind = (typeof storedRenditionKinds)[number];

/** What the source says of the recording itself. Null: not said. */
export interface MediaFacts {
  exists: boolean;
  complete: boolean | null;
  held: boolean;
  url: string | null;
  durationMs: number | null;
  sources: SourceRef[];
}

/** A stretch of media time. */
export interface Stretch {
  startMs: number;
  endMs: number;
}

/** BCP 47 tag → first and last cue position, both included, in that language's reading track. */
export type MomentSpans = Record<string, [number, number]>;

/** The voice of a cue that says nothing of its own. */
export function voiceOfRole(role: TrackRole): Voice {
  return role === 'original' || role === 'interpretation' || role === 'translation' ? role : 'unknown';
}
