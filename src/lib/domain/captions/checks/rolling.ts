const linesOf = (plain: string) =>
  plain
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How many lines at the beginning of a cue say again what the cue before ends with. */
export function repeatedLines(previous: string, plain: string): number {
  const before = linesOf(previous);
  const now = linesOf(plain);
  for (let count = Math.min(before.length, now.length); count > 0; count--) {
    if (before.slice(-count).join('\n') === now.slice(0, count).join('\n')) return count;
  }
  return 0;
}

/**
 * Captions that roll: each cue shows the lines of the one before once more. Positions of the cues that repeat; none where it is
 * not the habit of the track (somebody may well say "No." twice).
 */
export function rollingCues(plains: readonly string[]): number[] {
  const repeating: number[] = [];
  for (let at = 1; at < plains.length; at++) {
    if (repeatedLines(plains[at - 1] ?? '', plains[at] ?? '') > 0) repeating.push(at);
  }
  return repeating.length >= 4 && repeating.length * 4 >= plains.length ? repeating : [];
}
