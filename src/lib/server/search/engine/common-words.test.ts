import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentsOfAll } from '#lib/server/search/engine/common-words.ts';
import { DensePostings } from '#lib/server/search/engine/dense-postings.ts';
import { LayoutWriter, readLayout } from '#lib/server/search/engine/layout.ts';
import { encodePostings } from '#lib/server/search/engine/write-postings.ts';

const slots = 4000;

/** Slots of one word each, in moments of some slots; two words in about a third of the slots. */
function made(lengths: readonly number[], chance: (slot: number, word: number) => boolean) {
  const writer = new LayoutWriter();
  let slot = 0;
  const moments: number[] = [];
  for (let moment = 0; slot < slots; moment++) {
    const length = lengths[moment % lengths.length] ?? 1;
    for (let k = 0; k < length && slot < slots; k++, slot++) {
      writer.slot(3, slot, moment, 0);
      moments.push(moment);
    }
  }
  const layout = readLayout(writer.finish(), (moments.at(-1) ?? 0) + 1);
  const lists = [0, 1, 2].map((word) => {
    const positions = Uint32Array.from(moments.keys())
      .filter((each) => chance(each, word))
      .map((each) => each * 32 + word);
    const list = new DensePostings(encodePostings(positions, positions.length, slots), positions.length, slots);
    return { list, moments: new Set(Array.from(positions, (position) => moments[position >>> 5] ?? 0)) };
  });
  return { layout, lists };
}

test('common words asked together meet in the moments in which all of them stand, in whichever slots', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      (lengths, seed) => {
        const { layout, lists } = made(
          lengths,
          (slot, word) => Math.imul(slot * 3 + word + seed, 2654435761) >>> 0 < 2 ** 31
        );
        const [a, b, c] = lists;
        if (a === undefined || b === undefined || c === undefined) throw new Error('three lists');
        const both = [...a.moments].filter((moment) => b.moments.has(moment));
        expect(Array.from(momentsOfAll([a.list, b.list], layout))).toEqual(both);
        const all = both.filter((moment) => c.moments.has(moment));
        expect(Array.from(momentsOfAll([a.list, b.list, c.list], layout))).toEqual(all);
      }
    ),
    { numRuns: 30 }
  );
});
