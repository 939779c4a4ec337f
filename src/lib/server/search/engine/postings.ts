import type { AscendingNumbers } from '#lib/server/search/engine/ascending.ts';
import { slotBits, slotSize } from '#lib/server/search/engine/layout.ts';

/**
 * Where a term stands, as ascending positions of one language of one segment. Two forms: differences, packed in blocks of 128
 * in as many bits as the largest needs and with a way in to each block (block-postings.ts), and, for words that stand in more than
 * a thirty-second of the slots, a bit for each slot and the offsets apart, where any position is found without reading the rest
 * (dense-postings.ts).
 */
export interface Postings {
  readonly count: number;
  /** Bytes held in memory, for the bound on kept lists. */
  readonly bytes: number;
  /** All positions. Shared: do not write. */
  positions(): Uint32Array;
  /** Is the term at this position? Fastest when asked in ascending order. */
  has(position: number): boolean;
  /** Does the term stand in slots from…to, the last not included? */
  inSlots(from: number, to: number): boolean;
  /** Its positions in slots from…to, the last not included. */
  between(from: number, to: number): Uint32Array;
  /** Those of the ascending moments in which it stands. */
  among(list: Uint32Array, places: Places): Uint32Array;
}

/** The part of a layout that tells moments. */
export interface Places {
  /** Moment of each slot. */
  moments: AscendingNumbers;
  /** First slot of each moment, and the end. */
  momentSlots: AscendingNumbers;
}

/** For lists that answer inSlots() without being read as a whole. */
export function amongSlots(list: Postings, asked: Uint32Array, { momentSlots }: Places): Uint32Array {
  const out = new Uint32Array(asked.length);
  let length = 0;
  for (let i = 0; i < asked.length; i++) {
    const moment = asked[i] ?? 0;
    if (list.inSlots(momentSlots.at(moment), momentSlots.at(moment + 1))) out[length++] = moment;
  }
  return out.subarray(0, length);
}

/** Index of the first value ≥ wanted in sorted values from `low` on, found by steps that double. */
export function lowerBound(values: Uint32Array, wanted: number, low: number): number {
  let from = low;
  let to = low;
  for (let stride = 1; to < values.length && (values[to] ?? 0) < wanted; stride <<= 1) {
    from = to + 1;
    to += stride;
  }
  if (to > values.length) to = values.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Positions in memory. */
export class PositionList implements Postings {
  private readonly list: Uint32Array;
  private last = 0;

  constructor(list: Uint32Array) {
    this.list = list;
  }

  get count(): number {
    return this.list.length;
  }

  get bytes(): number {
    return this.list.byteLength + 64;
  }

  positions(): Uint32Array {
    return this.list;
  }

  private find(wanted: number): number {
    const from = this.last > 0 && (this.list[this.last - 1] ?? 0) >= wanted ? 0 : this.last;
    return (this.last = lowerBound(this.list, wanted, from));
  }

  has(position: number): boolean {
    return this.list[this.find(position)] === position;
  }

  inSlots(from: number, to: number): boolean {
    const at = this.find(from * slotSize);
    return at < this.list.length && (this.list[at] ?? 0) < to * slotSize;
  }

  between(from: number, to: number): Uint32Array {
    const start = this.find(from * slotSize);
    return this.list.subarray(start, lowerBound(this.list, to * slotSize, start));
  }

  among(list: Uint32Array, { moments, momentSlots }: Places): Uint32Array {
    const out = new Uint32Array(Math.min(list.length, this.list.length));
    let length = 0;
    for (let i = 0, at = 0; i < list.length; i++) {
      const moment = list[i] ?? 0;
      at = lowerBound(this.list, momentSlots.at(moment) * slotSize, at);
      if (at >= this.list.length) break;
      if (moments.at((this.list[at] ?? 0) >>> slotBits) === moment) out[length++] = moment;
    }
    return out.subarray(0, length);
  }
}

/** All positions of several lists, each once: merged in pairs, then the pairs, and so on. */
export function mergePostings(lists: readonly Postings[]): Postings {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  let rest = lists.map((list) => list.positions());
  while (rest.length > 1) {
    const merged: Uint32Array[] = [];
    for (let i = 0; i < rest.length; i += 2) {
      merged.push(mergeTwo(rest[i] ?? new Uint32Array(0), rest[i + 1] ?? new Uint32Array(0)));
    }
    rest = merged;
  }
  return new PositionList(rest[0] ?? new Uint32Array(0));
}

/** The values of two ascending lists, ascending, each once. */
export function mergeTwo(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const out = new Uint32Array(a.length + b.length);
  let i = 0;
  let j = 0;
  let length = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    out[length++] = x < y ? x : y;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  while (i < a.length) out[length++] = a[i++] ?? 0;
  while (j < b.length) out[length++] = b[j++] ?? 0;
  return out.subarray(0, length);
}
