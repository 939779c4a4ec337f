import { popcount } from '#lib/server/search/engine/bytes.ts';
import { slotBits, type Layout } from '#lib/server/search/engine/layout.ts';
import { momentsOfAll } from '#lib/server/search/engine/common-words.ts';
import { DensePostings } from '#lib/server/search/engine/dense-postings.ts';
import { mergeTwo, type Postings } from '#lib/server/search/engine/postings.ts';

// Typed arrays are walked by index in this folder: `for … of` goes through their iterator and takes four times as long.

/** A place in the text that meets an atom: starts of matches in one language, all of them `width` words wide. */
export interface Part {
  layout: Layout;
  language: string;
  starts: Postings;
  width: number;
}

/** The moments in which the matches of a part begin, ascending, each once. */
export function momentsOf({ layout, starts }: Part): Uint32Array {
  if (starts instanceof DensePostings) return momentsOfBits(starts, layout);
  const { moments } = layout;
  const out = new Uint32Array(starts.count + 1);
  let length = 0;
  let last = -1;
  const positions = starts.positions();
  for (let i = 0; i < positions.length; i++) {
    const moment = moments.at((positions[i] ?? 0) >>> slotBits);
    out[length] = moment;
    length += differs(moment, last);
    last = moment;
  }
  return out.subarray(0, length);
}

/** 1 when two numbers below 2^31 differ, without a jump that the processor would guess wrong half of the time. */
const differs = (a: number, b: number) => ((a - b) | (b - a)) >>> 31;

function momentsOfBits({ bits, count }: DensePostings, { moments }: Layout): Uint32Array {
  const out = new Uint32Array(count);
  let length = 0;
  let last = -1;
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0;
    while (rest !== 0) {
      const moment = moments.at(word * 32 + 31 - Math.clz32(rest & -rest));
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
    if (starts instanceof DensePostings) setBitsOfSlots(bits, starts.bits, layout);
    else setBitsOfPositions(bits, starts.positions(), layout);
  }
  return bits;
}

function setBitsOfPositions(bits: Uint32Array, positions: Uint32Array, { moments }: Layout): void {
  for (let i = 0; i < positions.length; i++) {
    const moment = moments.at((positions[i] ?? 0) >>> slotBits);
    bits[moment >>> 5] = (bits[moment >>> 5] ?? 0) | (1 << (moment & 31));
  }
}

function setBitsOfSlots(bits: Uint32Array, slots: Uint32Array, { moments }: Layout): void {
  for (let word = 0; word < slots.length; word++) {
    let rest = slots[word] ?? 0;
    while (rest !== 0) {
      const moment = moments.at(word * 32 + 31 - Math.clz32(rest & -rest));
      bits[moment >>> 5] = (bits[moment >>> 5] ?? 0) | (1 << (moment & 31));
      rest &= rest - 1;
    }
  }
}

function listBits(bits: Uint32Array): Uint32Array {
  let count = 0;
  for (let word = 0; word < bits.length; word++) count += popcount(bits[word] ?? 0);
  const out = new Uint32Array(count);
  let length = 0;
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0;
    while (rest !== 0) {
      out[length++] = word * 32 + 31 - Math.clz32(rest & -rest);
      rest &= rest - 1;
    }
  }
  return out;
}

/** A list this many times longer is asked moment by moment instead of being read; one of bits much sooner. */
const muchLonger = { read: 32, bits: 3 };

/** Moments of the list in which a part begins (`wanted`), or in which none does. */
export function keep(list: Uint32Array, parts: readonly Part[], wanted: boolean, momentCount: number): Uint32Array {
  const allBits = parts.every(({ starts }) => starts instanceof DensePostings);
  if (total(parts) < list.length * (allBits ? muchLonger.bits : muchLonger.read))
    return keepByBits(list, setBits(parts, momentCount), wanted);
  let among: Uint32Array = new Uint32Array(0);
  for (const { starts, layout } of parts) among = mergeTwo(among, starts.among(list, layout));
  return wanted ? among : without(list, among);
}

function keepByBits(list: Uint32Array, bits: Uint32Array, wanted: boolean): Uint32Array {
  const out = new Uint32Array(list.length + 1);
  const flip = wanted ? 0 : 1;
  let length = 0;
  for (let i = 0; i < list.length; i++) {
    const moment = list[i] ?? 0;
    out[length] = moment;
    length += (((bits[moment >>> 5] ?? 0) >>> (moment & 31)) & 1) ^ flip;
  }
  return out.subarray(0, length);
}

/** Values of the list that are not in `others`, which are all in the list. */
function without(list: Uint32Array, others: Uint32Array): Uint32Array {
  const out = new Uint32Array(list.length - others.length);
  let length = 0;
  let next = 0;
  for (let i = 0; i < list.length; i++) {
    const value = list[i] ?? 0;
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
  const [smallest, ...others] = clauses.toSorted((a, b) => total(a) - total(b));
  if (smallest === undefined) return new Uint32Array(0);
  const common = commonWords(clauses);
  let moments = common === null ? union(smallest, momentCount) : momentsOfAll(common.lists, common.layout);
  if (common === null) for (const clause of others) moments = keep(moments, clause, true, momentCount);
  return excluded.length === 0 ? moments : keep(moments, excluded, false, momentCount);
}

/** The lists of the clauses when each is one common word of the same language. */
function commonWords(clauses: readonly (readonly Part[])[]): { lists: DensePostings[]; layout: Layout } | null {
  const layout = clauses[0]?.[0]?.layout;
  if (layout === undefined || clauses.length < 2) return null;
  const lists: DensePostings[] = [];
  for (const [part, other] of clauses) {
    if (other !== undefined || part?.layout !== layout || !(part.starts instanceof DensePostings)) return null;
    lists.push(part.starts);
  }
  return { lists, layout };
}
