import { checkTimes, timeLine } from '#lib/domain/captions/cue-times.ts';
import { excerpt, type ProblemLog } from '#lib/domain/captions/problem-log.ts';
import { looseTimings, skipBlanks, timingCursor, trimBlanks } from '#lib/domain/captions/timing.ts';
import type { Cue } from '#lib/domain/captions/types.ts';

// SRT and SBV have no standard; the rules are those of docs/captions.md ("Rules for SRT and SBV").

const LF = 10;
const BOM = 0xfeff;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isBlank = (code: number) => code === 32 || code === 9 || code === 12 || code === 13;

/** A line being looked at or just passed. */
interface Line {
  start: number;
  end: number;
}

class LooseReader {
  readonly #cursor = timingCursor();
  readonly #times = timeLine();
  readonly #cues: Cue[] = [];
  readonly #text: string;
  readonly #log: ProblemLog;
  readonly #sbv: boolean;
  /** The cue whose text is being passed, and where that text and its timing line begin. */
  #open: Cue | null = null;
  #textFrom = 0;
  #timingAt = 0;
  #gapped = false;

  constructor(text: string, log: ProblemLog, sbv: boolean) {
    this.#text = text;
    this.#log = log;
    this.#sbv = sbv;
  }

  read(): Cue[] {
    const text = this.#text;
    let start = 0;
    let last: Line | null = null;
    let beforeLast: Line | null = null;
    while (start < text.length) {
      const found = text.indexOf('\n', start);
      const end = found < 0 ? text.length : found;
      if (this.#isTiming(start, end)) this.#startCue(start, end, last, beforeLast);
      beforeLast = last;
      last = { start, end };
      start = end + 1;
    }
    if (this.#open) this.#closeCue(this.#withoutLoneIndex());
    return this.#cues;
  }

  /** True when the line is a timing line; the cursor then holds its times. */
  #isTiming(start: number, end: number): boolean {
    const text = this.#text;
    const from = this.#contentStart(start);
    const code = text.charCodeAt(from);
    if (!isDigit(code) && !(code === 45 && isDigit(text.charCodeAt(from + 1)))) return false;
    if (looseTimings(text, from, this.#cursor, this.#sbv)) return true;
    // a time and a dash: meant as a timing line, kept as text
    const after = skipBlanks(text, this.#cursor.at);
    const next = text.charCodeAt(after + 1);
    if (this.#cursor.at > from && text.charCodeAt(after) === 45 && (next === 45 || next === 62)) {
      this.#log.add('bad-timing', start, { text: excerpt(text, start, end) });
    }
    return false;
  }

  /** Offset of the first character of a line that is neither white space nor a byte order mark of a joined file. */
  #contentStart(start: number): number {
    let at = start;
    while (isBlank(this.#text.charCodeAt(at)) || this.#text.charCodeAt(at) === BOM) at++;
    return at;
  }

  #isBlankLine(line: Line): boolean {
    return this.#contentStart(line.start) >= line.end;
  }

  /** A line of digits; "1.1" too where a blank line or the beginning stands before it. */
  #isIndex(line: Line, before: Line | null): boolean {
    const text = this.#text;
    const from = this.#contentStart(line.start);
    let at = from;
    let dots = false;
    while (isDigit(text.charCodeAt(at)) || (at > from && text.charCodeAt(at) === 46)) {
      dots ||= text.charCodeAt(at) === 46;
      at++;
    }
    if (at === from || skipBlanks(text, at) < line.end) return false;
    return !dots || (before ? this.#isBlankLine(before) : !this.#open);
  }

  #startCue(start: number, end: number, last: Line | null, beforeLast: Line | null): void {
    const index = this.#indexLine(last, beforeLast);
    if (this.#open) this.#closeCue(index ? index.start : start);
    else this.#passHead(index ? index.start : start);
    const { at, startMs, endMs } = this.#cursor;
    const id = index ? trimBlanks(this.#text, this.#contentStart(index.start), index.end) : '';
    const settings = at < end ? trimBlanks(this.#text, at, end) : '';
    checkTimes(this.#log, this.#times, this.#cursor, start);
    this.#open = { id, startMs, endMs, text: '', settings };
    this.#textFrom = Math.min(end + 1, this.#text.length);
    this.#timingAt = start;
  }

  /** The index of the timing line after these two lines. A blank line between only counts where the first cue has it too. */
  #indexLine(last: Line | null, beforeLast: Line | null): Line | null {
    if (!last || last.start < this.#textFrom) return null;
    if (this.#isIndex(last, beforeLast && beforeLast.start >= this.#textFrom ? beforeLast : null)) return last;
    if (!beforeLast || beforeLast.start < this.#textFrom || !this.#isBlankLine(last)) return null;
    if (!this.#isIndex(beforeLast, null)) return null;
    if (!this.#open) this.#gapped = true;
    return this.#gapped ? beforeLast : null;
  }

  /** Whatever stands before the first cue is not text. */
  #passHead(end: number): void {
    const from = this.#contentFrom(0, end);
    if (from < end) this.#log.add('text-before-first-cue', from, { text: excerpt(this.#text, from, end - 1) });
  }

  /** Offset of the first line with content from an offset on. */
  #contentFrom(from: number, to: number): number {
    const text = this.#text;
    let at = from;
    let lineStart = from;
    while (at < to && (text.charCodeAt(at) === LF || isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === BOM)) {
      if (text.charCodeAt(at) === LF) lineStart = at + 1;
      at++;
    }
    return at >= to ? to : lineStart;
  }

  /** Offset after the last line with content before an offset. */
  #contentEnd(from: number, to: number): number {
    const text = this.#text;
    let at = to;
    let lineEnd = to;
    while (at > from && (text.charCodeAt(at - 1) === LF || isBlank(text.charCodeAt(at - 1)))) {
      at--;
      if (text.charCodeAt(at) === LF) lineEnd = at;
    }
    return lineEnd;
  }

  #closeCue(to: number): void {
    const cue = this.#open;
    if (!cue) return;
    const from = this.#contentFrom(this.#textFrom, to);
    const end = this.#contentEnd(from, to);
    cue.text = end > from ? this.#text.slice(from, end) : '';
    if (cue.text === '') this.#log.add('empty-cue', this.#timingAt);
    this.#cues.push(cue);
  }

  /** End of the last cue's text: digits alone after a blank line at the end of the file are an index whose cue is missing. */
  #withoutLoneIndex(): number {
    const text = this.#text;
    const end = this.#contentEnd(this.#textFrom, text.length);
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (end <= this.#textFrom || start <= this.#textFrom) return text.length;
    const beforeStart = Math.max(this.#textFrom, text.lastIndexOf('\n', start - 2) + 1);
    const blankBefore = this.#isBlankLine({ start: beforeStart, end: start - 1 });
    if (!blankBefore || !this.#isIndex({ start, end }, null)) return text.length;
    this.#log.add('lone-index', start, { text: excerpt(text, start, end) });
    return start;
  }
}

/** Reads SRT or SBV. Line ends are \n. */
export const readLoose = (text: string, log: ProblemLog, sbv: boolean): Cue[] => new LooseReader(text, log, sbv).read();
