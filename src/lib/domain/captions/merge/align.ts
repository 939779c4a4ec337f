/** What is needed of a cue to find it again in another state of its track. */
export interface Alignable {
  startMs: number;
  endMs: number;
  text: string;
  speaker: string | null;
}

/** A stretch of both lists; where both have one cue they are the same cue in two states. */
export interface Pair {
  a: number | null;
  b: number | null;
}

/** Longest increasing subsequence by the second part: anchors that do not cross. */
function increasing(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, b], at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = at;
  });
  const found: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) found.push(pair);
  }
  return found.reverse();
}

type Key = (cue: Alignable) => string;

/** Cues between two borders whose key occurs once on each side, in an order that both have. */
function anchors(a: readonly Alignable[], b: readonly Alignable[], box: Box, key: Key): [number, number][] {
  const count = (list: readonly Alignable[], from: number, to: number) => {
    const seen = new Map<string, number>();
    for (let at = from; at < to; at++) {
      const cue = list[at];
      if (cue) seen.set(key(cue), seen.has(key(cue)) ? -1 : at);
    }
    return seen;
  };
  const left = count(a, box.a0, box.a1);
  const right = count(b, box.b0, box.b1);
  const common = [...left].flatMap(([each, at]): [number, number][] => {
    const there = right.get(each) ?? -1;
    return at >= 0 && there >= 0 ? [[at, there]] : [];
  });
  return increasing(common.sort((x, y) => x[0] - y[0]));
}

interface Box {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

const keys: readonly Key[] = [
  ({ startMs, endMs, text, speaker }) => `${String(startMs)} ${String(endMs)} ${speaker ?? ''} ${text}`,
  ({ text }) => text, // moved in time
  ({ startMs, endMs }) => `${String(startMs)} ${String(endMs)}`, // other words
  ({ startMs }) => String(startMs),
  ({ endMs }) => String(endMs)
];

/** What is left between anchors: paired where they lie at the same time for the most part, else new and gone. */
function pairByTime(a: readonly Alignable[], b: readonly Alignable[], { a0, a1, b0, b1 }: Box): Pair[] {
  const pairs: Pair[] = [];
  let i = a0;
  let j = b0;
  while (i < a1 || j < b1) {
    const left = i < a1 ? a[i] : undefined;
    const right = j < b1 ? b[j] : undefined;
    if (!left) pairs.push({ a: null, b: j++ });
    else if (!right) pairs.push({ a: i++, b: null });
    else {
      const common = Math.min(left.endMs, right.endMs) - Math.max(left.startMs, right.startMs);
      const shorter = Math.min(left.endMs - left.startMs, right.endMs - right.startMs);
      if (common > 0 && common * 2 >= shorter) pairs.push({ a: i++, b: j++ });
      else if (left.startMs <= right.startMs) pairs.push({ a: i++, b: null });
      else pairs.push({ a: null, b: j++ });
    }
  }
  return pairs;
}

function alignBox(a: readonly Alignable[], b: readonly Alignable[], box: Box, level: number, pairs: Pair[]): void {
  const { a0, a1, b0, b1 } = box;
  const key = keys[level];
  if (!key || a0 === a1 || b0 === b1) return void pairs.push(...pairByTime(a, b, box));
  let [i, j] = [a0, b0];
  for (const [x, y] of [...anchors(a, b, box, key), [a1, b1] as const]) {
    if (i < x || j < y) alignBox(a, b, { a0: i, a1: x, b0: j, b1: y }, level + 1, pairs);
    if (x < a1 && y < b1) pairs.push({ a: x, b: y });
    i = x + 1;
    j = y + 1;
  }
}

/**
 * Which cue of `b` is which of `a`: every cue of both is in exactly one pair, in the order of both. Found by what stayed the same,
 * first all, then the words, then the times.
 */
export function alignCues(a: readonly Alignable[], b: readonly Alignable[]): Pair[] {
  const pairs: Pair[] = [];
  alignBox(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, 0, pairs);
  return pairs;
}
