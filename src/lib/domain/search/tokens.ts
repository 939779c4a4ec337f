/**
 * What a word is. One rule for queries, index, browser and command line; see docs/decisions/0008-word-rules.md.
 */

/** A word of a text, with where it stands in it (UTF-16 offsets, the end not included). */
export interface Token {
  /** Lower case, NFC; group marks of numbers are gone (62,000 → 62000). */
  word: string;
  start: number;
  end: number;
  /** Only an apostrophe stands between this word and the one before: K'iche' is k + iche. */
  joined: boolean;
}

/** Longer words are cut: nobody looks for them, and they must not fill the dictionary. */
export const longestWord = 64;

const letterOrDigit = /^[\p{L}\p{N}]$/u;
const continuing = /^[\p{M}\u00ad\u200b-\u200d\u2060]$/u; // combining marks; soft hyphens and joiners that are not seen
// typewriter, typographic, modifier letters (kʼicheʼ, ʻokina), saltillo, prime and accents typed instead
const apostrophes = "'’ʼʻ‘ꞌꞋʹ′`´";
const groupMarks = ".,'’\u00a0\u202f\u2009";

const other = 0;
const wordStart = 1;
const wordRest = 2;
const apostrophe = 3;

function kindOf(character: string): number {
  if (apostrophes.includes(character)) return apostrophe;
  if (letterOrDigit.test(character)) return wordStart;
  return continuing.test(character) ? wordRest : other;
}

// Latin, Greek, Cyrillic and the general punctuation are looked up; the rest of Unicode asks the pattern each time.
const tableSize = 0x2100;
const table = new Uint8Array(tableSize);
for (let code = 0; code < tableSize; code++) table[code] = kindOf(String.fromCharCode(code));

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < tableSize) return table[code] ?? other;
  const point = text.codePointAt(at) ?? 0;
  return kindOf(String.fromCodePoint(point));
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/** Where the number that begins at `start` and whose first digits end at `end` really ends: past all groups of three. */
function endOfNumber(text: string, start: number, end: number): number {
  if (end - start > 3 || text.charCodeAt(start) === 48) return end;
  for (let i = start; i < end; i++) if (!isDigit(text.charCodeAt(i))) return end;
  let last = end;
  while (last + 3 < text.length && groupMarks.includes(text.charAt(last))) {
    if (![1, 2, 3].every((k) => isDigit(text.charCodeAt(last + k)))) break;
    const after = last + 4 < text.length ? kindAt(text, last + 4) : other;
    if (after === wordStart || after === wordRest) break;
    last += 4;
  }
  return last;
}

/**
 * Calls `emit(start, end, joined, grouped)` for every word of the text, in order. The slice start..end is the word as
 * written; `grouped` says that it is a number with group marks. The index asks for slices only, so that it can look up
 * words it has seen without making them anew.
 */
export function scanWords(
  text: string,
  emit: (start: number, end: number, joined: boolean, grouped: boolean) => void
): void {
  let lastEnd = -1;
  for (let i = 0; i < text.length;) {
    const kind = kindAt(text, i);
    if (kind !== wordStart) {
      i += text.charCodeAt(i) >= 0xd800 && text.charCodeAt(i) < 0xdc00 && kind === other ? pairLength(text, i) : 1;
      continue;
    }
    const start = i;
    i += pairLength(text, i);
    for (let k; i < text.length && ((k = kindAt(text, i)) === wordStart || k === wordRest);) i += pairLength(text, i);
    const end = isDigit(text.charCodeAt(start)) ? endOfNumber(text, start, i) : i;
    const joined = lastEnd >= 0 && lastEnd + 1 === start && kindAt(text, lastEnd) === apostrophe;
    emit(start, end, joined, end > i);
    lastEnd = end;
    i = end;
  }
}

/** 2 for a character outside the basic plane, else 1. */
function pairLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff || at + 1 >= text.length) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** A slice that scanWords() found → the word: NFC, lower case, without what is not seen and without group marks. */
export function wordOf(slice: string, grouped = false): string {
  const seen = grouped ? slice.replace(/[^0-9]/g, '') : slice.replace(/[\u00ad\u200b-\u200d\u2060]/g, '');
  const word = seen.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
  return word.length > longestWord ? word.slice(0, longestWord) : word;
}

/** The words of a text in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  scanWords(text, (start, end, joined, grouped) => {
    tokens.push({ word: wordOf(text.slice(start, end), grouped), start, end, joined });
  });
  return tokens;
}

const ascii = /^[\0-\x7f]*$/;

/**
 * The form in which accents do not count: á é í ó ú ü and all other marks fold; ñ does not, it is a letter of its own and
 * not an accented n (año ≠ ano). Expects a word of tokenize().
 */
export function fold(word: string): string {
  if (ascii.test(word)) return word;
  const parts = word.normalize('NFC').split('ñ');
  return parts.map((part) => part.normalize('NFD').replace(/\p{M}+/gu, '')).join('ñ');
}

/** Words that an apostrophe joins, as one: its folded form, the index of its first word and how many words it covers. */
export interface Join {
  at: number;
  span: number;
  folded: string;
}

/** More than this many words in a row joined by apostrophes are not natural language. */
export const longestJoin = 4;

/**
 * All forms joined over an apostrophe (No'j → noj at no), so that K'iche', kʼicheʼ and kiche find each other.
 * `isJoined(i)` tells whether word i is joined to the one before.
 */
export function joinsOf(words: readonly string[], isJoined: (i: number) => boolean): Join[] {
  const joins: Join[] = [];
  for (let at = 0; at < words.length; at++) {
    let folded = fold(words[at] ?? '');
    for (let span = 2; span <= longestJoin && at + span <= words.length && isJoined(at + span - 1); span++) {
      folded += fold(words[at + span - 1] ?? '');
      joins.push({ at, span, folded });
    }
  }
  return joins;
}
