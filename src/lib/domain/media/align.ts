import { peaksPerSecond, type Peaks } from '#lib/domain/media/peaks.ts';
import type { Stretch } from '#lib/domain/recordings/types.ts';

/** How loud each stretch is, from 0 to 127. */
const loudness = (peaks: Peaks): Float64Array =>
  Float64Array.from({ length: peaks.count }, (_, i) => Math.max(Math.abs(peaks.min(i)), Math.abs(peaks.max(i))));

/** What changes from one stretch to the next: the same words are heard louder or softer, but they begin together. */
function onsets(peaks: Peaks): Float64Array {
  const loud = loudness(peaks);
  const rises = loud.map((value, i) => Math.log1p(value) - Math.log1p(loud[i - 1] ?? 0));
  const mean = rises.reduce((sum, value) => sum + value, 0) / Math.max(1, rises.length);
  return rises.map((value) => value - mean);
}

export interface Alignment {
  /** How much later than the first the second begins. */
  offsetMs: number;
  /** 0…1: how alike the two are there, beside the next best place far from it. Below 0.1 it is a guess. */
  sureness: number;
}

const mostStretches = 20 * 60 * 10;

/**
 * Where the floor's sound is heard through in the interpretation's: the shift at which the beginnings of words fall together best
 * (normalized cross-correlation of what rises in loudness). Looks at the first ten minutes, and up to `mostMs` to each side.
 */
export function alignByBleed(floor: Peaks, interpretation: Peaks, mostMs = 120_000): Alignment | null {
  const a = onsets(floor).subarray(0, mostStretches);
  const b = onsets(interpretation).subarray(0, mostStretches);
  const reach = Math.min(Math.round((mostMs / 1000) * peaksPerSecond), Math.min(a.length, b.length) - 1);
  if (reach < 1) return null;
  const scores = new Float64Array(2 * reach + 1);
  for (let shift = -reach; shift <= reach; shift++) scores[shift + reach] = scoreAt(a, b, shift);
  let best = 0;
  for (let i = 1; i < scores.length; i++) if ((scores[i] ?? 0) > (scores[best] ?? 0)) best = i;
  const top = scores[best] ?? 0;
  if (top <= 0) return null;
  const far = scores.filter((_, i) => Math.abs(i - best) > peaksPerSecond / 2);
  const second = far.reduce((most, value) => Math.max(most, value), 0);
  return {
    offsetMs: Math.round(((best - reach) * 1000) / peaksPerSecond),
    sureness: Math.max(0, (top - second) / top)
  };
}

/** How alike they are when the second is put `shift` stretches later. */
function scoreAt(a: Float64Array, b: Float64Array, shift: number): number {
  const from = Math.max(0, shift);
  const to = Math.min(a.length, b.length + shift);
  let both = 0;
  let first = 0;
  let second = 0;
  for (let i = from; i < to; i++) {
    const x = a[i] ?? 0;
    const y = b[i - shift] ?? 0;
    both += x * y;
    first += x * x;
    second += y * y;
  }
  // a short overlap is alike by chance: it counts for as much as it covers
  const cover = (to - from) / Math.max(1, Math.min(a.length, b.length));
  return first > 0 && second > 0 ? (both / Math.sqrt(first * second)) * Math.min(1, cover * 2) : 0;
}

/** Stretches of at least `leastMs` in which nothing is heard: where nobody interpreted, as a proposal. */
export function quietStretches(peaks: Peaks, leastMs = 20_000, threshold = 3): Stretch[] {
  const found: Stretch[] = [];
  const msOf = (at: number) => Math.round((at * 1000) / peaksPerSecond);
  let from: number | null = null;
  const close = (to: number) => {
    if (from !== null && msOf(to) - msOf(from) >= leastMs) found.push({ startMs: msOf(from), endMs: msOf(to) });
    from = null;
  };
  for (let i = 0; i < peaks.count; i++) {
    const isQuiet = Math.max(Math.abs(peaks.min(i)), Math.abs(peaks.max(i))) < threshold;
    if (isQuiet) from ??= i;
    else close(i);
  }
  close(peaks.count);
  return found;
}
