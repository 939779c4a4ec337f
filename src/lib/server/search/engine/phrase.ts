import { step, type Layout } from '#lib/server/search/engine/layout.ts';
import { DensePostings } from '#lib/server/search/engine/dense-postings.ts';
import type { Postings } from '#lib/server/search/engine/postings.ts';

/** A word of a phrase: where it stands, and how many words after the first it must stand. */
export interface PhraseWord {
  list: Postings;
  after: number;
}

/** Where a phrase begins, ascending. The rarest word leads, the others are asked. */
export function findPhrase(words: readonly PhraseWord[], layout: Layout): Uint32Array {
  const [leader, ...others] = words.toSorted((a, b) => a.list.count - b.list.count);
  if (leader === undefined) return new Uint32Array(0);
  const candidates =
    leader.list instanceof DensePostings
      ? leader.list.inWords(0, leader.list.bits.length, slotsNear(leader, others))
      : leader.list.positions();
  const out = new Uint32Array(candidates.length);
  let length = 0;
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i] ?? 0;
    if (!stands(others, candidate, leader.after, layout)) continue;
    const start = leader.after === 0 ? candidate : step(layout, candidate, -leader.after);
    if (start >= 0) out[length++] = start;
  }
  return out.subarray(0, length);
}

function stands(others: readonly PhraseWord[], candidate: number, leaderAfter: number, layout: Layout): boolean {
  for (const { list, after } of others) {
    const position = step(layout, candidate, after - leaderAfter);
    if (position < 0 || !list.has(position)) return false;
  }
  return true;
}

const widestMask = 6;

/** Bits of the slots near which all other common words stand too. A word k words away is at most k slots away. */
function slotsNear(leader: PhraseWord, others: readonly PhraseWord[]): Uint32Array | null {
  let mask: Uint32Array | null = null;
  for (const { list, after } of others) {
    const distance = after - leader.after;
    if (!(list instanceof DensePostings) || Math.abs(distance) > widestMask) continue;
    const near = spread(list.bits, distance);
    if (mask === null) mask = near;
    else for (let i = 0; i < near.length; i++) mask[i] = (mask[i] ?? 0) & (near[i] ?? 0);
  }
  return mask;
}

/** Each slot whose own bit or one of the next `distance` (the previous, when negative) is set. */
function spread(bits: Uint32Array, distance: number): Uint32Array {
  const out = bits.slice();
  for (let k = 1; k <= Math.abs(distance); k++) {
    for (let i = 0; i < bits.length; i++) {
      const moved =
        distance > 0
          ? ((bits[i] ?? 0) >>> k) | ((bits[i + 1] ?? 0) << (32 - k))
          : ((bits[i] ?? 0) << k) | ((bits[i - 1] ?? 0) >>> (32 - k));
      out[i] = (out[i] ?? 0) | moved;
    }
  }
  return out;
}
