import { ByteWriter, bytesOf, NumberList } from '#lib/server/search/engine/bytes.ts';
import { slotBits, slotSize } from '#lib/server/search/engine/layout.ts';

export const blockSize = 128;
/**
 * Bits take more room than differences for words that stand in less than a tenth of the slots, and answer two words asked
 * together in a fraction of the time; down to a thirty-second the file grows by 3 %.
 */
const denseShare = 32;
const leastDense = 1024;
export const superblockBits = 9;

export const formPlain = 0;
export const formBlocks = 1;
export const formDense = 2;

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
