/** Where a timing line was read; kept in one object a reader, so that half a million cues make no garbage. */
export interface TimingCursor {
  /** Offset of the next character. */
  at: number;
  startMs: number;
  endMs: number;
  /** A time was below 0 and became 0. */
  negative: boolean;
  /** A time was too large for a safe whole number and became the largest. */
  tooLarge: boolean;
}

export const timingCursor = (): TimingCursor => ({ at: 0, startMs: 0, endMs: 0, negative: false, tooLarge: false });

export const maxMs = Number.MAX_SAFE_INTEGER;

const COLON = 58;
const DASH = 45;
const GT = 62;
const DOT = 46;
const COMMA = 44;

/** White space of ASCII without the line end. */
const isBlank = (code: number) => code === 32 || code === 9 || code === 12 || code === 13;
const isDigit = (code: number) => code >= 48 && code <= 57;

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The text between two offsets without white space of ASCII around it: other spaces may be part of a value. */
export function trimBlanks(text: string, from: number, to: number): string {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(Math.min(skipBlanks(text, from), end), end);
}

/** Value of the digits from one offset to another; grows no further than what a time can hold. */
function digitsValue(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) if (value < maxMs) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

export function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Milliseconds; what no safe whole number holds becomes the largest that one does. */
function toMs(cursor: TimingCursor, hours: number, minutes: number, seconds: number, ms: number): number {
  const total = ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
  if (total <= maxMs) return total;
  cursor.tooLarge = true;
  return maxMs;
}

/** "collect a WebVTT timestamp": [h…:]mm:ss.mmm. Leaves cursor.at after it. Null when there is none. */
export function vttTimestamp(text: string, cursor: TimingCursor): number | null {
  const from = cursor.at;
  let at = skipDigits(text, from);
  let first = digitsValue(text, from, at);
  if (at === from || text.charCodeAt(at) !== COLON) return null;
  let hours = at - from !== 2 || first > 59;
  let next = skipDigits(text, at + 1);
  if (next - at !== 3) return null;
  let second = digitsValue(text, at + 1, next);
  at = next;
  let third: number;
  hours ||= text.charCodeAt(at) === COLON;
  if (hours) {
    if (text.charCodeAt(at) !== COLON) return null;
    next = skipDigits(text, at + 1);
    if (next - at !== 3) return null;
    third = digitsValue(text, at + 1, next);
    at = next;
  } else {
    third = second;
    second = first;
    first = 0;
  }
  if (text.charCodeAt(at) !== DOT) return null;
  next = skipDigits(text, at + 1);
  if (next - at !== 4 || second > 59 || third > 59) return null;
  cursor.at = next;
  return toMs(cursor, first, second, third, digitsValue(text, at + 1, next));
}

/** Value of two digits, −1 when one is none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** "00:00:00.000" and nothing else, −1 otherwise. `mark` stands before the milliseconds. */
function plainTime(text: string, at: number, mark: number): number {
  if (text.charCodeAt(at + 2) !== COLON || text.charCodeAt(at + 5) !== COLON || text.charCodeAt(at + 8) !== mark)
    return -1;
  const hours = twoDigits(text, at);
  const minutes = twoDigits(text, at + 3);
  const seconds = twoDigits(text, at + 6);
  const hundredths = twoDigits(text, at + 9);
  const last = text.charCodeAt(at + 11) - 48;
  if (hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return -1;
  if (hundredths < 0 || !(last >= 0 && last <= 9)) return -1;
  return (hours * 3600 + minutes * 60 + seconds) * 1000 + hundredths * 10 + last;
}

/** What nearly every timing line looks like, "00:00:00.000 --> 00:00:00.000", with nothing after it. */
function plainTimings(text: string, at: number, cursor: TimingCursor, mark: number): boolean {
  if (text.charCodeAt(at + 14) !== DASH || text.charCodeAt(at + 15) !== GT || text.charCodeAt(at + 29) !== 10)
    return false;
  if (text.charCodeAt(at + 12) !== 32 || text.charCodeAt(at + 13) !== DASH || text.charCodeAt(at + 16) !== 32)
    return false;
  const startMs = plainTime(text, at, mark);
  const endMs = plainTime(text, at + 17, mark);
  if (startMs < 0 || endMs < 0) return false;
  cursor.startMs = startMs;
  cursor.endMs = endMs;
  cursor.at = at + 29;
  return true;
}

/**
 * "collect WebVTT cue timings" from an offset at the start of a line. True: cursor holds the times and stands after the second.
 * The `\n` that ends the line stops every step, since it is neither digit nor blank.
 */
export function vttTimings(text: string, from: number, cursor: TimingCursor): boolean {
  cursor.negative = false;
  cursor.tooLarge = false;
  if (plainTimings(text, from, cursor, DOT)) return true;
  cursor.at = skipBlanks(text, from);
  const startMs = vttTimestamp(text, cursor);
  if (startMs === null) return false;
  const arrow = skipBlanks(text, cursor.at);
  if (text.charCodeAt(arrow) !== DASH || text.charCodeAt(arrow + 1) !== DASH || text.charCodeAt(arrow + 2) !== GT) {
    return false;
  }
  cursor.at = skipBlanks(text, arrow + 3);
  const endMs = vttTimestamp(text, cursor);
  if (endMs === null) return false;
  cursor.startMs = startMs;
  cursor.endMs = endMs;
  return true;
}

/** Fraction digits as milliseconds: "5" is 500, "1234" is 123. */
function fractionMs(text: string, from: number, to: number): number {
  const value = digitsValue(text, from, Math.min(to, from + 3));
  return value * (to - from === 1 ? 100 : to - from === 2 ? 10 : 1);
}

/** How much of a time was written. */
interface Written {
  hours: boolean;
  fraction: boolean;
}

/**
 * A time of SRT or SBV: [-][h:]m:s with comma, dot or colon before a fraction. In SBV the comma stands between the two times.
 * @returns milliseconds, negative as written, or null
 */
function looseTimestamp(text: string, cursor: TimingCursor, sbv: boolean, written: Written): number | null {
  const minus = text.charCodeAt(cursor.at) === DASH;
  const from = cursor.at + (minus ? 1 : 0);
  let at = skipDigits(text, from);
  if (at === from || text.charCodeAt(at) !== COLON) return null;
  const first = digitsValue(text, from, at);
  let next = skipDigits(text, at + 1);
  if (next === at + 1) return null;
  const second = digitsValue(text, at + 1, next);
  at = next;
  let third = -1;
  let thirdFrom = at;
  if (text.charCodeAt(at) === COLON) {
    thirdFrom = at + 1;
    next = skipDigits(text, thirdFrom);
    if (next === thirdFrom) return null;
    third = digitsValue(text, thirdFrom, next);
    at = next;
  }
  let ms = -1;
  const mark = text.charCodeAt(at);
  if ((mark === COMMA && !sbv) || mark === DOT || (mark === COLON && third >= 0)) {
    next = skipDigits(text, at + 1);
    ms = fractionMs(text, at + 1, next);
    at = next;
  } else if (third >= 0 && at - thirdFrom === 3) {
    // m:s:mmm, a colon before the fraction and no hours
    ms = third;
    third = -1;
  }
  cursor.at = at;
  written.hours = third >= 0;
  written.fraction = ms >= 0;
  const total =
    third < 0 ? toMs(cursor, 0, first, second, Math.max(ms, 0)) : toMs(cursor, first, second, third, Math.max(ms, 0));
  if (!minus) return total;
  cursor.negative ||= total > 0;
  return 0;
}

/** The arrow of SRT; also `->` and `-- >` where both times are written in full. Offset after it, or −1. */
function afterArrow(text: string, from: number): { at: number; plain: boolean } | null {
  let at = from;
  while (text.charCodeAt(at) === DASH) at++;
  const dashes = at - from;
  if (dashes === 0) return null;
  const gt = skipBlanks(text, at);
  return text.charCodeAt(gt) === GT ? { at: gt + 1, plain: dashes > 1 && gt === at } : null;
}

/** Reads the timing line of SRT or SBV from the first character that is not blank. True: cursor holds the times. */
export function looseTimings(text: string, from: number, cursor: TimingCursor, sbv: boolean): boolean {
  cursor.negative = false;
  cursor.tooLarge = false;
  if (!sbv && plainTimings(text, from, cursor, COMMA)) return true;
  cursor.at = from;
  const first: Written = { hours: false, fraction: false };
  const startMs = looseTimestamp(text, cursor, sbv, first);
  if (startMs === null) return false;
  const between = skipBlanks(text, cursor.at);
  const arrow = sbv
    ? text.charCodeAt(between) === COMMA
      ? { at: between + 1, plain: true }
      : null
    : afterArrow(text, between);
  if (!arrow) return false;
  cursor.at = skipBlanks(text, arrow.at);
  const second: Written = { hours: false, fraction: false };
  const endMs = looseTimestamp(text, cursor, sbv, second);
  if (endMs === null) return false;
  // "10:30 -> 12:00" is something to say; a timing line says it in full
  if (!arrow.plain && !(first.hours && second.hours)) return false;
  if (sbv && !isBlank(text.charCodeAt(cursor.at)) && text.charCodeAt(cursor.at) !== 10 && cursor.at < text.length) {
    return false;
  }
  cursor.startMs = startMs;
  cursor.endMs = endMs;
  return true;
}
