import { checkTimes, timeLine } from '#lib/domain/captions/cue-times.ts';
import { excerpt, type ProblemLog } from '#lib/domain/captions/problem-log.ts';
import { looseTimings, skipBlanks, timingCursor, trimBlanks } from '#lib/domain/captions/timing.ts';
import type { Cue } from '#lib/domain/captions/types.ts';

// SRT and SBV have no standard: docs/captions.md has the rules.

const LF = 10;
const BOM = 0xfeff;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isBlank = (code: number) => code === 32 || code === 9 || code === 12 || code === 13;

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
  /** Where the two lines before the one being read begin; −1: there is none. */
  #last = -1;
  #beforeLast = -1;

  constructor(text: string, log: ProblemLog, sbv: boolean) {
    this.#text = text;
    this.#log = log;
    this.#sbv = sbv;
  }

  read(): Cue[] {
    const text = this.#text;
    let start = 0;
    while (start < text.length) {
      const found = text.indexOf('\n', start);
      const end = found < 0 ? text.length : found;
      if (this.#isTiming(start, end)) this.#startCue(start, end);
      this.#beforeLast = this.#last;
      this.#last = start;
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

  #isBlankLine(start: number): boolean {
    const at = this.#contentStart(start);
    return at >= this.#text.length || this.#text.charCodeAt(at) === LF;
  }

  /**
   * A line of digits; "1.1" too where a blank line or the beginning stands before it.
   * @param before start of the line before it, −1 for none
   */
  #isIndex(start: number, before: number): boolean {
    const text = this.#text;
    const from = this.#contentStart(start);
    let at = from;
    let dots = false;
    while (isDigit(text.charCodeAt(at)) || (at > from && text.charCodeAt(at) === 46)) {
      dots ||= text.charCodeAt(at) === 46;
      at++;
    }
    if (at === from || !this.#isBlankLine(at)) return false;
    return !dots || (before < 0 ? !this.#open : this.#isBlankLine(before));
  }

  #startCue(start: number, end: number): void {
    const index = this.#indexLine();
    const bodyEnd = index < 0 ? start : index;
    if (this.#open) this.#closeCue(bodyEnd);
    else this.#passHead(bodyEnd);
    const { at, startMs, endMs } = this.#cursor;
    const id = index < 0 ? '' : this.#idOf(index);
    const settings = at < end ? trimBlanks(this.#text, at, end) : '';
    checkTimes(this.#log, this.#times, this.#cursor, start);
    this.#open = { id, startMs, endMs, text: '', settings };
    this.#textFrom = Math.min(end + 1, this.#text.length);
    this.#timingAt = start;
  }

  #idOf(index: number): string {
    const from = this.#contentStart(index);
    let at = from;
    while (isDigit(this.#text.charCodeAt(at)) || this.#text.charCodeAt(at) === 46) at++;
    return this.#text.slice(from, at);
  }

  /**
   * Where the index of the timing line being read begins, −1 where it has none. A blank line between the two only counts where
   * the first cue has it too.
   */
  #indexLine(): number {
    const last = this.#last;
    const before = this.#beforeLast >= this.#textFrom ? this.#beforeLast : -1;
    if (last < this.#textFrom) return -1;
    if (this.#isIndex(last, before)) return last;
    if (before < 0 || !this.#isBlankLine(last) || !this.#isIndex(before, -1)) return -1;
    if (!this.#open) this.#gapped = true;
    return this.#gapped ? before : -1;
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
    if (!this.#isBlankLine(beforeStart) || !this.#isIndex(start, beforeStart)) return text.length;
    this.#log.add('lone-index', start, { text: excerpt(text, start, end) });
    return start;
  }
}

/** Reads SRT or SBV. Line ends are \n. */
export const readLoose = (text: string, log: ProblemLog, sbv: boolean): Cue[] => new LooseReader(text, log, sbv).read();
