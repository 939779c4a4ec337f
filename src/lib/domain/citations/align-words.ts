import type { Span, Word } from '#lib/domain/citations/words.ts';

/** Words before and after the quote that help to find its place again. */
const context = 60;
/** Words of the new version on either side of the expected place; beyond them a passage counts as gone. */
const reach = 400;
/** Four words in a row that occur once are a fingerprint of a place. */
const gram = 4;

const keyOf = (word: Word | undefined) =>
  (word?.text ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '') || (word?.text ?? '');

/** Index of each run of four words that occurs exactly once. */
function uniqueGrams(keys: readonly string[], { from, to }: Span): Map<string, number> {
  const seen = new Map<string, number>();
  for (let at = from; at + gram <= to; at++) {
    const key = keys.slice(at, at + gram).join(' ');
    seen.set(key, seen.has(key) ? -1 : at);
  }
  return seen;
}

/** By how many words the neighborhood of the quote has moved: the median of what its fingerprints say; null when none is left. */
function shiftOf(old: readonly string[], now: readonly string[], near: Span): number | null {
  const there = uniqueGrams(now, { from: 0, to: now.length });
  const shifts: number[] = [];
  for (const [key, at] of uniqueGrams(old, near)) {
    const found = at < 0 ? -1 : (there.get(key) ?? -1);
    if (found >= 0) shifts.push(found - at);
  }
  shifts.sort((a, b) => a - b);
  return shifts[Math.floor(shifts.length / 2)] ?? null;
}

/**
 * For each old word in `oldSpan` the new word that stands for it, or -1: the longest common subsequence of the two
 * stretches, in which words that go on together count more than a word alone. Takes (length of one) × (length of the
 * other) steps, some 100,000 for a sentence.
 */
function pairs(old: readonly string[], now: readonly string[], oldSpan: Span, newSpan: Span): Int32Array {
  const [rows, columns] = [oldSpan.to - oldSpan.from, newSpan.to - newSpan.from];
  const best = Array.from({ length: rows + 1 }, () => new Int32Array(columns + 1));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  const equal = (row: number, column: number) =>
    row < rows && column < columns && old[oldSpan.from + row] === now[newSpan.from + column];
  // "that" is everywhere; "that they" is not
  const taken = (row: number, column: number) => at(row + 1, column + 1) + (equal(row + 1, column + 1) ? 3 : 2);
  for (let row = rows - 1; row >= 0; row--) {
    const line = best[row] ?? new Int32Array(0);
    for (let column = columns - 1; column >= 0; column--) {
      const skipped = Math.max(at(row + 1, column), at(row, column + 1));
      line[column] = equal(row, column) ? Math.max(skipped, taken(row, column)) : skipped;
    }
  }
  const mapped = new Int32Array(rows).fill(-1);
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (equal(row, column) && at(row, column) === taken(row, column)) mapped[row++] = newSpan.from + column++;
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return mapped;
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));

/**
 * Where the words of `quote` went in another version: the stretch between the nearest words around it that are still
 * there. Null: nothing of the neighborhood is left. An empty stretch: the words were taken out and nothing took their place.
 */
export function followSpan(oldWords: readonly Word[], newWords: readonly Word[], quote: Span): Span | null {
  const [old, now] = [oldWords.map(keyOf), newWords.map(keyOf)];
  const near = { from: clamp(quote.from - context, old.length), to: clamp(quote.to + context, old.length) };
  const shift = shiftOf(old, now, near);
  if (shift === null) return null;
  const window = {
    from: clamp(near.from + shift - reach, now.length),
    to: clamp(near.to + shift + reach, now.length)
  };
  const mapped = pairs(old, now, near, window);
  const [first, last] = [quote.from - near.from, quote.to - near.from];
  const before = mapped.slice(0, first).findLast((place) => place >= 0);
  const after = mapped.slice(last).find((place) => place >= 0);
  const inside = mapped.slice(first, last).filter((place) => place >= 0);
  const from = before === undefined ? inside[0] : before + 1;
  const to = after ?? (inside.at(-1) ?? -2) + 1;
  if (from === undefined || to < 0 || to < from) return null;
  return trimToQuote({ from, to }, inside, quote);
}

/** New words that were put in beside the quote, not in it, do not belong to it: no more than half as much again. */
function trimToQuote(span: Span, inside: Int32Array, quote: Span): Span {
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return span;
  const room = Math.ceil((quote.to - quote.from) / 2) + 2;
  return { from: Math.max(span.from, first - room), to: Math.min(span.to, last + 1 + room) };
}
