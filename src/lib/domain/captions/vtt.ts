import { checkTag } from '#lib/domain/captions/check-tags.ts';
import { checkTimes, timeLine } from '#lib/domain/captions/cue-times.ts';
import { excerpt, type ProblemLog } from '#lib/domain/captions/problem-log.ts';
import { parseRegion, parseSettings } from '#lib/domain/captions/settings.ts';
import { skipBlanks, skipDigits, timingCursor, trimBlanks, vttTimings } from '#lib/domain/captions/timing.ts';
import type { Block, Cue, Region } from '#lib/domain/captions/types.ts';

export interface VttContent {
  cues: Cue[];
  regions: Region[];
  blocks: Block[];
  header: string;
  shortTimes: boolean;
}

const LF = 10;

/** The signature: "WEBVTT", then the end, a space, a tab or a line end. */
export function hasVttSignature(text: string): boolean {
  if (!text.startsWith('WEBVTT')) return false;
  const next = text.charCodeAt(6);
  return Number.isNaN(next) || next === 32 || next === 9 || next === LF;
}

/** "STYLE" or "REGION" and nothing but white space. */
const isKeyword = (line: string, keyword: string) =>
  line.startsWith(keyword) && /^[\t\f\r ]*$/.test(line.slice(keyword.length));

/**
 * The WebVTT parser algorithm, W3C WebVTT §6.1, in one pass. Offsets of the next arrow and the next blank line are kept until
 * they are passed, so that no character is looked for twice: linear whatever the file holds.
 */
class VttReader {
  readonly #cursor = timingCursor();
  readonly #times = timeLine();
  readonly #settings = new Map<string, string>();
  readonly #regionIds = new Set<string>();
  readonly #content: VttContent = { cues: [], regions: [], blocks: [], header: '', shortTimes: false };
  readonly #text: string;
  readonly #log: ProblemLog;
  #at = 0;
  #nextArrow = -1;
  #nextBlank = -1;
  #nextTag = -1;
  #hours = false;

  constructor(text: string, log: ProblemLog) {
    this.#text = text;
    this.#log = log;
  }

  read(): VttContent {
    const text = this.#text;
    this.#readHeader();
    for (;;) {
      while (text.charCodeAt(this.#at) === LF) this.#at++;
      if (this.#at >= text.length) break;
      this.#readBlock();
    }
    this.#content.shortTimes = this.#content.cues.length > 0 && !this.#hours;
    return this.#content;
  }

  #lineEnd(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? this.#text.length : end;
  }

  /** True when there is an arrow between two offsets of which the first never goes back. */
  #hasArrow(from: number, to: number): boolean {
    if (this.#nextArrow < from) {
      const found = this.#text.indexOf('-->', from);
      this.#nextArrow = found < 0 ? Infinity : found;
    }
    return this.#nextArrow < to;
  }

  /** Where the lines from this offset end: before a blank line, a line with an arrow or the end of the file. */
  #blockEnd(from: number): number {
    const text = this.#text;
    if (from >= text.length) return text.length;
    if (text.charCodeAt(from) === LF) return from;
    if (this.#nextBlank < from) {
      const found = text.indexOf('\n\n', from);
      this.#nextBlank = found < 0 ? Infinity : found;
    }
    let end = this.#nextBlank;
    if (end > text.length) end = text.charCodeAt(text.length - 1) === LF ? text.length - 1 : text.length;
    if (this.#hasArrow(from, end)) {
      const lineStart = text.lastIndexOf('\n', this.#nextArrow) + 1;
      end = lineStart - 1;
    }
    return end;
  }

  /** After the first line: the lines up to a blank one are the header, unless the first is blank or holds an arrow. */
  #readHeader(): void {
    const text = this.#text;
    const end = this.#lineEnd(0);
    this.#content.header = text.slice(6, end);
    this.#at = end + 1;
    if (this.#at >= text.length || text.charCodeAt(this.#at) === LF) return;
    const from = this.#at;
    const firstEnd = this.#lineEnd(from);
    if (this.#hasArrow(from, firstEnd)) return;
    const blockEnd = this.#blockEnd(from);
    this.#content.header += `\n${text.slice(from, blockEnd)}`;
    this.#at = blockEnd + 1;
  }

  #readBlock(): void {
    const first = this.#at;
    const firstEnd = this.#lineEnd(first);
    if (this.#hasArrow(first, firstEnd)) return this.#readCue('', first, firstEnd, first);
    const second = firstEnd + 1;
    if (second < this.#text.length && this.#text.charCodeAt(second) !== LF) {
      const secondEnd = this.#lineEnd(second);
      if (this.#hasArrow(second, secondEnd)) {
        return this.#readCue(this.#text.slice(first, firstEnd), second, secondEnd, first);
      }
    }
    this.#readOther(first, firstEnd);
  }

  #readCue(id: string, timing: number, timingEnd: number, first: number): void {
    const text = this.#text;
    const from = timingEnd + 1;
    const end = this.#blockEnd(from);
    this.#at = end + 1;
    const cursor = this.#cursor;
    if (!vttTimings(text, timing, cursor)) {
      this.#log.add('bad-timing', timing, { text: excerpt(text, timing, timingEnd) });
      this.#content.blocks.push(this.#block('other', text.slice(first, end > from ? end : timingEnd)));
      return;
    }
    const { startMs, endMs } = cursor;
    if (startMs < this.#times.lastEndMs || endMs <= startMs || cursor.tooLarge) {
      checkTimes(this.#log, this.#times, cursor, timing);
    } else {
      this.#times.lastStartMs = startMs;
      this.#times.lastEndMs = endMs;
    }
    this.#noteHours(timing);
    const settings = this.#readSettings(cursor.at, timingEnd, timing);
    const body = end > from ? text.slice(from, end) : '';
    if (body === '') this.#log.add('empty-cue', timing);
    else this.#checkTags(from, end);
    this.#content.cues.push({ id, startMs, endMs, text: body, settings });
  }

  /** Times that could have been short but are not: "00:…" with hours. */
  #noteHours(timing: number): void {
    if (this.#hours || this.#cursor.startMs >= 3_600_000) return;
    const from = skipBlanks(this.#text, timing);
    const minutes = skipDigits(this.#text, skipDigits(this.#text, from) + 1);
    this.#hours = this.#text.charCodeAt(minutes) === 58;
  }

  #checkTags(from: number, to: number): void {
    if (this.#nextTag < from) this.#nextTag = this.#tagFrom(from);
    while (this.#nextTag < to) this.#nextTag = this.#tagFrom(checkTag(this.#text, this.#nextTag, to, this.#log));
  }

  #tagFrom(from: number): number {
    const found = this.#text.indexOf('<', from);
    return found < 0 ? Infinity : found;
  }

  /** The settings as written. Most files repeat a few: each is checked and kept once. */
  #readSettings(from: number, to: number, timing: number): string {
    if (from >= to) return ''; // nothing after the end time: nearly always
    const written = trimBlanks(this.#text, from, to);
    if (written === '') return '';
    const known = this.#settings.get(written);
    if (known !== undefined) return known;
    let good = true;
    parseSettings(written, this.#regionIds, (setting, why) => {
      good = false;
      this.#log.add(why, timing, { setting: excerpt(setting, 0, setting.length) });
    });
    if (good) this.#settings.set(written, written); // what is wrong is reported at every cue
    return written;
  }

  #block(kind: Block['kind'], text: string): Block {
    return { kind, beforeCue: this.#content.cues.length, text };
  }

  /** A block without a timing line: comment, style, region, or nothing that the format knows. */
  #readOther(first: number, firstEnd: number): void {
    const text = this.#text;
    const end = Math.max(firstEnd, this.#blockEnd(first));
    this.#at = end + 1;
    const line = text.slice(first, firstEnd);
    const content = text.slice(first, end);
    const { blocks, cues, regions } = this.#content;
    const late = cues.length > 0;
    const style = isKeyword(line, 'STYLE');
    const region = isKeyword(line, 'REGION');
    if (style || region) {
      if (late) this.#log.add(style ? 'late-style' : 'late-region', first);
      else if (region && end > firstEnd) {
        const defined = parseRegion(text.slice(firstEnd + 1, end));
        regions.push(defined);
        this.#regionIds.add(defined.id);
      }
      blocks.push(this.#block(late ? 'other' : style ? 'style' : 'region', content));
      return;
    }
    const note = line === 'NOTE' || line.startsWith('NOTE ') || line.startsWith('NOTE\t');
    if (!note) this.#log.add('block-ignored', first, { text: excerpt(text, first, end) });
    blocks.push(this.#block(note ? 'note' : 'other', content));
  }
}

/** Reads a WebVTT text that has the signature. Line ends are \n and NUL is already U+FFFD. */
export const readVtt = (text: string, log: ProblemLog): VttContent => new VttReader(text, log).read();
