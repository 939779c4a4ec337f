import { followSpan } from '#lib/domain/citations/align-words.ts';
import { findAll, placeOf, wordsOf, type Place, type PlainCue, type Span } from '#lib/domain/citations/words.ts';

/** What became of a quote since it was made. */
export type Landing =
  /** The same words at the same time. */
  | { kind: 'same'; place: Place }
  /** The same words at another time. */
  | { kind: 'moved'; place: Place }
  /** Other words stand there now; null: the words were taken out and nothing took their place. */
  | { kind: 'changed'; was: string; place: Place | null }
  /** The text may not be read any more, or was replaced as a whole. */
  | { kind: 'withdrawn' };

/** As many words in a row are not found elsewhere by chance. */
const distinctive = 4;

/** At least half of the shorter of two stretches lies in the other: splitting and merging cues move no words. */
function overlaps(a: Place, b: Place): boolean {
  const shared = Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);
  return shared * 2 >= Math.min(a.endMs - a.startMs, b.endMs - b.startMs);
}

const middle = ({ startMs, endMs }: Place) => (startMs + endMs) / 2;

/**
 * Finds a quote again. `old` is the version that was quoted, `now` the one that is read today; null when none may be read.
 * The same words win; among several finds the one where the neighborhood went, then the nearest in time.
 */
export function land(old: readonly PlainCue[], quote: Span, now: readonly PlainCue[] | null): Landing {
  if (now === null) return { kind: 'withdrawn' };
  const oldWords = wordsOf(old);
  const origin = placeOf(oldWords, old, quote);
  if (!origin) return { kind: 'withdrawn' };
  const newWords = wordsOf(now);
  const wanted = oldWords.slice(quote.from, quote.to).map(({ text }) => text);
  const followed = followSpan(oldWords, newWords, quote);
  const found = findAll(newWords, wanted)
    .map((from) => placeOf(newWords, now, { from, to: from + wanted.length }))
    .filter((place) => place !== null);
  const expected = followed && placeOf(newWords, now, followed);
  const inPlace = followed && found.find(({ from, to }) => from >= followed.from && to <= followed.to);
  // short words are at home everywhere: only in their own place are they the same
  const elsewhere = wanted.length >= distinctive || !followed;
  const best = inPlace ?? (elsewhere ? nearest(found, expected ?? origin) : undefined);
  if (best) return { kind: overlaps(best, origin) ? 'same' : 'moved', place: best };
  return { kind: 'changed', was: origin.text, place: expected };
}

const nearest = (places: readonly Place[], to: Place): Place | undefined =>
  [...places].sort((a, b) => Math.abs(middle(a) - middle(to)) - Math.abs(middle(b) - middle(to)))[0];

/**
 * The words that somebody selected: `text` as it stands on a page, near a time. Null when the version does not hold them.
 * White space does not matter; the first and the last word may be cut.
 */
export function locate(cues: readonly PlainCue[], text: string, nearMs: number): Place | null {
  const wanted = text.split(/\s+/u).filter(Boolean);
  const [first = '', last = ''] = [wanted[0], wanted.at(-1)];
  const words = wordsOf(cues);
  const inner = wanted.slice(1, -1);
  const fits = (from: number) =>
    (wanted.length === 1
      ? words[from]?.text.includes(first)
      : words[from]?.text.endsWith(first) && words[from + wanted.length - 1]?.text.startsWith(last)) &&
    inner.every((word, i) => words[from + 1 + i]?.text === word);
  const found: Place[] = [];
  for (let from = 0; wanted.length > 0 && from + wanted.length <= words.length; from++) {
    const place = fits(from) ? placeOf(words, cues, { from, to: from + wanted.length }) : null;
    if (place) found.push(place);
  }
  return found.sort((a, b) => Math.abs(a.startMs - nearMs) - Math.abs(b.startMs - nearMs))[0] ?? null;
}
