import type { Moment } from '#lib/domain/captions/types.ts';
import type { TrackRole } from '#lib/domain/recordings/types.ts';

const rank: Record<TrackRole, number> = {
  original: 0,
  translation: 1,
  interpretation: 2,
  mixed: 3,
  unknown: 4,
  description: 9
};
export function chooseReadingTrack<T extends { role: TrackRole }>(tracks: readonly T[]): T | null {
  return [...tracks].sort((a, b) => rank[a.role] - rank[b.role])[0] ?? null;
}
interface Timed {
  startMs: number;
  endMs: number;
}
export function alignMoments(tracks: readonly (readonly Timed[])[]): Moment[] {
  const all = tracks.flatMap((cues, track) => cues.map((cue, index) => ({ ...cue, track, index })));
  all.sort((a, b) => a.startMs - b.startMs);
  const moments: Moment[] = [];
  let end = -1;
  let languages = new Set<number>();
  for (const cue of all) {
    const last = moments.at(-1);
    const overlap = Math.min(end, cue.endMs) - cue.startMs;
    if (last && overlap > 400 && (!languages.has(cue.track) || last.endMs - last.startMs < 6000)) {
      const range = last.ranges.find((each) => each.track === cue.track);
      if (range) range.to = cue.index + 1;
      else last.ranges.push({ track: cue.track, from: cue.index, to: cue.index + 1 });
      languages.add(cue.track);
      end = Math.max(end, cue.endMs);
      last.endMs = end;
    } else {
      moments.push({
        startMs: cue.startMs,
        endMs: cue.endMs,
        ranges: [{ track: cue.track, from: cue.index, to: cue.index + 1 }]
      });
      languages = new Set([cue.track]);
      end = cue.endMs;
    }
  }
  return moments;
}
