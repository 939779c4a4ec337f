import { popcount } from '#lib/server/search/engine/bytes.ts';
import type { DensePostings } from '#lib/server/search/engine/dense-postings.ts';
import type { Layout } from '#lib/server/search/engine/layout.ts';

/** The moments in which each of these lists of one layout stands, ascending. 32 slots are compared at a time. */
export function momentsOfAll(lists: readonly DensePostings[], layout: Layout): Uint32Array {
  const [first, ...others] = lists.map(({ bits }) => bits);
  if (first === undefined) return new Uint32Array(0);
  const continues = layout.continues();
  let heads = first;
  for (const bits of others) heads = headsOfBoth(heads, bits, continues);
  return listMoments(heads, layout);
}

/**
 * Bits of the first slots of moments in which both lists stand. From the last word to the first, each bit wanders to the
 * first slot of its moment: `continues` tells which slots belong to the moment of the slot before them.
 */
function headsOfBoth(a: Uint32Array, b: Uint32Array, continues: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length);
  let carryA = 0;
  let carryB = 0;
  for (let word = a.length - 1; word >= 0; word--) {
    const mask = continues[word] ?? 0;
    const x = towardsHead((a[word] ?? 0) | carryA, mask);
    const y = towardsHead((b[word] ?? 0) | carryB, mask);
    carryA = (x & mask & 1) << 31;
    carryB = (y & mask & 1) << 31;
    out[word] = x & y & ~mask;
  }
  return out;
}

function towardsHead(bits: number, continues: number): number {
  let all = bits;
  for (let moving = bits & continues & ~1; moving !== 0; moving &= continues & ~1) {
    moving >>>= 1;
    all |= moving;
  }
  return all;
}

function listMoments(heads: Uint32Array, { moments }: Layout): Uint32Array {
  let count = 0;
  for (let word = 0; word < heads.length; word++) count += popcount(heads[word] ?? 0);
  const out = new Uint32Array(count);
  let length = 0;
  for (let word = 0; word < heads.length; word++) {
    for (let rest = heads[word] ?? 0; rest !== 0; rest &= rest - 1) {
      out[length++] = moments.at(word * 32 + 31 - Math.clz32(rest & -rest));
    }
  }
  return out;
}
