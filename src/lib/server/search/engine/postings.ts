import { ByteReader, ByteWriter, bytesOf, NumberList, popcount, words32 } from '#lib/server/search/engine/bytes.ts';
import { slotBits, slotSize } from '#lib/server/search/engine/layout.ts';

/**
 * Where a term stands, as ascending positions of one language of one segment. Two forms: differences, packed in blocks of 128
 * in as many bits as the largest needs and with a way in to each block, and, for words that stand in more than a tenth of the slots, a bit for each slot and the offsets
 * apart, where any position is found without reading the rest.
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
  moments: Uint32Array;
  /** First slot of each moment, and the end. */
  momentSlots: Uint32Array;
}

/** For lists that answer inSlots() without being read as a whole. */
function amongSlots(list: Postings, asked: Uint32Array, { momentSlots }: Places): Uint32Array {
  const out = new Uint32Array(asked.length);
  let length = 0;
  for (let i = 0; i < asked.length; i++) {
    const moment = asked[i] ?? 0;
    if (list.inSlots(momentSlots[moment] ?? 0, momentSlots[moment + 1] ?? 0)) out[length++] = moment;
  }
  return out.subarray(0, length);
}

export const blockSize = 128;
const denseShare = 10;
const leastDense = 1024;
const superblockBits = 9;

const formPlain = 0;
const formBlocks = 1;
const formDense = 2;

/** Bytes of ascending positions that stand in `slotsWith` different ones of `slots` slots. */
export function encodePostings(positions: Uint32Array, slotsWith: number, slots: number): Uint8Array {
  if (slotsWith >= leastDense && slotsWith * denseShare >= slots) return encodeDense(positions, slotsWith, slots);
  return positions.length <= blockSize ? encodePlain(positions) : encodeBlocks(positions);
}

const scratch = new ByteWriter(1 << 16);

function encodePlain(positions: Uint32Array): Uint8Array {
  scratch.reset();
  scratch.byte(formPlain);
  let last = 0;
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i] ?? 0;
    scratch.varint(position - last);
    last = position;
  }
  return scratch.take();
}

/**
 * form, three bytes of nothing, then per block its first position and a way to its differences (index of the word · 32 + bits
 * of each), then the packed differences.
 */
function encodeBlocks(positions: Uint32Array): Uint8Array {
  const blocks = Math.ceil(positions.length / blockSize);
  const ways = new Uint32Array(blocks * 2);
  const packed = new NumberList(positions.length);
  for (let block = 0; block < blocks; block++) {
    const from = block * blockSize;
    const to = Math.min(positions.length, from + blockSize);
    let largest = 0;
    for (let i = from + 1; i < to; i++) largest |= (positions[i] ?? 0) - (positions[i - 1] ?? 0);
    const width = 32 - Math.clz32(largest);
    ways[block * 2] = positions[from] ?? 0;
    ways[block * 2 + 1] = packed.length * 32 + width;
    pack(positions, from, to, width, packed);
  }
  const blob = new Uint8Array(4 + ways.byteLength + packed.length * 4);
  blob[0] = formBlocks;
  blob.set(bytesOf(ways), 4);
  blob.set(bytesOf(packed.view()), 4 + ways.byteLength);
  return blob;
}

function pack(positions: Uint32Array, from: number, to: number, width: number, packed: NumberList): void {
  let word = 0;
  let used = 0;
  for (let i = from + 1; i < to; i++) {
    const difference = (positions[i] ?? 0) - (positions[i - 1] ?? 0);
    word |= difference << used;
    used += width;
    if (used < 32) continue;
    packed.push(word >>> 0);
    used -= 32;
    word = used === 0 ? 0 : difference >>> (width - used);
  }
  if (used > 0) packed.push(word >>> 0);
}

/**
 * form, three bytes of nothing, number of slots with the term, bits of the slots, per superblock of 512 slots the number of
 * slots with the term and of further offsets before it, then one byte a slot (offset, +128 when more stand in the slot) and
 * the further offsets (+128 when one more follows).
 */
function encodeDense(positions: Uint32Array, slotsWith: number, slots: number): Uint8Array {
  const bits = new Uint32Array((slots + 31) >>> 5);
  const superblocks = (slots >>> superblockBits) + 1;
  const ranks = new Uint32Array(superblocks);
  const furtherRanks = new Uint32Array(superblocks);
  const offsets = new Uint8Array(slotsWith);
  const further = new Uint8Array(positions.length - slotsWith);
  let used = 0;
  let usedFurther = 0;
  let block = 0;
  for (let i = 0; i < positions.length;) {
    const position = positions[i] ?? 0;
    const slot = position >>> slotBits;
    while (block <= slot >>> superblockBits) {
      ranks[block] = used;
      furtherRanks[block++] = usedFurther;
    }
    bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
    let end = i + 1;
    while (end < positions.length && (positions[end] ?? 0) >>> slotBits === slot) end++;
    offsets[used++] = (position & (slotSize - 1)) | (end > i + 1 ? 128 : 0);
    for (let k = i + 1; k < end; k++)
      further[usedFurther++] = ((positions[k] ?? 0) & (slotSize - 1)) | (k + 1 < end ? 128 : 0);
    i = end;
  }
  while (block < superblocks) {
    ranks[block] = used;
    furtherRanks[block++] = usedFurther;
  }
  const head = 8;
  const blob = new Uint8Array(head + bits.byteLength + superblocks * 8 + slotsWith + further.length);
  blob[0] = formDense;
  blob.set(bytesOf(Uint32Array.of(slotsWith)), 4);
  blob.set(bytesOf(bits), head);
  blob.set(bytesOf(ranks), head + bits.byteLength);
  blob.set(bytesOf(furtherRanks), head + bits.byteLength + superblocks * 4);
  blob.set(offsets, head + bits.byteLength + superblocks * 8);
  blob.set(further, head + bits.byteLength + superblocks * 8 + slotsWith);
  return blob;
}

/** What encodePostings() wrote; `count` and `slots` are known from the term and the layout. */
export function readPostings(blob: Uint8Array, count: number, slots: number): Postings {
  if (blob[0] === formDense) return new DensePostings(blob, count, slots);
  if (blob[0] === formBlocks) return new BlockPostings(blob, count);
  return new PositionList(decodePlain(blob, count));
}

function decodePlain(blob: Uint8Array, count: number): Uint32Array {
  const positions = new Uint32Array(count);
  const reader = new ByteReader(blob, 1);
  let position = 0;
  for (let i = 0; i < count; i++) positions[i] = position += reader.varint();
  return positions;
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
      at = lowerBound(this.list, (momentSlots[moment] ?? 0) * slotSize, at);
      if (at >= this.list.length) break;
      if (moments[(this.list[at] ?? 0) >>> slotBits] === moment) out[length++] = moment;
    }
    return out.subarray(0, length);
  }
}

/** Decoded block by block as long as few are asked for, as a whole from then on. */
export class BlockPostings implements Postings {
  readonly count: number;
  private readonly ways: Uint32Array;
  private readonly packed: Uint32Array;
  private readonly blocks: number;
  private readonly block = new Uint32Array(blockSize);
  private current = -1;
  private decoded = 0;
  private whole: PositionList | null = null;

  constructor(blob: Uint8Array, count: number) {
    this.count = count;
    this.blocks = Math.ceil(count / blockSize);
    const words = words32(blob, 4, (blob.byteLength - 4) >>> 2);
    this.ways = words.subarray(0, this.blocks * 2);
    this.packed = words.subarray(this.blocks * 2);
  }

  get bytes(): number {
    return this.ways.byteLength + this.packed.byteLength + (this.whole?.bytes ?? 0) + 1024;
  }

  private first(block: number): number {
    return this.ways[block * 2] ?? 0;
  }

  private sizeOf(block: number): number {
    return Math.min(blockSize, this.count - block * blockSize);
  }

  private all(): PositionList {
    if (this.whole !== null) return this.whole;
    const list = new Uint32Array(this.count);
    for (let block = 0; block < this.blocks; block++) this.decode(block, list, block * blockSize);
    return (this.whole = new PositionList(list));
  }

  private decode(block: number, out: Uint32Array, at: number): void {
    const { packed } = this;
    const way = this.ways[block * 2 + 1] ?? 0;
    const width = way & 31;
    const mask = (1 << width) - 1;
    const end = at + this.sizeOf(block);
    let position = this.first(block);
    let next = way >>> 5;
    let word = packed[next] ?? 0;
    let used = 0;
    out[at] = position;
    for (let i = at + 1; i < end; i++) {
      let difference = word >>> used;
      used += width;
      if (used >= 32) {
        used -= 32;
        word = packed[++next] ?? 0;
        if (used > 0) difference |= word << (width - used);
      }
      out[i] = position += difference & mask;
    }
  }

  positions(): Uint32Array {
    return this.all().positions();
  }

  /** Hands over all positions, a block at a time in the same array, without keeping them. */
  walk(visit: (positions: Uint32Array, count: number) => void): void {
    if (this.whole !== null) return visit(this.whole.positions(), this.count);
    this.current = -1;
    for (let block = 0; block < this.blocks; block++) {
      this.decode(block, this.block, 0);
      visit(this.block, this.sizeOf(block));
    }
  }

  among(list: Uint32Array, places: Places): Uint32Array {
    if (list.length * 4 > this.blocks) return this.all().among(list, places);
    return amongSlots(this, list, places);
  }

  /** The block that may hold the position, or null when all blocks begin after it. */
  private open(position: number): Uint32Array | null {
    let low = 0;
    let high = this.blocks;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.first(middle) <= position) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return null;
    if (this.current !== low - 1) {
      this.decode((this.current = low - 1), this.block, 0);
      this.decoded++;
    }
    return this.block.subarray(0, this.sizeOf(this.current));
  }

  /** Beyond a quarter of the blocks it is cheaper to have them all. */
  private get many(): boolean {
    return this.whole !== null || this.decoded * 4 > this.blocks;
  }

  has(position: number): boolean {
    if (this.many) return this.all().has(position);
    const block = this.open(position);
    return block !== null && block[lowerBound(block, position, 0)] === position;
  }

  inSlots(from: number, to: number): boolean {
    if (this.many) return this.all().inSlots(from, to);
    const end = to * slotSize;
    const block = this.open(from * slotSize);
    if (block !== null) {
      const at = lowerBound(block, from * slotSize, 0);
      if (at < block.length) return (block[at] ?? 0) < end;
    }
    const next = block === null ? 0 : this.current + 1;
    return next < this.blocks && this.first(next) < end;
  }

  between(from: number, to: number): Uint32Array {
    if (this.many) return this.all().between(from, to);
    const end = to * slotSize;
    const first = this.open(from * slotSize) === null ? 0 : this.current;
    let last = first;
    while (last + 1 < this.blocks && this.first(last + 1) < end) last++;
    if (last - first > 8) return this.all().between(from, to);
    const list = new Uint32Array((last - first + 1) * blockSize);
    let length = 0;
    for (let i = first; i <= last; i++) {
      this.decode(i, list, length);
      length += this.sizeOf(i);
    }
    const filled = list.subarray(0, length);
    const start = lowerBound(filled, from * slotSize, 0);
    return filled.subarray(start, lowerBound(filled, end, start));
  }
}

export class DensePostings implements Postings {
  readonly count: number;
  /** One bit a slot. */
  readonly bits: Uint32Array;
  private readonly ranks: Uint32Array;
  private readonly furtherRanks: Uint32Array;
  private readonly offsets: Uint8Array;
  private readonly further: Uint8Array;
  private readonly size: number;
  private list: Uint32Array | null = null;

  constructor(blob: Uint8Array, count: number, slots: number) {
    this.count = count;
    this.size = blob.byteLength;
    const words = (slots + 31) >>> 5;
    const superblocks = (slots >>> superblockBits) + 1;
    const slotsWith = words32(blob, 4, 1)[0] ?? 0;
    this.bits = words32(blob, 8, words);
    this.ranks = words32(blob, 8 + words * 4, superblocks);
    this.furtherRanks = words32(blob, 8 + (words + superblocks) * 4, superblocks);
    const at = 8 + (words + superblocks * 2) * 4;
    this.offsets = blob.subarray(at, at + slotsWith);
    this.further = blob.subarray(at + slotsWith);
  }

  get bytes(): number {
    return this.size + (this.list?.byteLength ?? 0) + 256;
  }

  positions(): Uint32Array {
    return (this.list ??= this.inWords(0, this.bits.length, null));
  }

  /** Positions in slots of bit words from…to−1, where `mask`, if given, has the slot's bit. */
  inWords(from: number, to: number, mask: Uint32Array | null): Uint32Array {
    const out = new Uint32Array(mask === null && to - from === this.bits.length ? this.count : 1024);
    return this.collect(from, to, mask, out);
  }

  private collect(from: number, to: number, mask: Uint32Array | null, room: Uint32Array): Uint32Array {
    let out = room;
    let length = 0;
    let { rank, further } = this.rankOf(from * 32);
    for (let word = from; word < to; word++) {
      let bits = this.bits[word] ?? 0;
      const wanted = mask === null ? bits : bits & (mask[word] ?? 0);
      if (length + 32 * slotSize > out.length && length + popcount(wanted) * slotSize > out.length) {
        const larger = new Uint32Array(out.length * 2 + 32 * slotSize);
        larger.set(out);
        out = larger;
      }
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        const keep = (wanted >>> bit) & 1;
        const base = (word * 32 + bit) * slotSize;
        let offset = this.offsets[rank++] ?? 0;
        if (keep) out[length++] = base + (offset & 127);
        while (offset > 127) {
          offset = this.further[further++] ?? 0;
          if (keep) out[length++] = base + (offset & 127);
        }
        bits &= bits - 1;
      }
    }
    return out.subarray(0, length);
  }

  /** How many slots with the term, and how many further offsets, stand before the slot. */
  private rankOf(slot: number): { rank: number; further: number } {
    const block = slot >>> superblockBits;
    let rank = this.ranks[block] ?? this.offsets.length;
    let further = this.furtherRanks[block] ?? this.further.length;
    const start = rank;
    const lastWord = slot >>> 5;
    for (let word = block << (superblockBits - 5); word < lastWord; word++) rank += popcount(this.bits[word] ?? 0);
    if ((slot & 31) > 0) rank += popcount((this.bits[lastWord] ?? 0) & ((1 << (slot & 31)) - 1));
    for (let i = start; i < rank; i++) {
      if ((this.offsets[i] ?? 0) < 128) continue;
      while ((this.further[further++] ?? 0) > 127);
    }
    return { rank, further };
  }

  private rankOnly(slot: number): number {
    const block = slot >>> superblockBits;
    let rank = this.ranks[block] ?? 0;
    const lastWord = slot >>> 5;
    for (let word = block << (superblockBits - 5); word < lastWord; word++) rank += popcount(this.bits[word] ?? 0);
    return rank + popcount((this.bits[lastWord] ?? 0) & ((1 << (slot & 31)) - 1));
  }

  has(position: number): boolean {
    const slot = position >>> slotBits;
    if ((((this.bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 0) return false;
    const wanted = position & (slotSize - 1);
    const first = this.offsets[this.rankOnly(slot)] ?? 0;
    if ((first & 127) === wanted) return true;
    if (first < 128 || (first & 127) > wanted) return false;
    let { further } = this.rankOf(slot);
    for (;;) {
      const offset = this.further[further++] ?? 0;
      if ((offset & 127) === wanted) return true;
      if (offset < 128) return false;
    }
  }

  inSlots(from: number, to: number): boolean {
    const first = from >>> 5;
    const last = (to - 1) >>> 5;
    if (to <= from) return false;
    const low = -1 << (from & 31);
    const high = -1 >>> (31 - ((to - 1) & 31));
    if (first === last) return ((this.bits[first] ?? 0) & low & high) !== 0;
    if (((this.bits[first] ?? 0) & low) !== 0 || ((this.bits[last] ?? 0) & high) !== 0) return true;
    for (let word = first + 1; word < last; word++) if (this.bits[word] !== 0) return true;
    return false;
  }

  among(list: Uint32Array, places: Places): Uint32Array {
    return amongSlots(this, list, places);
  }

  between(from: number, to: number): Uint32Array {
    if (!this.inSlots(from, to)) return new Uint32Array(0);
    if (to - from > 1024) {
      const list = this.inWords(from >>> 5, ((to - 1) >>> 5) + 1, null);
      const start = lowerBound(list, from * slotSize, 0);
      return list.subarray(start, lowerBound(list, to * slotSize, start));
    }
    const out: number[] = [];
    let { rank, further } = this.rankOf(from);
    for (let slot = from; slot < to; slot++) {
      if ((((this.bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 0) continue;
      let offset = this.offsets[rank++] ?? 0;
      out.push(slot * slotSize + (offset & 127));
      while (offset > 127) {
        offset = this.further[further++] ?? 0;
        out.push(slot * slotSize + (offset & 127));
      }
    }
    return Uint32Array.from(out);
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

// Which form of the term each posting is: as few bits a posting as the number of forms asks for.
const widthFor = (forms: number) => (forms <= 2 ? 1 : forms <= 4 ? 2 : forms <= 16 ? 4 : forms <= 256 ? 8 : 16);

/** One form number a posting, packed; null when the term has one form only. */
export function encodeForms(forms: Uint16Array, formCount: number): Uint8Array | null {
  if (formCount < 2) return null;
  const width = widthFor(formCount);
  if (width === 16) return new Uint8Array(forms.slice().buffer);
  const packed = new Uint8Array(Math.ceil((forms.length * width) / 8));
  for (let i = 0; i < forms.length; i++) {
    const bit = i * width;
    packed[bit >>> 3] = (packed[bit >>> 3] ?? 0) | ((forms[i] ?? 0) << (bit & 7));
  }
  return packed;
}

/** The postings whose form is one of `wanted`. */
export function onlyForms(
  list: Postings,
  packed: Uint8Array,
  formCount: number,
  wanted: ReadonlySet<number>
): Postings {
  const width = widthFor(formCount);
  const positions = list.positions();
  const mask = (1 << width) - 1;
  const keep = Array.from({ length: formCount }, (_, form) => wanted.has(form));
  const out = new Uint32Array(positions.length);
  let length = 0;
  for (let i = 0; i < positions.length; i++) {
    const bit = i * width;
    const low = packed[bit >>> 3] ?? 0;
    const form = width === 16 ? low | ((packed[(bit >>> 3) + 1] ?? 0) << 8) : (low >>> (bit & 7)) & mask;
    if (keep[form]) out[length++] = positions[i] ?? 0;
  }
  return new PositionList(out.slice(0, length));
}
