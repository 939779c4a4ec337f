import { referenceAt } from '#lib/domain/captions/character-references.ts';

// The cue text tokenizer of WebVTT §6.5: https://www.w3.org/TR/webvtt1/#webvtt-cue-text-tokenizer

export type CueToken =
  | { kind: 'text'; text: string }
  | { kind: 'start'; tag: string; classes: string[]; annotation: string }
  | { kind: 'end'; tag: string }
  | { kind: 'time'; text: string };

/** Receives the tokens one by one: no list is built for a text of half a million tags. */
export interface TokenSink {
  text?(text: string): void;
  start?(tag: string, annotation: string, classes: string): void;
  end?(tag: string): void;
  time?(text: string): void;
}

const AMP = 38;
const LT = 60;
const GT = 62;
const SLASH = 47;
const DOT = 46;

/** TAB, LF, FF, SPACE; CR is gone by then. */
const isSpace = (code: number) => code === 32 || code === 9 || code === 10 || code === 12;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Reads text up to a `<` or the end into the sink; returns where it stopped. */
function readText(text: string, from: number, sink: TokenSink): number {
  let out = '';
  let start = from;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LT) break;
    if (code !== AMP) continue;
    const reference = referenceAt(text, at);
    if (!reference) continue;
    out += text.slice(start, at) + reference.chars;
    start = reference.end;
    at = reference.end - 1;
  }
  sink.text?.(out + text.slice(start, at));
  return at;
}

/** Runs of white space as one space, none at the ends. */
function collapseSpaces(text: string): string {
  const inside = text.slice(isSpace(text.charCodeAt(0)) ? 1 : 0);
  if (!/[\t\n\f\r]|^ | $| {2}/.test(inside)) return inside; // "<v Ana>": nearly always
  return inside.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');
}

/** Reads an annotation up to its `>`; white space runs become one space. */
function readAnnotation(text: string, from: number): { annotation: string; at: number } {
  let out = '';
  let start = from;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GT) break;
    if (code !== AMP) continue;
    const reference = referenceAt(text, at);
    if (!reference) continue;
    out += text.slice(start, at) + reference.chars;
    start = reference.end;
    at = reference.end - 1;
  }
  return { annotation: collapseSpaces(out + text.slice(start, at)), at: Math.min(at + 1, text.length) };
}

function readStartTag(text: string, from: number, sink: TokenSink): number {
  let at = from;
  const until = (stop: (code: number) => boolean) => {
    while (at < text.length && !stop(text.charCodeAt(at))) at++;
  };
  until((code) => code === GT || code === DOT || isSpace(code));
  const tag = text.slice(from, at);
  const classesFrom = at;
  if (text.charCodeAt(at) === DOT) until((code) => code === GT || isSpace(code));
  const classes = text.slice(classesFrom, at);
  if (at >= text.length || text.charCodeAt(at) === GT) {
    sink.start?.(tag, '', classes);
    return Math.min(at + 1, text.length);
  }
  const rest = readAnnotation(text, at);
  sink.start?.(tag, rest.annotation, classes);
  return rest.at;
}

/** Reads the tag whose `<` is at this offset; returns the offset after it. */
function readTag(text: string, lt: number, sink: TokenSink): number {
  const from = lt + 1;
  const first = text.charCodeAt(from);
  if (first !== SLASH && !isDigit(first)) return readStartTag(text, from, sink);
  const gt = text.indexOf('>', from);
  const end = gt < 0 ? text.length : gt;
  if (first === SLASH) sink.end?.(text.slice(from + 1, end));
  else sink.time?.(text.slice(from, end));
  return Math.min(end + 1, text.length);
}

/** Runs the tokenizer over a cue text. Linear; every input is good. */
export function tokenize(text: string, sink: TokenSink): void {
  let at = 0;
  while (at < text.length) at = text.charCodeAt(at) === LT ? readTag(text, at, sink) : readText(text, at, sink);
}

/** The tokens as a list, for short texts. */
export function cueTokens(text: string): CueToken[] {
  const tokens: CueToken[] = [];
  tokenize(text, {
    text: (content) => tokens.push({ kind: 'text', text: content }),
    start: (tag, annotation, classes) =>
      tokens.push({ kind: 'start', tag, classes: classes.split('.').filter((name) => name !== ''), annotation }),
    end: (tag) => tokens.push({ kind: 'end', tag }),
    time: (content) => tokens.push({ kind: 'time', text: content })
  });
  return tokens;
}

/** Text content of a WebVTT cue: tags and timestamps gone, references decoded, white space untouched. */
export function vttPlainText(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return text;
  let out = '';
  tokenize(text, { text: (content) => void (out += content) });
  return out;
}

/** Distinct names of the `<v>` tags of a WebVTT cue, in order of first appearance. */
export function vttSpeakers(text: string): string[] {
  if (!text.includes('<v')) return [];
  const names = new Set<string>();
  tokenize(text, { start: (tag, annotation) => void (tag === 'v' && annotation !== '' && names.add(annotation)) });
  return [...names];
}
