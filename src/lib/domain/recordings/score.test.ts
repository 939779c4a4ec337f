import { describe, expect, test } from 'vitest';
import {
  barsPath,
  layOutScore,
  linesPath,
  rowAt,
  SCORE_WIDTH,
  type ScoreInput,
  type ScoreLayout
} from '#lib/domain/recordings/score.ts';
import { scoreSvg, type ScoreCard } from '#lib/domain/recordings/score-card.ts';

const hourMs = 3_600_000;
const passage = (startMs: number, endMs: number, hasInterpretation = true) => ({ startMs, endMs, hasInterpretation });
const many = (count: number, durationMs: number) =>
  Array.from({ length: count }, (_, index) => {
    const startMs = Math.floor((durationMs * index) / count);
    return passage(startMs, startMs + Math.floor((durationMs / count) * 0.8), index % 3 !== 0);
  });
const chapters = (count: number, durationMs: number) =>
  Array.from({ length: count }, (_, index) => ({
    startMs: Math.floor((durationMs * index) / count),
    title: `Chapter ${String(index + 1)}`
  }));
const allBars = (layout: ScoreLayout) => layout.rows.flatMap((row) => [...row.original, ...row.interpretation]);

describe('layOutScore', () => {
  test('puts each passage into the row of its chapter, in thousandths of the duration', () => {
    const layout = layOutScore({
      durationMs: 100_000,
      chapters: [
        { startMs: 300, title: 'One' },
        { startMs: 40_000, title: 'Two' }
      ],
      passages: [passage(300, 20_000), passage(21_000, 39_000), passage(40_000, 90_000)]
    });
    expect(layout.rows).toEqual([
      {
        title: 'One',
        startMs: 0,
        endMs: 40_000,
        x: 0,
        width: 400,
        original: [
          { x: 3, width: 197 },
          { x: 210, width: 180 }
        ],
        interpretation: [
          { x: 3, width: 197 },
          { x: 210, width: 180 }
        ]
      },
      {
        title: 'Two',
        startMs: 40_000,
        endMs: 100_000,
        x: 400,
        width: 600,
        original: [{ x: 400, width: 500 }],
        interpretation: [{ x: 400, width: 500 }]
      }
    ]);
    expect(layout.ticks.map(({ label }) => label)).toEqual(['0:00', '0:25', '0:50', '1:15', '1:40']);
  });

  test('leaves a hole where nobody interpreted', () => {
    const [row] = layOutScore({
      durationMs: 30_000,
      chapters: [],
      passages: [passage(0, 10_000), passage(10_000, 20_000, false), passage(20_000, 30_000)]
    }).rows;
    expect(row?.original).toHaveLength(3);
    expect(row?.interpretation).toEqual([
      { x: 0, width: 333.3 },
      { x: 666.7, width: 333.3 }
    ]);
  });

  test('without chapters there is one row without a title, without interpretation no line', () => {
    const layout = layOutScore({ durationMs: hourMs, chapters: [], passages: [passage(0, 1000, false)] });
    expect(layout.rows.map(({ title }) => title)).toEqual([null]);
    expect(layout.hasInterpretation).toBe(false);
  });

  test('chapters in the wrong order come out in order; a passage before the first belongs to it', () => {
    const layout = layOutScore({
      durationMs: 10_000,
      chapters: [
        { startMs: 6000, title: 'B' },
        { startMs: 2000, title: 'A' }
      ],
      passages: [passage(0, 1000)]
    });
    expect(layout.rows.map(({ title, original }) => [title, original.length])).toEqual([
      ['A', 1],
      ['B', 0]
    ]);
  });

  test('a passage over a chapter border shows in both rows, one that reaches over by a breath only in its own', () => {
    const input = (endMs: number): ScoreInput => ({
      durationMs: 20_000,
      chapters: [
        { startMs: 0, title: 'A' },
        { startMs: 10_000, title: 'B' }
      ],
      passages: [passage(8000, endMs)]
    });
    expect(layOutScore(input(12_000)).rows.map((row) => row.original.length)).toEqual([1, 1]);
    expect(layOutScore(input(10_100)).rows.map((row) => row.original.length)).toEqual([1, 0]);
  });

  test('takes the last end for an unknown duration and skips times that run backwards', () => {
    const layout = layOutScore({ durationMs: 0, chapters: [], passages: [passage(0, 4000), passage(3000, 2000)] });
    expect(layout.durationMs).toBe(4000);
    expect(layout.rows[0]?.original).toEqual([{ x: 0, width: SCORE_WIDTH }]);
  });

  test.each<[string, ScoreInput, number]>([
    ['nothing at all', { durationMs: 0, chapters: [], passages: [] }, 0],
    ['one chapter', { durationMs: hourMs, chapters: chapters(1, hourMs), passages: many(40, hourMs) }, 200],
    ['40 chapters', { durationMs: hourMs, chapters: chapters(40, hourMs), passages: many(300, hourMs) }, 880],
    [
      '6 hours, 5,000 passages',
      { durationMs: 6 * hourMs, chapters: chapters(12, 6 * hourMs), passages: many(5000, 6 * hourMs) },
      880
    ],
    ['100,000 passages', { durationMs: 6 * hourMs, chapters: [], passages: many(100_000, 6 * hourMs) }, 800]
  ])('%s: few bars, all inside the picture', (_, input, most) => {
    const layout = layOutScore(input);
    const bars = allBars(layout);
    expect(bars.length).toBeLessThanOrEqual(most);
    for (const { x, width } of bars) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(width).toBeGreaterThan(0);
      expect(x + width).toBeLessThanOrEqual(SCORE_WIDTH + 0.1);
    }
    if (input.passages.length > 0) expect(bars.length).toBeGreaterThan(0);
  });

  test('finds the row that sounds', () => {
    const layout = layOutScore({ durationMs: 40_000, chapters: chapters(4, 40_000), passages: [] });
    expect([0, 9999, 10_000, 39_999, 99_999].map((ms) => rowAt(layout, ms))).toEqual([0, 0, 1, 3, 3]);
  });
});

test('paths hold one subpath for each bar', () => {
  const bars = [
    { x: 1, width: 2.5 },
    { x: 10, width: 4 }
  ];
  expect(barsPath(bars, 3, 9)).toBe('M1 3h2.5v9h-2.5zM10 3h4v9h-4z');
  expect(linesPath(bars, 5, 60, 2)).toBe('M62 5h5M80 5h8');
});

describe('scoreSvg', () => {
  const layout = layOutScore({ durationMs: 40_000, chapters: chapters(4, 40_000), passages: many(8, 40_000) });
  const card: ScoreCard = {
    heading: 'Grabación provisional',
    kicker: '10 de junio de 2020',
    originalLabel: 'Original (inglés)',
    interpretationLabel: 'Interpretación (español)',
    currentRow: null
  };

  test('escapes what comes from people', () => {
    const svg = scoreSvg(layout, { ...card, heading: '<script>\u0001&"' });
    expect(svg).toContain('&lt;script&gt;&amp;&quot;');
    expect(svg).not.toContain('<script>');
  });

  test('names the chapter that sounds, on a poster none', () => {
    expect(scoreSvg(layout, { ...card, currentRow: 2 })).toContain('>Chapter 3</text>');
    expect(scoreSvg(layout, card)).not.toContain('Chapter');
  });

  test('a title too long for the card is made smaller, then cut', () => {
    const title = 'word '.repeat(60).trim();
    const long = layOutScore({ durationMs: 1000, chapters: [{ startMs: 0, title }], passages: [passage(0, 900)] });
    const [, size, shown = ''] =
      /font-size="(\d+)" fill="#e5ac2e"[^>]*>([^<]*)</.exec(scoreSvg(long, { ...card, currentRow: 0 })) ?? [];
    expect(Number(size)).toBe(44);
    expect(shown).toMatch(/^word .*…$/);
    expect(shown.length).toBeLessThan(70);
  });

  test('holds no style, no script and nothing from elsewhere, as the content security policy asks', () => {
    expect(scoreSvg(layout, { ...card, currentRow: 0 })).not.toMatch(/style=|<style|<script|href=|url\(/);
  });

  test('without interpretation its words are left out', () => {
    expect(scoreSvg(layout, { ...card, interpretationLabel: null })).not.toContain('Interpretación');
  });
});
