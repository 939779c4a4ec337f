import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeRecords, withValue } from '#lib/domain/records/merge.ts';
import { tidyRecord } from '#lib/domain/records/tidy.ts';

const base = {
  title: { en: 'Panel', es: 'Panel' },
  people: [{ id: 'a', role: 'speaker' }],
  place: { label: { en: 'LA' } }
};

test('two people who changed different fields both keep what they wrote', () => {
  const mine = withValue(base, ['title', 'en'], 'A panel');
  const theirs = withValue(withValue(base, ['title', 'es'], 'Un panel'), ['people'], []);
  const { record, conflicts, taken } = mergeRecords(base, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(record).toEqual({ title: { en: 'A panel', es: 'Un panel' }, place: { label: { en: 'LA' } } });
  expect(taken).toEqual([['people'], ['title', 'es']]);
});

test('the same field changed twice is a conflict that holds both versions', () => {
  const mine = withValue(base, ['title', 'en'], 'Mine');
  const theirs = withValue(base, ['title', 'en'], 'Theirs');
  expect(mergeRecords(base, mine, theirs).conflicts).toEqual([
    { path: ['title', 'en'], base: 'Panel', mine: 'Mine', theirs: 'Theirs' }
  ]);
});

test('without a known beginning nothing of either is taken over silently', () => {
  const { conflicts } = mergeRecords(
    null,
    { title: { en: 'x' } },
    { title: { en: 'x', es: 'y' }, cost: { en: 'free' } }
  );
  expect(conflicts.map(({ path }) => path.join('.'))).toEqual(['cost', 'title.es']);
});

const words = fc.constantFrom('', 'uno', 'dos', 'tres');
const record = fc.record(
  {
    title: fc.record({ en: words, es: words }, { requiredKeys: [] }),
    cost: fc.option(fc.record({ en: words, es: words }, { requiredKeys: [] })),
    people: fc.array(fc.record({ id: words, role: words }), { maxLength: 2 }),
    kind: words,
    date: fc.record({ value: words, zone: fc.option(words) }, { requiredKeys: [] })
  },
  { requiredKeys: [] }
);

/** 'title.en' → its value as JSON */
function leavesOf(value: unknown, path: string[] = [], found = new Map<string, string>()): Map<string, string> {
  const group = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
  if (group) for (const [key, item] of group) leavesOf(item, [...path, key], found);
  else found.set(path.join('.'), JSON.stringify(value));
  return found;
}

test('whatever three versions there are, nothing that one of the two wrote is lost', () => {
  fc.assert(
    fc.property(record, record, record, (from, mine, theirs) => {
      const { record: merged, conflicts } = mergeRecords(from, mine, theirs);
      const [before, after] = [leavesOf(tidyRecord(from)), leavesOf(merged)];
      for (const version of [leavesOf(tidyRecord(mine)), leavesOf(tidyRecord(theirs))]) {
        for (const path of new Set([...before.keys(), ...version.keys()])) {
          if (before.get(path) === version.get(path) || after.get(path) === version.get(path)) continue;
          const asked = conflicts.some((each) => `${path}.`.startsWith(`${each.path.join('.')}.`));
          expect(asked, path).toBe(true);
        }
      }
      const other = mergeRecords(from, theirs, mine).conflicts.map(({ path }) => path.join('.'));
      expect(conflicts.map(({ path }) => path.join('.'))).toEqual(other);
    }),
    { numRuns: Number(process.env.MERGE_RUNS ?? 300) }
  );
});

test('who changed nothing gets what the other wrote, and who is alone gets their own', () => {
  fc.assert(
    fc.property(record, record, (from, to) => {
      expect(mergeRecords(from, from, to)).toMatchObject({ record: tidyRecord(to), conflicts: [] });
      expect(mergeRecords(from, to, from)).toMatchObject({ record: tidyRecord(to), conflicts: [] });
      expect(mergeRecords(from, to, to)).toMatchObject({ record: tidyRecord(to), conflicts: [] });
    })
  );
});
