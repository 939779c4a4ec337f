import type { OtherCue } from '#lib/components/caption-editor/data.ts';

/** Where the first cue whose middle lies at or after a time stands. Cues are in order of time. */
function firstFrom(cues: readonly OtherCue[], ms: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const cue = cues[middle];
    if (cue && (cue.startMs + cue.endMs) / 2 < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The cues of the other language that belong beside a cue: those whose middle lies between its start and the next one's. Each cue of the other language stands beside one cue. */
export function partnersOf(
  others: readonly OtherCue[],
  startMs: number,
  nextStartMs: number,
  isFirst: boolean
): OtherCue[] {
  const from = isFirst ? 0 : firstFrom(others, startMs);
  return others.slice(from, firstFrom(others, Math.max(nextStartMs, startMs)));
}
