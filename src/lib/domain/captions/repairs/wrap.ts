import { limits } from '#lib/domain/captions/checks/types.ts';

/** Length of what viewers read of a word with its tags. */
const shownLength = (word: string) => [...word.replace(/<[^<>]*>/g, '').replace(/&[a-z]+;/gi, '.')].length;

const inside = /(<[^<>]*)\s/g;

/** Tags may hold spaces, `<v Ana>`: they are kept together while words are parted. */
const words = (text: string) =>
  text
    .replace(inside, '$1\u0001')
    .split(/\s+/)
    .filter((word) => word !== '');

const lineLength = (line: readonly string[]) => line.reduce((sum, word) => sum + shownLength(word) + 1, -1);

/**
 * The same words on two lines of at most 42 signs, parted where the lines are most alike and, if it can be, after a comma or a
 * full stop. Null: they do not fit, the cue has to be split by somebody who listens.
 */
export function wrapTwo(text: string): string | null {
  const all = words(text);
  const restore = (line: readonly string[]) => line.join(' ').replaceAll('\u0001', ' ');
  if (lineLength(all) <= limits.lineLength) return restore(all);
  let best: { at: number; price: number } | null = null;
  for (let at = 1; at < all.length; at++) {
    const first = lineLength(all.slice(0, at));
    const second = lineLength(all.slice(at));
    if (first > limits.lineLength || second > limits.lineLength) continue;
    const price = Math.abs(first - second) - (/[,.;:!?…]["'»”’)]*$/.test(all[at - 1] ?? '') ? 10 : 0);
    if (!best || price < best.price) best = { at, price };
  }
  return best && `${restore(all.slice(0, best.at))}\n${restore(all.slice(best.at))}`;
}
