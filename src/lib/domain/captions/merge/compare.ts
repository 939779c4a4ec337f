import { alignCues, type Alignable } from '#lib/domain/captions/merge/align.ts';
import { wordDiff, type DiffPart } from '#lib/domain/texts/word-diff.ts';

/** A cue of two versions, where they differ. */
export interface CueDifference {
  kind: 'added' | 'removed' | 'changed';
  /** Positions; null where the version has no such cue. */
  before: number | null;
  after: number | null;
  /** The words; empty for a cue whose words are the same. */
  words: DiffPart[];
  timesChanged: boolean;
  speakerChanged: boolean;
}

export interface Comparison {
  differences: CueDifference[];
  same: number;
}

function differenceOf(before: Alignable, after: Alignable, a: number, b: number): CueDifference | null {
  const timesChanged = before.startMs !== after.startMs || before.endMs !== after.endMs;
  const speakerChanged = before.speaker !== after.speaker;
  const words = before.text === after.text ? [] : wordDiff(before.text, after.text);
  if (!timesChanged && !speakerChanged && words.length === 0) return null;
  return { kind: 'changed', before: a, after: b, words, timesChanged, speakerChanged };
}

const alone = (kind: 'added' | 'removed', text: string, at: number): CueDifference => ({
  kind,
  before: kind === 'removed' ? at : null,
  after: kind === 'added' ? at : null,
  words: [{ kind, text }],
  timesChanged: false,
  speakerChanged: false
});

/** What changed from one version to another, cue by cue, in order. */
export function compareCues(before: readonly Alignable[], after: readonly Alignable[]): Comparison {
  let same = 0;
  const differences = alignCues(before, after).flatMap(({ a, b }): CueDifference[] => {
    const left = a === null ? undefined : before[a];
    const right = b === null ? undefined : after[b];
    if (left && right && a !== null && b !== null) {
      const difference = differenceOf(left, right, a, b);
      if (!difference) same++;
      return difference ? [difference] : [];
    }
    if (left && a !== null) return [alone('removed', left.text, a)];
    return right && b !== null ? [alone('added', right.text, b)] : [];
  });
  return { differences, same };
}
