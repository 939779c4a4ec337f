import type { Cue } from '#lib/domain/captions/types.ts';

/** How times are moved: first the speed, then the offset. */
export interface Retiming {
  offsetMs: number;
  /** 25/23.976 for a film that runs faster than its captions. */
  factor: number;
}

const largest = 1000 * 3_600_000;

/** "+3.2", "-3,2", "3.2 s", "1:02.5" → milliseconds; '' is 0; null: not understood. */
export function readOffset(written: string): number | null {
  const text = written.trim().replace(/\s*s$/i, '').replace('\u2212', '-');
  if (text === '') return 0;
  const match = /^([+-]?)(?:(\d{1,2}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const [, sign, minutes = '0', seconds = '0', rest = ''] = match;
  const ms = Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(rest.padEnd(3, '0'));
  return sign === '-' ? -ms : ms;
}

/** "25/23.976", "1.001", "0,999" → factor; '' is 1; null: not understood, or beyond a half and a double. */
export function readFactor(written: string): number | null {
  const text = written.trim().replaceAll(',', '.');
  if (text === '') return 1;
  const match = /^(\d{1,4}(?:\.\d{1,6})?)(?:\s*\/\s*(\d{1,4}(?:\.\d{1,6})?))?$/.exec(text);
  if (!match) return null;
  const factor = Number(match[1]) / Number(match[2] ?? 1);
  return factor >= 0.5 && factor <= 2 ? factor : null;
}

const moved = (ms: number, { offsetMs, factor }: Retiming) =>
  Math.min(largest, Math.max(0, Math.round(ms * factor) + offsetMs));

/** The same cues at their new times, never before the beginning. */
export const retimeCues = <C extends Pick<Cue, 'startMs' | 'endMs'>>(cues: readonly C[], retiming: Retiming): C[] =>
  retiming.offsetMs === 0 && retiming.factor === 1
    ? [...cues]
    : cues.map((cue) => ({ ...cue, startMs: moved(cue.startMs, retiming), endMs: moved(cue.endMs, retiming) }));

/** Cues that would lie before the beginning, wholly or in part. */
export const cutByRetiming = (cues: readonly Pick<Cue, 'startMs'>[], { offsetMs, factor }: Retiming): number =>
  cues.filter(({ startMs }) => Math.round(startMs * factor) + offsetMs < 0).length;
