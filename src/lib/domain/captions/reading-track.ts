import type { TextTrackKind, TrackRole, Voice } from '#lib/domain/recordings/types.ts';
import { voiceOfRole } from '#lib/domain/recordings/types.ts';

export interface TrackChoice {
  id: string;
  /** BCP 47, or null where nobody knows. */
  language: string | null;
  role: TrackRole;
  kind: TextTrackKind;
  /** There is a version that everybody may read. */
  published: boolean;
  reviewed: boolean;
  /** A translation whose times are those of the original's sound, not of an interpretation. */
  timedToOriginal: boolean;
}

/** The order in which a track is read; null: never. */
function rankOf({ role, kind, timedToOriginal }: TrackChoice): number | null {
  if (kind === 'descriptions' || role === 'description') return null;
  if (role === 'original') return 0;
  if (role === 'translation') return timedToOriginal ? 1 : 3;
  return role === 'interpretation' ? 2 : 4;
}

/** The key of tracks whose language nobody knows. */
const undetermined = 'und';

/**
 * Per language exactly one published track that page, search, quotes and exports read: the original's captions, else the
 * translation timed to the original, else the interpretation, else another translation, else a mixed or unknown track. Of two
 * alike the reviewed one wins, then the first given.
 */
export function chooseReadingTracks<T extends TrackChoice>(tracks: readonly T[]): Map<string, T> {
  const chosen = new Map<string, { track: T; rank: number }>();
  for (const track of tracks) {
    const place = rankOf(track);
    if (place === null || !track.published) continue;
    const rank = place * 2 + (track.reviewed ? 0 : 1);
    const language = track.language ?? undetermined;
    const best = chosen.get(language);
    if (!best || rank < best.rank) chosen.set(language, { track, rank });
  }
  return new Map([...chosen].map(([language, { track }]) => [language, track]));
}

/** Whose words a cue is: its own statement, else what its track's role says; a mixed track claims nothing. */
export const voiceOf = (cue: { voice: Voice | null }, track: { role: TrackRole }): Voice =>
  cue.voice ?? voiceOfRole(track.role);

/** The language spoken in a cue: its own statement, else its track's; null where neither says. */
export const languageOf = (cue: { language: string | null }, track: { language: string | null }): string | null =>
  cue.language ?? track.language;
