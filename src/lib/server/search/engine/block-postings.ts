import { words32 } from '#lib/server/search/engine/bytes.ts';
import { slotSize } from '#lib/server/search/engine/layout.ts';
import {
  amongSlots,
  lowerBound,
  PositionList,
  type Places,
  type Postings
} from '#lib/server/search/engine/postings.ts';
import { blockSize } from '#lib/server/search/engine/write-postings.ts';

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
