/** Where there is speech: one value a step, 0 or more. */
export interface Activity {
  stepMs: number;
  /** 0 silence … 1 speech. */
  values: Float32Array;
}

export const stepMs = 100;

/** The stretches in which a track shows words. */
export function activityOfCues(cues: readonly { startMs: number; endMs: number }[], lengthMs?: number): Activity {
  const endMs = lengthMs ?? cues.reduce((most, cue) => Math.max(most, cue.endMs), 0);
  const values = new Float32Array(Math.ceil(endMs / stepMs) + 1);
  for (const { startMs, endMs: end } of cues) values.fill(1, Math.floor(startMs / stepMs), Math.ceil(end / stepMs));
  return { stepMs, values };
}

/** Speech by the loudness of the sound: above the middle between its quiet and its loud parts. `peaks`: pairs of min and max, −127…127. */
export function activityOfPeaks(peaks: Int8Array, perSecond: number): Activity {
  const steps = Math.ceil((peaks.length / 2 / perSecond) * (1000 / stepMs));
  const loud = new Float32Array(steps);
  for (let at = 0; at * 2 < peaks.length; at++) {
    const step = Math.floor((at * 1000) / perSecond / stepMs);
    const span = (peaks[at * 2 + 1] ?? 0) - (peaks[at * 2] ?? 0);
    if (span > (loud[step] ?? 0)) loud[step] = span;
  }
  const sorted = [...loud].sort((a, b) => a - b);
  const quiet = sorted[Math.floor(sorted.length * 0.1)] ?? 0;
  const high = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const border = quiet + (high - quiet) * 0.25;
  return { stepMs, values: loud.map((value) => (value > border && high > quiet ? 1 : 0)) };
}

export interface DelayFound {
  /** Positive: the captions come that much late. */
  delayMs: number;
  /** How much better they fit when moved: agreement then minus agreement now, 0–1. */
  gain: number;
}

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Correlation of two on-off signals, the first moved back by `shift` steps. */
function agreement(a: Float32Array, b: Float32Array, shift: number, meanA: number, meanB: number): number {
  let sum = 0;
  let squareA = 0;
  let squareB = 0;
  for (let at = Math.max(0, -shift); at < b.length && at + shift < a.length; at++) {
    const left = (a[at + shift] ?? 0) - meanA;
    const right = (b[at] ?? 0) - meanB;
    sum += left * right;
    squareA += left * left;
    squareB += right * right;
  }
  return squareA === 0 || squareB === 0 ? 0 : sum / Math.sqrt(squareA * squareB);
}

/**
 * How much later the captions are than what they are held against (the sound, or the other language's track), by moving one
 * over the other up to `reachMs` each way. Null: nothing fits clearly better than the times as they are.
 */
export function findDelay(captions: Activity, reference: Activity, reachMs = 15_000): DelayFound | null {
  const [a, b] = [captions.values, reference.values];
  const [meanA, meanB] = [mean(a), mean(b)];
  if (a.length < 300 || b.length < 300 || meanA === 0 || meanB === 0) return null; // under half a minute nothing can be told
  const now = agreement(a, b, 0, meanA, meanB);
  let best = { shift: 0, fit: now };
  for (let shift = -reachMs / stepMs; shift <= reachMs / stepMs; shift++) {
    const fit = agreement(a, b, shift, meanA, meanB);
    if (fit > best.fit) best = { shift, fit };
  }
  const gain = best.fit - now;
  if (best.fit < 0.35 || gain < 0.12) return null;
  return { delayMs: best.shift * stepMs, gain };
}
