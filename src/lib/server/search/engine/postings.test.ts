import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AscendingNumbers } from '#lib/server/search/engine/ascending.ts';
import { DensePostings } from '#lib/server/search/engine/dense-postings.ts';
import { encodeForms, onlyForms } from '#lib/server/search/engine/forms.ts';
import { mergePostings, PositionList } from '#lib/server/search/engine/postings.ts';
import { readPostings } from '#lib/server/search/engine/read-postings.ts';
import { encodePostings } from '#lib/server/search/engine/write-postings.ts';

/** Repeatable pseudo-random numbers from 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const slots = 20_000;

function someList(share: number, seed: number): Uint32Array {
  const random = randomNumbers(seed);
  const positions: number[] = [];
  for (let slot = 0; slot < slots; slot++) {
    if (random() > share) continue;
    const offset = Math.floor(random() * 32);
    for (let o = offset; o < 32; o += 1 + Math.floor(random() * 40)) positions.push(slot * 32 + o);
  }
  return Uint32Array.from(positions);
}

const slotsWith = (list: Uint32Array) => new Set(Array.from(list, (position) => position >>> 5)).size;

test.each([
  ['differences', 0.002, 'PositionList'],
  ['differences in blocks', 0.02, 'BlockPostings'],
  ['bits', 0.3, 'DensePostings']
])('a list kept as %s answers as the list itself', (_, share, form) => {
  const list = someList(share, 7);
  const encoded = encodePostings(list, slotsWith(list), slots);
  const read = () => readPostings(encoded, list.length, slots);
  expect(read().constructor.name).toBe(form);
  expect(read().positions()).toEqual(list);
  const stored = new Set(list);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: slots * 32 - 1 }), { maxLength: 60 }), fc.boolean(), (asked, ascending) => {
      const postings = read();
      const near = asked.map((position, i) => (i % 2 === 0 ? position : (list[position % list.length] ?? 0)));
      if (ascending) near.sort((a, b) => a - b);
      for (const position of near) expect(postings.has(position)).toBe(stored.has(position));
      for (const position of near) {
        const from = position >>> 5;
        for (const width of [0, 1, 3, 70, 2_000]) {
          const to = Math.min(slots, from + width);
          const within = list.filter((each) => each >>> 5 >= from && each >>> 5 < to);
          expect(postings.inSlots(from, to)).toBe(within.length > 0);
          expect(postings.between(from, to)).toEqual(within);
        }
      }
    }),
    { numRuns: 15 }
  );
});

test.each([0.002, 0.02, 0.3])('of some moments, those in which a list of share %f stands', (share) => {
  // three slots a moment
  const moments = Uint32Array.from({ length: slots }, (_, slot) => Math.floor(slot / 3));
  const momentSlots = Uint32Array.from({ length: Math.ceil(slots / 3) + 1 }, (_, moment) => moment * 3);
  const list = someList(share, 11);
  const encoded = encodePostings(list, slotsWith(list), slots);
  const stands = new Set(Array.from(list, (position) => moments[position >>> 5]));
  for (const stride of [1, 2, 7, 100, 3_000]) {
    const some = Uint32Array.from({ length: Math.floor((momentSlots.length - 1) / stride) }, (_, i) => i * stride);
    const among = readPostings(encoded, list.length, slots).among(some, {
      moments: new AscendingNumbers(moments),
      momentSlots: new AscendingNumbers(momentSlots)
    });
    expect(among).toEqual(some.filter((moment) => stands.has(moment)));
  }
});

test('bits give only the slots of a mask', () => {
  const list = someList(0.3, 3);
  const postings = readPostings(encodePostings(list, slotsWith(list), slots), list.length, slots);
  if (!(postings instanceof DensePostings)) throw new Error('expected bits');
  const mask = Uint32Array.from(postings.bits, (_, i) => (i % 3 === 0 ? 0xf0f0f0f0 : 0));
  const wanted = list.filter((position) => ((mask[position >>> 10] ?? 0) >>> ((position >>> 5) & 31)) & 1);
  expect(postings.inWords(0, postings.bits.length, mask)).toEqual(wanted);
});

test.each([2, 3, 9, 200, 300])('of %i forms each can be taken alone', (formCount) => {
  const list = someList(0.03, 5);
  const forms = Uint16Array.from(list, (position) => position % formCount);
  const packed = encodeForms(forms, formCount);
  if (packed === null) throw new Error('expected forms');
  const only = onlyForms(new PositionList(list), packed, formCount, new Set([1]));
  expect(only.positions()).toEqual(list.filter((position) => position % formCount === 1));
});

test('merged lists have each position once, ascending', () => {
  const lists = [1, 2, 3, 4, 5].map((seed) => someList(0.01, seed));
  const merged = mergePostings(lists.map((list) => new PositionList(list))).positions();
  expect(Array.from(merged)).toEqual([...new Set(lists.flatMap((list) => Array.from(list)))].sort((a, b) => a - b));
});
