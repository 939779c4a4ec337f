import type { Localized } from '#lib/domain/i18n/localized.ts';
import type { Stretch, Voice } from '#lib/domain/recordings/types.ts';
import { voiceOfRole } from '#lib/domain/recordings/types.ts';
import type { CaptionChoice, RecordingView } from '#lib/domain/recordings/view.ts';

/** A sound that can be played. */
export interface PlayableSound {
  id: string;
  language: string | null;
  /** "Original (Spanish)" */
  label: string;
  voice: Voice;
  /** One file with this sound: the picture too where there is one. */
  url: string;
  mimeType: string;
  bytes: number;
  silences: Stretch[];
}

export interface PlayerModel {
  /** Of the recording: the reader's place is kept under it. */
  id: string;
  title: string;
  durationMs: number | null;
  hls: string | null;
  poster: string | null;
  /** Stills along the time line, as WebVTT. */
  storyboard: string | null;
  hasPicture: boolean;
  sounds: PlayableSound[];
  captions: CaptionChoice[];
  chapters: { startMs: number; endMs: number; title: Localized }[];
}

/** What the player needs of a recording; null when nothing can be played. */
export function playerModel(view: RecordingView, title: string): PlayerModel | null {
  const sounds = view.sounds.flatMap((sound): PlayableSound[] => {
    const file = sound.video ?? sound.audio;
    if (!file) return [];
    const { id, language, label, role, silences } = sound;
    return [{ id, language, label, voice: voiceOfRole(role), silences, ...file }];
  });
  if (sounds.length === 0) return null;
  const { id, durationMs, hls, poster, storyboard, captions, chapters } = view;
  const hasPicture = view.sounds.some(({ video }) => video !== null);
  return { id, title, durationMs, hls, poster, storyboard, hasPicture, sounds, captions, chapters };
}

/** `?audio=` names a sound by its language or its id. Without it: the page's language, else the original, else the first. */
export function chooseSound(
  sounds: readonly PlayableSound[],
  wanted: string | null,
  locale: string
): PlayableSound | undefined {
  return (
    sounds.find(({ id }) => id === wanted) ??
    sounds.find(({ language }) => language !== null && language === wanted) ??
    sounds.find(({ language }) => language === locale) ??
    sounds.find(({ voice }) => voice === 'original') ??
    sounds[0]
  );
}

/** `?cc=` names a language or says `off`. Without it captions are on in the page's language. Null: off. */
export function chooseCaptions(
  captions: readonly CaptionChoice[],
  wanted: string | null,
  locale: string
): string | null {
  if (wanted === 'off') return null;
  const languages = captions.map(({ language }) => language);
  return languages.find((language) => language === wanted) ?? languages.find((language) => language === locale) ?? null;
}

/** How a sound is called in an address: by its language where that says enough. */
export function soundInAddress(sounds: readonly PlayableSound[], id: string): string {
  const language = sounds.find((sound) => sound.id === id)?.language;
  const alone = sounds.filter((sound) => sound.language === language).length === 1;
  return language && alone ? language : id;
}

type CaptionTrack = CaptionChoice['tracks'][number];

/** The captions of a language that keep the time of the sound that is heard; else those of the language that are read. */
export function trackFor(
  captions: readonly CaptionChoice[],
  language: string | null,
  soundId: string
): CaptionTrack | undefined {
  const tracks = captions.find((choice) => choice.language === language)?.tracks ?? [];
  return tracks.find(({ timedTo }) => timedTo === soundId) ?? tracks[0];
}

/** Id of a <track>, by which the browser's own object for it is known. */
export const elementId = (trackId: string): string => `captions-${trackId}`;
