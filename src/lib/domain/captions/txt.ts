import type { ProblemLog } from '#lib/domain/captions/problem-log.ts';
import { labelAt } from '#lib/domain/captions/speaker-label.ts';
import type { Cue } from '#lib/domain/captions/types.ts';

/** Reading speed for a length that nothing states: characters a second. */
const charactersPerSecond = 15;
const shortestMs = 1000;

/** "[00:01:02]", "(1:02.5)", "00:01:02 " at the start of a line. */
const timeMark =
  /^(?:\[(\d{1,3}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?)\]|\((\d{1,3}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?)\)|(\d{1,3}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?)(?=[ \t]|$)(?:[ \t]*[-–—][ \t]+)?)[ \t]*/;

function markMs(mark: string): number {
  const [clock = '', fraction = ''] = mark.split(/[.,]/);
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

interface Paragraph {
  startMs: number | null;
  lines: string[];
  at: number;
}

/** A paragraph begins after a blank line, at a time and at a speaker's name. */
function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let open: Paragraph | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    const mark = timeMark.exec(trimmed);
    const content = mark ? trimmed.slice(mark[0].length).trim() : trimmed;
    if (mark || content === '' || labelAt(content)) open = null;
    if (mark || content !== '') {
      if (!open) {
        open = { startMs: mark ? markMs(mark[1] ?? mark[2] ?? mark[3] ?? '') : null, lines: [], at };
        found.push(open);
      }
      if (content !== '') open.lines.push(content);
    }
    at += line.length + 1;
  }
  return joinMarkLines(found);
}

/** A time that stands alone belongs to the paragraph under it. */
function joinMarkLines(found: Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of found) {
    const last = joined.at(-1);
    if (last && last.lines.length === 0 && paragraph.startMs === null) last.lines = paragraph.lines;
    else joined.push(paragraph);
  }
  return joined;
}

const lengthOf = (paragraph: Paragraph) => paragraph.lines.join('\n').length;
const spokenMs = (characters: number) => Math.max(shortestMs, Math.round((characters * 1000) / charactersPerSecond));

/** Start times for all: what lies between two stated times is spread by length. */
function startTimes(all: Paragraph[]): number[] {
  const starts: number[] = [];
  let known = 0; // index from which the paragraphs have no time yet
  let fromMs = 0;
  const spread = (to: number, untilMs: number | null) => {
    const total = all.slice(known, to).reduce((sum, paragraph) => sum + lengthOf(paragraph), 0);
    const spanMs = untilMs === null ? spokenMs(total) : Math.max(0, untilMs - fromMs);
    let passed = 0;
    for (const paragraph of all.slice(known, to)) {
      starts.push(fromMs + Math.round((spanMs * passed) / Math.max(1, total)));
      passed += lengthOf(paragraph);
    }
  };
  all.forEach((paragraph, index) => {
    if (paragraph.startMs === null) return;
    spread(index, paragraph.startMs);
    known = index;
    fromMs = paragraph.startMs;
  });
  spread(all.length, null);
  return starts;
}

/**
 * Reads a plain transcript. Where it states times, a paragraph lasts until the next one begins, the last one as long as its
 * words take; where it states none, every time is 0 and `timed` is false.
 */
export function readTxt(text: string, log: ProblemLog): { cues: Cue[]; timed: boolean } {
  const all = paragraphs(text);
  const timed = all.some((paragraph) => paragraph.startMs !== null);
  const starts = timed ? startTimes(all) : all.map(() => 0);
  const cues = all.map((paragraph, index): Cue => {
    const startMs = starts[index] ?? 0;
    const nextMs = starts[index + 1];
    if (nextMs !== undefined && nextMs < startMs) log.add('out-of-order', all[index + 1]?.at ?? 0, { startMs: nextMs });
    const endMs = timed ? Math.max(startMs, nextMs ?? startMs + spokenMs(lengthOf(paragraph))) : 0;
    if (paragraph.lines.length === 0) log.add('empty-cue', paragraph.at);
    return { id: '', startMs, endMs, text: paragraph.lines.join('\n'), settings: '' };
  });
  const last = all.at(-1);
  if (!timed && all.length > 0) log.add('no-times', 0);
  else if (last) log.add('end-estimated', last.at, { endMs: cues.at(-1)?.endMs ?? 0 });
  return { cues, timed };
}
