import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignCues } from '#lib/domain/captions/merge/align.ts';
import { compareCues } from '#lib/domain/captions/merge/compare.ts';
import { conflictsOf, mergeCues, resolveMerge, type Merged } from '#lib/domain/captions/merge/merge.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';

const cue = (startMs: number, text: string, more: Partial<SpokenCue> = {}): SpokenCue => ({
  ...{ id: '', startMs, endMs: startMs + 1000, text, settings: '', speaker: null, mark: null },
  ...more
});
const track = (...texts: string[]) => texts.map((text, at) => cue(at * 1000, text));
const settled = (merged: readonly Merged[]) => resolveMerge(merged, new Map());

const runs = { numRuns: Number(process.env.MERGE_RUNS ?? 150) };

/** Base with distinct words, and edits of it: changed words, moved times, cues that go or come. */
const base = fc
  .array(fc.tuple(fc.integer({ min: 200, max: 3000 }), fc.stringMatching(/^[a-zñáé]{1,6}$/)), {
    minLength: 1,
    maxLength: 25
  })
  .map((list) => {
    let startMs = 0;
    return list.map(([lengthMs, word], at) => {
      const made = cue(startMs, `${word} ${String(at)}`, { endMs: startMs + lengthMs });
      startMs += lengthMs;
      return made;
    });
  });
type Edit = { at: number; kind: 'words' | 'time' | 'speaker' | 'remove' | 'add' };
const edits = (who: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(24),
        kind: fc.constantFrom('words' as const, 'time' as const, 'speaker' as const, 'remove' as const, 'add' as const)
      }),
      { maxLength: 8 }
    )
    .map((list) => ({ who, list }));
const apply = (
  cues: readonly SpokenCue[],
  { who, list }: { who: string; list: Edit[] },
  only?: (at: number) => boolean
) => {
  let after: (SpokenCue | null)[] = [...cues];
  const added: SpokenCue[] = [];
  for (const { at: wish, kind } of list) {
    const at = wish % cues.length;
    const now = after[at];
    if (!now || (only && !only(at))) continue;
    if (kind === 'words') after[at] = { ...now, text: `${now.text} ${who}` };
    if (kind === 'time')
      after[at] = { ...now, endMs: now.startMs + Math.max(100, Math.floor((now.endMs - now.startMs) / 2)) };
    if (kind === 'speaker') after[at] = { ...now, speaker: who, mark: '<v {name}>{text}' };
    if (kind === 'remove') after = after.with(at, null);
    if (kind === 'add')
      added.push(cue(now.startMs + 1, `${who} adds ${String(added.length)}`, { endMs: now.startMs + 50 }));
  }
  return [...after.flatMap((each) => each ?? []), ...added].sort((a, b) => a.startMs - b.startMs);
};

describe('alignment', () => {
  test('every cue of both is in exactly one pair, in order', () => {
    fc.assert(
      fc.property(base, edits('x'), (cues, edit) => {
        const other = apply(cues, edit);
        const pairs = alignCues(cues, other);
        expect(pairs.flatMap(({ a }) => a ?? [])).toEqual(cues.map((_, at) => at));
        expect(pairs.flatMap(({ b }) => b ?? [])).toEqual(other.map((_, at) => at));
      }),
      runs
    );
  });
  test('a track that was moved as a whole keeps its cues', () => {
    const cues = track('a', 'b', 'c');
    const late = cues.map((each) => ({ ...each, startMs: each.startMs + 5000, endMs: each.endMs + 5000 }));
    expect(alignCues(cues, late)).toEqual([0, 1, 2].map((at) => ({ a: at, b: at })));
  });
  test('10,000 cues that all changed take no longer than a glance', () => {
    const cues = Array.from({ length: 10_000 }, (_, at) => cue(at * 1000, `uno ${String(at)}`));
    const other = cues.map((each) => ({
      ...each,
      text: `${each.text} más`,
      startMs: each.startMs + 10,
      endMs: each.endMs + 10
    }));
    expect(alignCues(cues, other)).toHaveLength(10_000);
  });
});

describe('merge', () => {
  test('nobody against somebody: the edit', () => {
    fc.assert(
      fc.property(base, edits('x'), (cues, edit) => {
        const other = apply(cues, edit);
        expect(mergeCues(cues, cues, other).every(({ kind }) => kind === 'settled')).toBe(true);
        expect(settled(mergeCues(cues, cues, other))).toEqual(other);
        expect(settled(mergeCues(cues, other, cues))).toEqual(other);
      }),
      runs
    );
  });
  test('twice the same: the edit', () => {
    fc.assert(
      fc.property(base, edits('x'), (cues, edit) => {
        const other = apply(cues, edit);
        const merged = mergeCues(cues, other, other);
        expect(conflictsOf(merged)).toEqual([]);
        expect(settled(merged)).toEqual(other);
      }),
      runs
    );
  });
  test('edits of different cues are both kept, without a question', () => {
    fc.assert(
      fc.property(base, edits('mine'), edits('theirs'), (cues, my, their) => {
        const changes = ({ list }: typeof my) => list.filter(({ kind }) => kind !== 'remove' && kind !== 'add');
        const mine = apply(cues, { who: 'mine', list: changes(my) }, (at) => at % 2 === 0);
        const theirs = apply(cues, { who: 'theirs', list: changes(their) }, (at) => at % 2 === 1);
        const merged = mergeCues(cues, mine, theirs);
        expect(conflictsOf(merged)).toEqual([]);
        expect(settled(merged)).toEqual(cues.map((_, at) => (at % 2 === 0 ? mine[at] : theirs[at])));
      }),
      runs
    );
  });
  test('no word of either is lost: it is in the track, or in a conflict', () => {
    fc.assert(
      fc.property(base, edits('mine'), edits('theirs'), (cues, my, their) => {
        const mine = apply(cues, my);
        const theirs = apply(cues, their);
        const merged = mergeCues(cues, mine, theirs);
        const there = JSON.stringify(merged);
        const old = new Set(cues.map(({ text }) => text));
        for (const { text } of [...mine, ...theirs])
          if (!old.has(text)) expect(there).toContain(JSON.stringify(text).slice(1, -1));
      }),
      runs
    );
  });
  test('the sides may change places', () => {
    fc.assert(
      fc.property(base, edits('mine'), edits('theirs'), (cues, my, their) => {
        const one = conflictsOf(mergeCues(cues, apply(cues, my), apply(cues, their)));
        const other = conflictsOf(mergeCues(cues, apply(cues, their), apply(cues, my)));
        expect(other.length).toBe(one.length);
      }),
      runs
    );
  });

  test.each<[string, Partial<SpokenCue>, Partial<SpokenCue>, Partial<SpokenCue> | 'conflict']>([
    ['words and times', { text: 'b!' }, { startMs: 900 }, { text: 'b!', startMs: 900 }],
    [
      'words and speaker',
      { text: 'b!' },
      { speaker: 's1', mark: '{name}: {text}' },
      { text: 'b!', speaker: 's1', mark: '{name}: {text}' }
    ],
    ['both the words', { text: 'b!' }, { text: 'b?' }, 'conflict'],
    ['both the same words', { text: 'b!' }, { text: 'b!' }, { text: 'b!' }],
    ['both the end, differently', { endMs: 1900 }, { endMs: 1800 }, 'conflict']
  ])('%s', (_, mine, theirs, expected) => {
    const cues = track('a', 'b', 'c');
    const edit = (change: Partial<SpokenCue>) => cues.map((each, at) => (at === 1 ? { ...each, ...change } : each));
    const merged = mergeCues(cues, edit(mine), edit(theirs));
    if (expected === 'conflict') expect(conflictsOf(merged)).toHaveLength(1);
    else expect(settled(merged)).toEqual(edit(expected));
  });
  test('a cue that one took out and the other corrected is asked about, and each answer is done', () => {
    const cues = track('a', 'b', 'c');
    const merged = mergeCues(
      cues,
      track('a', 'B', 'c'),
      [cues[0], cues[2]].flatMap((each) => each ?? [])
    );
    expect(conflictsOf(merged)).toMatchObject([{ mine: { text: 'B' }, theirs: null }]);
    expect(resolveMerge(merged, new Map([[0, 'mine']])).map(({ text }) => text)).toEqual(['a', 'B', 'c']);
    expect(resolveMerge(merged, new Map([[0, 'theirs']])).map(({ text }) => text)).toEqual(['a', 'c']);
  });
});

test('a comparison says what changed in a cue, and how much did not', () => {
  const before = track('uno dos tres', 'cuatro', 'cinco');
  const after = [cue(0, 'uno DOS tres'), cue(2000, 'cinco', { speaker: 's1' }), cue(3000, 'seis')];
  expect(compareCues(before, after)).toMatchObject({
    same: 0,
    differences: [
      {
        kind: 'changed',
        words: [
          { kind: 'same', text: 'uno ' },
          { kind: 'removed', text: 'dos' },
          { kind: 'added', text: 'DOS' },
          { kind: 'same', text: ' tres' }
        ]
      },
      { kind: 'removed', before: 1 },
      { kind: 'changed', speakerChanged: true, words: [] },
      { kind: 'added', after: 2 }
    ]
  });
});
