import { slotBits, type Layout } from '#lib/server/search/engine/layout.ts';
import { BlockPostings, DensePostings, mergeTwo, type Postings } from '#lib/server/search/engine/postings.ts';

/** A place in the text that meets an atom: starts of matches in one language, all of them `width` words wide. */
export interface Part {
  layout: Layout;
  language: string;
  starts: Postings;
  width: number;
}

/** The moments in which the matches of a part begin, ascending, each once. */
export function momentsOf({ layout, starts }: Part): Uint32Array {
  return starts instanceof DensePostings
    ? momentsOfBits(starts, layout)
    : momentsOfPositions(starts.positions(), layout);
}

function momentsOfPositions(positions: Uint32Array, { moments }: Layout): Uint32Array {
  const out = new Uint32Array(positions.length);
  let length = 0;
  let last = -1;
  for (const position of positions) {
    const moment = moments[position >>> slotBits] ?? 0;
    if (moment !== last) out[length++] = last = moment;
  }
  return out.subarray(0, length);
}

function momentsOfBits({ bits, count }: DensePostings, { moments }: Layout): Uint32Array {
  const out = new Uint32Array(count);
  let length = 0;
  let last = -1;
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0;
    while (rest !== 0) {
      const moment = moments[word * 32 + 31 - Math.clz32(rest & -rest)] ?? 0;
      if (moment !== last) out[length++] = last = moment;
      rest &= rest - 1;
    }
  }
  return out.subarray(0, length);
}

const total = (parts: readonly Part[]) => parts.reduce((sum, { starts }) => sum + starts.count, 0);

/** The moments of any of the parts. */
export function union(parts: readonly Part[], momentCount: number): Uint32Array {
  const [first, second] = parts;
  if (first === undefined) return new Uint32Array(0);
  if (second === undefined) return momentsOf(first);
  if (parts.length === 2) return mergeTwo(momentsOf(first), momentsOf(second));
  return listBits(setBits(parts, momentCount));
}

function setBits(parts: readonly Part[], momentCount: number): Uint32Array {
  const bits = new Uint32Array((momentCount + 31) >>> 5);
  for (const { layout, starts } of parts) {
    const { moments } = layout;
    for (const position of starts.positions()) {
      const moment = moments[position >>> slotBits] ?? 0;
      bits[moment >>> 5] = (bits[moment >>> 5] ?? 0) | (1 << (moment & 31));
    }
  }
  return bits;
}

function listBits(bits: Uint32Array): Uint32Array {
  const out: number[] = [];
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0;
    while (rest !== 0) {
      out.push(word * 32 + 31 - Math.clz32(rest & -rest));
      rest &= rest - 1;
    }
  }
  return Uint32Array.from(out);
}

const manyParts = 6;

/** Moments of the list in which a part begins (`wanted`), or in which none does. */
export function keep(list: Uint32Array, parts: readonly Part[], wanted: boolean, momentCount: number): Uint32Array {
  if (parts.length > manyParts) return keepByBits(list, setBits(parts, momentCount), wanted);
  let among: Uint32Array = new Uint32Array(0);
  for (const { starts, layout } of parts) among = mergeTwo(among, starts.among(list, layout));
  return wanted ? among : without(list, among);
}

function keepByBits(list: Uint32Array, bits: Uint32Array, wanted: boolean): Uint32Array {
  const out = new Uint32Array(list.length);
  const bit = wanted ? 1 : 0;
  let length = 0;
  for (const moment of list) if ((((bits[moment >>> 5] ?? 0) >>> (moment & 31)) & 1) === bit) out[length++] = moment;
  return out.subarray(0, length);
}

/** Values of the list that are not in `others`, which are all in the list. */
function without(list: Uint32Array, others: Uint32Array): Uint32Array {
  const out = new Uint32Array(list.length - others.length);
  let length = 0;
  let next = 0;
  for (const value of list) {
    if (value === others[next]) next++;
    else out[length++] = value;
  }
  return out;
}

/** Every clause met, nothing excluded. The smallest clause is written out, the others are asked. */
export function evaluate(
  clauses: readonly (readonly Part[])[],
  excluded: readonly Part[],
  momentCount: number
): Uint32Array {
  const sorted = clauses.toSorted((a, b) => total(a) - total(b));
  const [smallest, ...others] = sorted;
  if (smallest === undefined) return new Uint32Array(0);
  let moments: Uint32Array;
  if (others.length > 0 && simple(sorted)) moments = meetByPosition(sorted);
  else {
    moments = union(smallest, momentCount);
    for (const clause of others) moments = keep(moments, clause, true, momentCount);
  }
  return excluded.length === 0 ? moments : keep(moments, excluded, false, momentCount);
}

/** Few parts in one language only: then positions are compared, and few of them need their moment looked up. */
function simple(clauses: readonly (readonly Part[])[]): boolean {
  const layout = clauses[0]?.[0]?.layout;
  return clauses.every((parts) => parts.length <= 2 && parts.every((part) => part.layout === layout));
}

function meetByPosition([smallest = [], ...others]: readonly (readonly Part[])[]): Uint32Array {
  let positions: Uint32Array = new Uint32Array(0);
  for (const { starts } of smallest) positions = mergeTwo(positions, starts.positions());
  const layout = smallest[0]?.layout;
  if (layout === undefined) return positions;
  for (const parts of others) {
    let met: Uint32Array = new Uint32Array(0);
    for (const { starts } of parts) met = mergeTwo(met, starts.near(positions, layout));
    positions = met;
  }
  return momentsOfPositions(positions, layout);
}
