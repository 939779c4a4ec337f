import { withoutMojibake } from '#lib/domain/captions/checks/mojibake.ts';
import { limits, type CheckCode, type ReadCue } from '#lib/domain/captions/checks/types.ts';
import type { ProblemData } from '#lib/domain/captions/types.ts';

/** What is odd about one cue, seen with its neighbors. */
export interface CueFinding {
  code: CheckCode;
  data: ProblemData;
}

/** Marks of what nobody understood: [inaudible], (ininteligible), [?], [crosstalk]. */
const inaudible =
  /[[(]\s*(?:inaudible|ininteligible|inintelegible|unintelligible|indistinct|indistinto|crosstalk|no se (?:oye|entiende)|unclear|\?{1,3}|\.{3} ?\?)\s*[\])]/iu;

/** Controls that turn the direction of text around, and other signs that cannot be seen. */
export const bidiControls = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Signs that viewers read: what the reading speed counts. */
export const readLength = (plain: string): number => [...plain.replace(/\s+/g, ' ').trim()].length;

/** Characters a second, rounded up at the tenth; 0 for a cue that is never shown. */
export function readingSpeed({ startMs, endMs, plain }: Pick<ReadCue, 'startMs' | 'endMs' | 'plain'>): number {
  return endMs > startMs ? Math.ceil((readLength(plain) * 10_000) / (endMs - startMs)) / 10 : 0;
}

function timeFindings(cue: ReadCue, previous: ReadCue | null): CueFinding[] {
  const { startMs, endMs } = cue;
  const found: CueFinding[] = [];
  if (endMs < startMs) found.push({ code: 'reversed', data: { startMs, endMs } });
  else if (endMs === startMs) found.push({ code: 'no-duration', data: { startMs } });
  if (!previous) return startMs >= limits.gapMs ? [...found, { code: 'gap', data: { ms: startMs } }] : found;
  const gapMs = startMs - previous.endMs;
  if (startMs < previous.startMs) found.push({ code: 'out-of-order', data: { startMs, previousMs: previous.startMs } });
  else if (gapMs < 0) found.push({ code: 'overlap', data: { ms: -gapMs } });
  else if (gapMs >= limits.gapMs) found.push({ code: 'gap', data: { ms: gapMs } });
  return found;
}

function textFindings({ text, plain, startMs, endMs }: ReadCue): CueFinding[] {
  const found: CueFinding[] = [];
  const words = plain.trim();
  if (words === '') return [{ code: 'empty', data: {} }];
  const speed = readingSpeed({ startMs, endMs, plain });
  if (speed > limits.charactersPerSecond) {
    found.push({ code: 'too-fast', data: { speed: Math.round(speed), most: limits.charactersPerSecond } });
  }
  const lines = plain.split('\n');
  const longest = Math.max(...lines.map((line) => [...line].length));
  if (longest > limits.lineLength)
    found.push({ code: 'long-line', data: { length: longest, most: limits.lineLength } });
  if (lines.length > limits.lines)
    found.push({ code: 'many-lines', data: { lines: lines.length, most: limits.lines } });
  if (withoutMojibake(text) !== null) found.push({ code: 'mojibake', data: {} });
  if (plain.includes('\ufffd')) found.push({ code: 'lost-signs', data: {} });
  if (inaudible.test(plain)) found.push({ code: 'inaudible', data: {} });
  if (plain.search(bidiControls) >= 0) found.push({ code: 'bidi', data: {} });
  return found;
}

/** `namesSpeakers`: the track says who speaks, so that a cue without a name is a gap. */
export function checkCue(cue: ReadCue, previous: ReadCue | null, namesSpeakers: boolean): CueFinding[] {
  const found = [...timeFindings(cue, previous), ...textFindings(cue)];
  if (namesSpeakers && cue.speaker === null && /\p{L}/u.test(cue.plain.replace(/\[[^\]]*\]|\([^)]*\)/g, ''))) {
    found.push({ code: 'no-speaker', data: {} });
  }
  return found;
}
