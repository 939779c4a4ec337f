import { limits, type Finding, type ReadCue } from '#lib/domain/captions/checks/types.ts';

const folded = (plain: string) =>
  plain
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim();

/** At least as many words before the same text in both languages means that nobody translated it: "OK" may stay. */
const fewWords = 4;

/** Cues that stand here word for word as in the other language. */
function untranslated(cues: readonly ReadCue[], others: readonly ReadCue[]): Finding[] {
  const there = new Set(others.map(({ plain }) => folded(plain)));
  return cues.flatMap(({ plain, startMs }, cue): Finding[] => {
    const words = folded(plain);
    const same = words.split(' ').length >= fewWords && there.has(words);
    return same ? [{ code: 'untranslated', cue, startMs, data: {} }] : [];
  });
}

interface Lack {
  startMs: number;
  endMs: number;
  cues: number;
  /** The cue of this track after which words are missing. */
  cue: number;
}

/** Interpretation comes late: what lies this near counts as said. */
const nearMs = 3000;

/** For each cue of the other language, the position of the last cue here that may say it; −1 where none does. */
function* partners(
  cues: readonly ReadCue[],
  others: readonly ReadCue[]
): Generator<{ other: ReadCue; at: number; said: boolean }> {
  let at = 0;
  let coveredMs = -Infinity;
  for (const other of others) {
    for (let next = cues[at]; next && next.startMs <= other.endMs + nearMs; next = cues[++at]) {
      coveredMs = Math.max(coveredMs, next.endMs);
    }
    yield { other, at: at - 1, said: coveredMs + nearMs >= other.startMs };
  }
}

/** Stretches in which only the other language has words. Both lists are in order of time. */
function missing(cues: readonly ReadCue[], others: readonly ReadCue[]): Finding[] {
  const lacks: Lack[] = [];
  let open = false;
  for (const { other, at, said } of partners(cues, others)) {
    const last = lacks.at(-1);
    if (said) open = false;
    else if (open && last) Object.assign(last, { endMs: other.endMs, cues: last.cues + 1 });
    else {
      lacks.push({ startMs: other.startMs, endMs: other.endMs, cues: 1, cue: Math.max(0, at) });
      open = true;
    }
  }
  return lacks
    .filter(({ startMs, endMs }) => endMs - startMs >= limits.missingMs)
    .map(({ cue, ...data }) => ({ code: 'missing-stretch', cue, startMs: data.startMs, data }));
}

/** What the other language's track says about this one. */
export const checkAgainst = (cues: readonly ReadCue[], others: readonly ReadCue[]): Finding[] => [
  ...untranslated(cues, others),
  ...missing(cues, others)
];
