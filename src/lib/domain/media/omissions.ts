import type { Stretch } from '#lib/domain/recordings/types.ts';

/** Do the two have a moment in common? A cue that only touches a passage says nothing of it. */
export const overlaps = (a: Stretch, b: Stretch): boolean => a.startMs < b.endMs && b.startMs < a.endMs;

/** Is any of it inside a passage that is left out? Its words must then not be written anywhere. */
export const isLeftOut = (stretch: Stretch, omissions: readonly Stretch[]): boolean =>
  omissions.some((omission) => overlaps(stretch, omission));

/** Sorted, and those that meet made one. */
export function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const { startMs, endMs } of [...stretches].sort((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1);
    if (last && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else merged.push({ startMs, endMs });
  }
  return merged;
}
