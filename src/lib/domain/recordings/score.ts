import { clock } from '#lib/domain/recordings/timecode.ts';
import type { Stretch } from '#lib/domain/recordings/types.ts';

/**
 * The score: a recording drawn from its own times. One row per chapter, a bar per passage, its interpretation
 * beneath as a broken line, and nothing where nobody interpreted. The same layout is drawn inline on pages and,
 * as a whole picture, on posters and stand-in videos (score-card.ts).
 */

/** Width of a layout in viewBox units: 0 is the start of the recording, SCORE_WIDTH its end. */
export const SCORE_WIDTH = 1000;

const MAX_BARS = 400;
const SMALLEST_BAR = 0.6;
const SLIVER_MS = 250;

export interface ScoreInput {
  /** 0 when unknown: then the last end of a chapter or passage stands for it. */
  durationMs: number;
  /** In any order; the first row also takes what is said before the first chapter. */
  chapters: readonly { startMs: number; title: string }[];
  passages: readonly { startMs: number; endMs: number; hasInterpretation: boolean }[];
}

/** A stretch of sound, in viewBox units. */
export interface ScoreBar {
  x: number;
  width: number;
}

export interface ScoreRow {
  /** null: the recording has no chapters. */
  title: string | null;
  startMs: number;
  endMs: number;
  x: number;
  width: number;
  original: ScoreBar[];
  interpretation: ScoreBar[];
}

export interface ScoreLayout {
  durationMs: number;
  rows: ScoreRow[];
  /** Start, quarters and end of the time line. */
  ticks: { ms: number; x: number; label: string }[];
  hasInterpretation: boolean;
}

/** Joins what is closer than `gapMs`. Expects the order of the starts. */
function joinClose(spans: readonly Stretch[], gapMs: number): Stretch[] {
  const joined: Stretch[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.startMs - last.endMs <= gapMs) last.endMs = Math.max(last.endMs, span.endMs);
    else joined.push({ ...span });
  }
  return joined;
}

/** Thousands of passages would be thousands of shapes that no screen can tell apart: joins the closest until few are left. */
function thinOut(spans: readonly Stretch[], durationMs: number): Stretch[] {
  let thin = joinClose(spans, -1); // a shared border stays a border
  for (let gapMs = durationMs / (MAX_BARS * 8); thin.length > MAX_BARS; gapMs *= 2) thin = joinClose(thin, gapMs);
  return thin;
}

/** The part of each span inside the row; a passage that only just reaches over a chapter's border is not cut in two. */
function insideRow(spans: readonly Stretch[], row: Stretch): Stretch[] {
  return spans.flatMap((span) => {
    const startMs = Math.max(span.startMs, row.startMs);
    const endMs = Math.min(span.endMs, row.endMs);
    const isWhole = startMs === span.startMs && endMs === span.endMs;
    const isHere = isWhole ? span.startMs < row.endMs || row.endMs === row.startMs : endMs - startMs >= SLIVER_MS;
    return isHere ? [{ startMs, endMs }] : [];
  });
}

function rowsOf({ chapters }: ScoreInput, durationMs: number): (Stretch & { title: string | null })[] {
  const ordered = [...chapters].sort((a, b) => a.startMs - b.startMs);
  if (ordered.length === 0) return [{ title: null, startMs: 0, endMs: durationMs }];
  return ordered.map(({ title, startMs }, index) => ({
    title,
    startMs: index === 0 ? 0 : Math.min(startMs, durationMs),
    endMs: Math.min(ordered[index + 1]?.startMs ?? durationMs, durationMs)
  }));
}

/** Lays out a recording's score. Pure and bounded: at most 400 bars a voice, and a few more where chapters cut them. */
export function layOutScore(input: ScoreInput): ScoreLayout {
  const ends = [...input.passages.map(({ endMs }) => endMs), ...input.chapters.map(({ startMs }) => startMs)];
  const durationMs = input.durationMs > 0 ? input.durationMs : ends.reduce((last, end) => Math.max(last, end), 0);
  const toUnits = (ms: number) => (durationMs > 0 ? Math.round((ms / durationMs) * SCORE_WIDTH * 10) / 10 : 0);
  const toBar = ({ startMs, endMs }: Stretch): ScoreBar => {
    const x = Math.min(toUnits(startMs), SCORE_WIDTH - SMALLEST_BAR);
    return { x, width: Math.max(SMALLEST_BAR, Math.round((toUnits(endMs) - x) * 10) / 10) };
  };
  const passages = input.passages
    .filter(({ startMs, endMs }) => startMs >= 0 && endMs >= startMs && startMs < durationMs)
    .map((passage) => ({ ...passage, endMs: Math.min(passage.endMs, durationMs) }))
    .sort((a, b) => a.startMs - b.startMs);
  const interpreted = passages.filter(({ hasInterpretation }) => hasInterpretation);
  const original = thinOut(passages, durationMs);
  const interpretation = thinOut(interpreted, durationMs);
  return {
    durationMs,
    rows: rowsOf(input, durationMs).map((row) => ({
      ...row,
      x: toUnits(row.startMs),
      width: Math.round((toUnits(row.endMs) - toUnits(row.startMs)) * 10) / 10,
      original: insideRow(original, row).map(toBar),
      interpretation: insideRow(interpretation, row).map(toBar)
    })),
    ticks: [0, 1, 2, 3, 4].map((quarter) => {
      const ms = Math.round((durationMs * quarter) / 4);
      return { ms, x: (SCORE_WIDTH * quarter) / 4, label: clock(ms) };
    }),
    hasInterpretation: interpreted.length > 0
  };
}

/** The row that sounds at a moment; the last one whose start is reached. */
export function rowAt(layout: ScoreLayout, ms: number): number {
  return Math.max(
    0,
    layout.rows.findLastIndex(({ startMs }) => startMs <= ms)
  );
}

const short = (value: number) => String(Math.round(value * 100) / 100);

/** Path data of solid bars: one path per row keeps pages small. `scale` turns viewBox units into the drawing's. */
export function barsPath(bars: readonly ScoreBar[], y: number, height: number, left = 0, scale = 1): string {
  return bars
    .map(({ x, width }) => {
      const w = short(width * scale);
      return `M${short(left + x * scale)} ${short(y)}h${w}v${short(height)}h-${w}z`;
    })
    .join('');
}

/** Path data of the lines beneath, to be stroked with a dash pattern; the pattern starts anew in each. */
export function linesPath(bars: readonly ScoreBar[], y: number, left = 0, scale = 1): string {
  return bars.map(({ x, width }) => `M${short(left + x * scale)} ${short(y)}h${short(width * scale)}`).join('');
}
