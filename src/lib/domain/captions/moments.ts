import { driftsOf } from '#lib/domain/captions/drift.ts';
import type { Moment, MomentRange } from '#lib/domain/captions/types.ts';
import type { TrackRole } from '#lib/domain/recordings/types.ts';

export interface MomentCue {
  startMs: number;
  endMs: number;
  /** How well speech may be parted after this cue: 0 in the middle of a sentence, 1 at its end, 2 where another speaks. Unknown: left out. */
  breakAfter?: 0 | 1 | 2;
}

export interface MomentTrack {
  language: string;
  role: TrackRole;
  /** In text track cue order: by start, the later end first. */
  cues: readonly MomentCue[];
}

/** What a moment should be: about a sentence or two, and a part of a turn. Seconds and the price of being otherwise. */
const targetS = 5;
const tooLongS = 45;
const silenceMs = 600;
/** So long a silence always parts moments. */
const partingSilenceMs = 3000;
/** A cue belongs to the side on which its middle lies, or this much of its beginning where it is very long. */
const longestHalfMs = 3000;
/** Candidates looked back at, so that a flood of tiny cues stays linear. */
const lookBack = 64;
/** Cues looked at around one candidate cut. */
const straddlers = 16;

/** A cue on the common time line, its track's drift taken off. */
interface Piece {
  track: number;
  index: number;
  startMs: number;
  endMs: number;
  /** Cuts at or before this time leave the cue behind them. */
  anchorMs: number;
  breakAfter: number | undefined;
}

function piecesOf(tracks: readonly MomentTrack[]): Piece[] {
  const drifts = driftsOf(tracks);
  const pieces = tracks.flatMap(({ cues }, track) => {
    const driftAt = drifts[track];
    let latestMs = -Infinity;
    return cues.map(({ startMs, endMs, breakAfter }, index): Piece => {
      const driftMs = driftAt?.(index) ?? 0;
      const start = startMs - driftMs;
      const end = Math.max(start, endMs - driftMs);
      // never before the cue in front of it: what a moment has of a track is one stretch of its cues
      latestMs = Math.max(latestMs, start + Math.min((end - start) / 2, longestHalfMs));
      return { track, index, startMs: start, endMs: end, anchorMs: latestMs, breakAfter };
    });
  });
  return pieces.sort((a, b) => a.anchorMs - b.anchorMs || a.track - b.track || a.index - b.index);
}

/** A place where speech could be parted: before piece `at` (in order of anchors). */
interface Cut {
  at: number;
  timeMs: number;
  /** Latest end of what lies before. */
  endMs: number;
  price: number;
  parting: boolean;
}

/** How much speech a cut at this time goes through, and how bad its place is otherwise. */
function priceOf(pieces: readonly Piece[], at: number, timeMs: number, silentMs: number): number {
  let cutMs = 0;
  let best: number | undefined;
  for (let i = Math.max(0, at - straddlers); i < Math.min(pieces.length, at + straddlers); i++) {
    const piece = pieces[i];
    if (!piece) continue;
    if (piece.startMs < timeMs && piece.endMs > timeMs) {
      cutMs += Math.min(timeMs - piece.startMs, piece.endMs - timeMs, longestHalfMs);
    }
    if (i < at && piece.breakAfter !== undefined && Math.abs(piece.endMs - timeMs) <= 1500) {
      best = Math.max(best ?? 0, piece.breakAfter);
    }
  }
  const place = best === undefined ? 0 : best === 0 ? 1 : best === 1 ? 0.2 : 0;
  return cutMs / 1000 + 0.6 * (1 - Math.min(silentMs, silenceMs) / silenceMs) + place;
}

function cutsOf(pieces: readonly Piece[]): Cut[] {
  const cuts: Cut[] = [];
  let endMs = -Infinity;
  // the earliest start among the pieces from an index on, from the back
  const starts = pieces.map(({ startMs }) => startMs);
  for (let i = starts.length - 2; i >= 0; i--) starts[i] = Math.min(starts[i] ?? 0, starts[i + 1] ?? 0);
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1];
    const timeMs = Math.min(Math.max(starts[at] ?? 0, before?.anchorMs ?? -Infinity), piece.anchorMs);
    const silentMs = Math.max(0, timeMs - endMs);
    if (!before || before.anchorMs < piece.anchorMs) {
      const price = before ? priceOf(pieces, at, timeMs, silentMs) : 0;
      cuts.push({ at, timeMs, endMs, price, parting: silentMs >= partingSilenceMs });
    }
    endMs = Math.max(endMs, piece.endMs);
  });
  cuts.push({ at: pieces.length, timeMs: endMs, endMs, price: 0, parting: false });
  return cuts;
}

function lengthPrice(ms: number): number {
  const off = (ms / 1000 - targetS) / targetS;
  return 0.3 + (off < 0 ? off * off : 0.8 * off * off);
}

/** The cheapest way through: indices into `cuts`, the first and the last among them. */
function chooseCuts(cuts: readonly Cut[]): number[] {
  const cost = new Float64Array(cuts.length);
  const from = new Int32Array(cuts.length);
  let parted = 0; // nothing reaches back over a long silence
  for (let i = 1; i < cuts.length; i++) {
    const cut = cuts[i];
    if (!cut) break;
    let least = Infinity;
    for (let j = i - 1; j >= Math.max(parted, i - lookBack); j--) {
      const lengthMs = Math.min(cut.timeMs, cut.endMs) - (cuts[j]?.timeMs ?? 0);
      if (lengthMs > tooLongS * 1000 && j < i - 1) break;
      const total = (cost[j] ?? 0) + lengthPrice(Math.max(0, lengthMs));
      if (total < least) {
        least = total;
        from[i] = j;
      }
    }
    cost[i] = least + cut.price;
    if (cut.parting) parted = i;
  }
  const chosen = [cuts.length - 1];
  for (let i = cuts.length - 1; i > 0; i = from[i] ?? 0) chosen.push(from[i] ?? 0);
  return chosen.reverse();
}

function momentOf(tracks: readonly MomentTrack[], pieces: readonly Piece[]): Moment {
  const ranges = new Map<number, MomentRange>();
  let startMs = Infinity;
  let endMs = 0;
  for (const { track, index } of pieces) {
    const range = ranges.get(track) ?? { track, from: index, to: index };
    range.from = Math.min(range.from, index);
    range.to = Math.max(range.to, index + 1);
    ranges.set(track, range);
    const cue = tracks[track]?.cues[index];
    startMs = Math.min(startMs, cue?.startMs ?? startMs);
    endMs = Math.max(endMs, cue?.startMs ?? 0, cue?.endMs ?? 0);
  }
  return { startMs, endMs, ranges: [...ranges.values()].sort((a, b) => a.track - b.track) };
}

/**
 * Moments of a recording from its reading tracks: each is a short stretch of speech with the cues of every track that say it.
 * Every cue is in exactly one moment, the cues of a track in a moment are neighbors, and one side may be missing. Tracks may
 * drift by about 2 s. Same tracks, same moments; time grows with the number of cues (and its sorting).
 */
export function alignMoments(tracks: readonly MomentTrack[]): Moment[] {
  const pieces = piecesOf(tracks);
  if (pieces.length === 0) return [];
  const cuts = cutsOf(pieces);
  const chosen = chooseCuts(cuts);
  return chosen.slice(1).map((cut, i) => momentOf(tracks, pieces.slice(cuts[chosen[i] ?? 0]?.at, cuts[cut]?.at)));
}

/** A moment's cues by language, first and last included, as it is stored. */
export const spansOf = (
  moment: Moment,
  tracks: readonly Pick<MomentTrack, 'language'>[]
): Record<string, [number, number]> =>
  Object.fromEntries(moment.ranges.map(({ track, from, to }) => [tracks[track]?.language ?? 'und', [from, to - 1]]));
