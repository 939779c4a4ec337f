import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alignMoments, type MomentTrack } from '#lib/domain/captions/moments.ts';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import type { Moment } from '#lib/domain/captions/types.ts';

const Place = v.object({ language: v.picklist(['en', 'es']), startMs: v.number(), endMs: v.number() });
const Truth = v.array(
  v.object({
    expected: v.array(v.object({ ...Place.entries, recording: v.string(), partner: v.optional(Place) }))
  })
);
const RecordingFile = v.object({ original: v.picklist(['en', 'es']) });

const dir = mkdtempSync(join(tmpdir(), 'acervo-corpus-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const languages = ['es', 'en'] as const;
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(dir, ...path), 'utf8'));

interface Aligned {
  tracks: MomentTrack[];
  moments: Moment[];
}
const aligned = new Map<string, Aligned>();

function align(recording: string): Aligned {
  const known = aligned.get(recording);
  if (known) return known;
  const { original } = v.parse(RecordingFile, json(recording, 'recording.json'));
  const tracks = languages.map((language): MomentTrack => {
    const { cues, problems } = parseCaptions(readFileSync(join(dir, recording, `${language}.vtt`)), { format: 'vtt' });
    expect(problems).toEqual([]);
    return { language, role: language === original ? 'original' : 'interpretation', cues };
  });
  const result = { tracks, moments: alignMoments(tracks) };
  aligned.set(recording, result);
  return result;
}

/** Numbers of the moments that hold cues of a stretch of a track. */
function momentsAt({ tracks, moments }: Aligned, place: v.InferOutput<typeof Place>): number[] {
  const track = languages.indexOf(place.language);
  const cues = tracks[track]?.cues ?? [];
  return moments.flatMap(({ ranges }, number) => {
    const range = ranges.find((each) => each.track === track);
    const held = range ? cues.slice(range.from, range.to) : [];
    return held.some(({ startMs, endMs }) => startMs >= place.startMs && endMs <= place.endMs) ? [number] : [];
  });
}

beforeAll(() => {
  const generator = join('bench', 'corpus', 'make-corpus.mjs');
  // many copies, so that under 10,000 cues hold 40 pairs
  const options = [
    '--recordings',
    '6',
    '--minutes',
    '12',
    '--copies',
    '8',
    '--seed',
    '7',
    '--quiet',
    '1',
    '--out',
    dir
  ];
  execFileSync(process.execPath, [generator, ...options]);
});

test('at least 98 of 100 planted pairs share a moment, and moments stay short', () => {
  let pairs = 0;
  let shared = 0;
  for (const place of v.parse(Truth, json('truth.json')).flatMap(({ expected }) => expected)) {
    if (!place.partner) continue;
    pairs++;
    const recording = align(place.recording);
    const there = new Set(momentsAt(recording, place.partner));
    if (momentsAt(recording, place).some((number) => there.has(number))) shared++;
  }
  const moments = [...aligned.values()].flatMap((each) => each.moments);
  const cues = [...aligned.values()].flatMap((each) => each.tracks.map((track) => track.cues.length));
  expect(cues.reduce((sum, count) => sum + count, 0)).toBeLessThan(10_000);
  expect(pairs).toBeGreaterThanOrEqual(40);
  expect(shared / pairs).toBeGreaterThanOrEqual(0.98);
  const short = moments.filter(({ startMs, endMs }) => endMs - startMs <= 20_000);
  expect(short.length / moments.length).toBeGreaterThanOrEqual(0.99);
});
