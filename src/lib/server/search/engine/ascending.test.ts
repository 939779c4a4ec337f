import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AscendingNumbers } from '#lib/server/search/engine/ascending.ts';

test('numbers that never fall are what they were, also when some are far apart', () => {
  const step = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 300 }), fc.nat({ max: 100_000 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      let last = 0;
      const values = Uint32Array.from(steps, (by) => (last += by));
      const kept = new AscendingNumbers(values);
      expect(Array.from(values, (_, i) => kept.at(i))).toEqual(Array.from(values));
      expect(kept.length).toBe(values.length);
      expect(kept.at(values.length + 40)).toBe(0);
    })
  );
});
