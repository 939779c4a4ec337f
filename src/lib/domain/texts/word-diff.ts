/** A stretch of text that two versions share, or that only one of them has. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Words with their accents, apostrophes and hyphens; spaces; every other character by itself. */
const token = /[\p{L}\p{M}\p{N}'’-]+|\s+|[^\s]/gu;
const tokensOf = (text: string): string[] => text.match(token) ?? [];

/** Beyond this many changed words a comparison word by word tells a reader nothing, and would take long. */
const mostChanges = 1000;
const middle = mostChanges + 1;

/**
 * What changed between two texts, word by word. The parts that are `same` or `removed` make up `before`, those that are
 * `same` or `added` make up `after`.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const parts: DiffPart[] = [];
  add(parts, 'same', a.slice(0, start));
  for (const { kind, words } of changes(from, to)) add(parts, kind, words);
  add(parts, 'same', a.slice(a.length - end));
  return parts;
}

interface Step {
  kind: DiffPart['kind'];
  words: string[];
}

function add(parts: DiffPart[], kind: DiffPart['kind'], words: readonly string[]): void {
  if (words.length === 0) return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += words.join('');
  else parts.push({ kind, text: words.join('') });
}

/** Myers' shortest edit script ("An O(ND) Difference Algorithm and Its Variations", 1986), found forwards and walked back. */
function changes(a: readonly string[], b: readonly string[]): Step[] {
  const whole: Step[] = [
    { kind: 'removed', words: [...a] },
    { kind: 'added', words: [...b] }
  ];
  if (a.length === 0 || b.length === 0) return whole;
  const rounds = furthestPoints(a, b);
  return rounds ? walkBack(a, b, rounds) : whole;
}

/** How far each diagonal reaches after 0, 1, 2 … changes, diagonal k at `k + middle`; null when there are too many. */
function furthestPoints(a: readonly string[], b: readonly string[]): Int32Array[] | null {
  const rounds: Int32Array[] = [];
  const reached = new Int32Array(2 * middle + 1);
  for (let d = 0; d <= Math.min(a.length + b.length, mostChanges); d++) {
    rounds.push(reached.slice());
    for (let k = -d; k <= d; k += 2) {
      let x = isDown(reached, k, d) ? pointAt(reached, k + 1) : pointAt(reached, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reached[k + middle] = x;
      if (x >= a.length && x - k >= b.length) return rounds;
    }
  }
  return null;
}

const pointAt = (reached: Int32Array, k: number): number => reached[k + middle] ?? 0;
const isDown = (reached: Int32Array, k: number, d: number): boolean =>
  k === -d || (k !== d && pointAt(reached, k - 1) < pointAt(reached, k + 1));

function walkBack(a: readonly string[], b: readonly string[], rounds: readonly Int32Array[]): Step[] {
  const steps: Step[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = rounds.length - 1; d >= 0; d--) {
    const reached = rounds[d] ?? new Int32Array(0);
    const k = x - y;
    const before = isDown(reached, k, d) ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : pointAt(reached, before);
    const fromY = d === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) {
      steps.push({ kind: 'same', words: [a[--x] ?? ''] });
      y--;
    }
    if (d === 0) break;
    if (x === fromX) steps.push({ kind: 'added', words: [b[--y] ?? ''] });
    else steps.push({ kind: 'removed', words: [a[--x] ?? ''] });
  }
  return removedFirst(steps.reverse());
}

/** Where words were exchanged, what was taken away is read before what came instead. */
function removedFirst(steps: readonly Step[]): Step[] {
  const ordered: Step[] = [];
  let added: Step[] = [];
  for (const step of steps) {
    if (step.kind === 'added') added.push(step);
    else {
      if (step.kind === 'same') {
        ordered.push(...added);
        added = [];
      }
      ordered.push(step);
    }
  }
  return [...ordered, ...added];
}
