import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignMoments, spansOf, type MomentTrack } from '#lib/domain/captions/moments.ts';

const cue = (startMs: number, endMs: number) => ({ startMs, endMs });
const track = (language: string, role: MomentTrack['role'], ...times: [number, number][]): MomentTrack => ({
  language,
  role,
  cues: times.map(([start, end]) => cue(start, end))
});
const spans = (...tracks: MomentTrack[]) => alignMoments(tracks).map((moment) => spansOf(moment, tracks));

/** Sentences of one length with pauses between, each said in so many cues. */
function speech(cuesEach: number, lagMs: number): [number, number][] {
  const times: [number, number][] = [];
  for (let sentence = 0; sentence < 6; sentence++) {
    const start = sentence * 7500 + lagMs;
    for (let i = 0; i < cuesEach; i++) {
      times.push([start + Math.round((i * 6000) / cuesEach), start + Math.round(((i + 1) * 6000) / cuesEach)]);
    }
  }
  return times;
}

test.each([0, 700, 1400, 2000, -900])('sentences in 2 and 3 cues find each other with a drift of %i ms', (lagMs) => {
  const es = track('es', 'original', ...speech(2, 1000));
  const en = track('en', 'interpretation', ...speech(3, 1000 + lagMs));
  expect(spans(es, en)).toEqual(
    Array.from({ length: 6 }, (_, i) => ({ es: [2 * i, 2 * i + 1], en: [3 * i, 3 * i + 2] }))
  );
});

test('one track alone has moments too, and so has speech that nobody interpreted', () => {
  const es = track('es', 'original', ...speech(2, 0));
  expect(spans(es)).toHaveLength(6);
  const en = track('en', 'interpretation', ...speech(3, 1000).filter((_, i) => i < 6 || i > 8));
  expect(spans(es, en).map((each) => Object.keys(each).join(' '))).toEqual([
    'es en',
    'es en',
    'es',
    'es en',
    'es en',
    'es en'
  ]);
});

test('no moment bridges a long silence, none runs on where speech never pauses', () => {
  const steady = Array.from({ length: 400 }, (_, i): [number, number] => [i * 3000, i * 3000 + 3000]);
  const other = Array.from({ length: 300 }, (_, i): [number, number] => [i * 4000 + 500, i * 4000 + 4500]);
  const moments = alignMoments([track('es', 'original', ...steady), track('en', 'interpretation', ...other)]);
  for (const { startMs, endMs } of moments) expect(endMs - startMs).toBeLessThanOrEqual(20_000);
  expect(spans(track('es', 'original', [0, 1000], [60_000, 61_000]))).toHaveLength(2);
});

test('a moment rather ends with a sentence or a speaker than in the middle', () => {
  const cues = Array.from({ length: 12 }, (_, i) => ({
    ...cue(i * 2000, i * 2000 + 2000),
    breakAfter: i % 3 === 2 ? (1 as const) : (0 as const)
  }));
  const ends = alignMoments([{ language: 'es', role: 'original', cues }]).map((moment) => moment.ranges[0]?.to ?? 0);
  expect(ends.every((to) => to % 3 === 0)).toBe(true);
});

test('no tracks and empty tracks have no moments', () => {
  expect(alignMoments([])).toEqual([]);
  expect(alignMoments([track('es', 'original')])).toEqual([]);
});

describe('whatever the times are', () => {
  const cues = fc
    .array(fc.tuple(fc.nat(200_000), fc.integer({ min: -2000, max: 30_000 })), { maxLength: 60 })
    .map((times) =>
      times
        .map(([startMs, lengthMs]) => cue(startMs, Math.max(0, startMs + lengthMs)))
        .sort((a, b) => a.startMs - b.startMs || b.endMs - a.endMs)
    );
  const roles = fc.constantFrom<MomentTrack['role']>('original', 'interpretation', 'mixed');
  const tracks = fc
    .array(fc.record({ role: roles, cues }), { maxLength: 4 })
    .map((list) => list.map((each, i): MomentTrack => ({ ...each, language: `x-${i}` })));

  test('every cue is in one moment, in order, and the moment holds its times', () => {
    fc.assert(
      fc.property(tracks, (list) => {
        const moments = alignMoments(list);
        list.forEach((each, index) => {
          const ranges = moments.flatMap((moment) => moment.ranges.filter((range) => range.track === index));
          let next = 0;
          for (const { from, to } of ranges) {
            expect(from).toBe(next);
            expect(to).toBeGreaterThan(from);
            next = to;
          }
          expect(next).toBe(each.cues.length);
        });
        for (const { startMs, endMs, ranges } of moments) {
          const held = ranges.flatMap(({ track: t, from, to }) => list[t]?.cues.slice(from, to) ?? []);
          expect(startMs).toBe(Math.min(...held.map((c) => c.startMs)));
          expect(endMs).toBe(Math.max(...held.map((c) => Math.max(c.startMs, c.endMs))));
        }
        expect(alignMoments(list)).toEqual(moments);
      }),
      { numRuns: 300 }
    );
  });
});
