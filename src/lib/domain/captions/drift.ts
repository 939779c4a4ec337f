import type { MomentTrack } from '#lib/domain/captions/moments.ts';

/** Drift of a track at one of its cues, in milliseconds; positive: it says things later than the first track. */
export type DriftAt = (index: number) => number;

/** A silence from which on speech counts as beginning anew. */
const pauseMs = 700;
/** The furthest that an interpretation lags or leads. */
const furthestMs = 3000;
/** Beginnings of speech on either side that the drift at one is the median of. */
const neighbors = 4;

/** Cues that begin after a pause. */
function onsets(cues: MomentTrack['cues']): number[] {
  const found: number[] = [];
  let endMs = -Infinity;
  cues.forEach((cue, index) => {
    if (cue.startMs - endMs >= pauseMs) found.push(index);
    endMs = Math.max(endMs, cue.endMs);
  });
  return found;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The nearest of some ascending times. */
function nearest(times: readonly number[], time: number): number | null {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  const after = times[low];
  const before = times[low - 1];
  if (after === undefined) return before ?? null;
  return before !== undefined && time - before < after - time ? before : after;
}

function driftAgainst(pivot: readonly number[], cues: MomentTrack['cues']): DriftAt {
  const own = onsets(cues);
  const known = own.flatMap((index) => {
    const startMs = cues[index]?.startMs ?? 0;
    const there = nearest(pivot, startMs);
    return there === null || Math.abs(startMs - there) > furthestMs ? [] : [{ index, driftMs: startMs - there }];
  });
  const smooth = known.map((_, i) =>
    median(known.slice(Math.max(0, i - neighbors), i + neighbors + 1).map((k) => k.driftMs))
  );
  let at = 0;
  return (index) => {
    while (at + 1 < known.length && (known[at + 1]?.index ?? 0) <= index) at++;
    while (at > 0 && (known[at]?.index ?? 0) > index) at--;
    return smooth[at] ?? 0;
  };
}

/** How far each track lags behind the original (or the longest track), measured where speech begins after pauses. */
export function driftsOf(tracks: readonly MomentTrack[]): DriftAt[] {
  const pivot =
    tracks.find(({ role }) => role === 'original') ??
    tracks.reduce<MomentTrack | undefined>(
      (most, t) => (most && most.cues.length >= t.cues.length ? most : t),
      undefined
    );
  if (!pivot) return [];
  const times = onsets(pivot.cues).map((index) => pivot.cues[index]?.startMs ?? 0);
  return tracks.map((track) => (track === pivot ? () => 0 : driftAgainst(times, track.cues)));
}
