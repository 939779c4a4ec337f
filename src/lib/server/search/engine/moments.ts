import { slotBits, type Layout } from '#lib/server/search/engine/layout.ts';
import { DensePostings, mergeTwo, type Postings } from '#lib/server/search/engine/postings.ts';

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
  if (parts.length === 0) return wanted ? new Uint32Array(0) : list;
  const test =
    parts.length > manyParts && list.length * 4 > total(parts) ? testBits(parts, momentCount) : testParts(parts);
  const out = new Uint32Array(list.length);
  let length = 0;
  for (const moment of list) if (test(moment) === wanted) out[length++] = moment;
  return out.subarray(0, length);
}

function testBits(parts: readonly Part[], momentCount: number): (moment: number) => boolean {
  const bits = setBits(parts, momentCount);
  return (moment) => (((bits[moment >>> 5] ?? 0) >>> (moment & 31)) & 1) === 1;
}

function testParts(parts: readonly Part[]): (moment: number) => boolean {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    const { starts, layout } = only;
    return (moment) => starts.inSlots(layout.momentSlots[moment] ?? 0, layout.momentSlots[moment + 1] ?? 0);
  }
  return (moment) => {
    for (const { starts, layout } of parts) {
      if (starts.inSlots(layout.momentSlots[moment] ?? 0, layout.momentSlots[moment + 1] ?? 0)) return true;
    }
    return false;
  };
}

/** Every clause met, nothing excluded. The smallest clause is written out, the others are asked. */
export function evaluate(
  clauses: readonly (readonly Part[])[],
  excluded: readonly Part[],
  momentCount: number
): Uint32Array {
  const [smallest, ...others] = clauses.toSorted((a, b) => total(a) - total(b));
  if (smallest === undefined) return new Uint32Array(0);
  let moments = union(smallest, momentCount);
  for (const clause of others) moments = keep(moments, clause, true, momentCount);
  return excluded.length === 0 ? moments : keep(moments, excluded, false, momentCount);
}
