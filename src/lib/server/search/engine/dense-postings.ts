import { popcount, words32 } from '#lib/server/search/engine/bytes.ts';
import { slotBits, slotSize } from '#lib/server/search/engine/layout.ts';
import { amongSlots, lowerBound, type Places, type Postings } from '#lib/server/search/engine/postings.ts';
import { superblockBits } from '#lib/server/search/engine/write-postings.ts';

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

  /** The slots with the term, ascending. */
  slots(): Uint32Array {
    const out = new Uint32Array(this.offsets.length);
    let length = 0;
    for (let word = 0; word < this.bits.length; word++) {
      for (let rest = this.bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
        out[length++] = word * 32 + 31 - Math.clz32(rest & -rest);
      }
    }
    return out;
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
