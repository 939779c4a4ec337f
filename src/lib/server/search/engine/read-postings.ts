import { ByteReader } from '#lib/server/search/engine/bytes.ts';
import { BlockPostings } from '#lib/server/search/engine/block-postings.ts';
import { DensePostings } from '#lib/server/search/engine/dense-postings.ts';
import { PositionList, type Postings } from '#lib/server/search/engine/postings.ts';
import { formBlocks, formDense } from '#lib/server/search/engine/write-postings.ts';

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
