/** What is looked for in the texts of a track. */
export interface FindRequest {
  text: string;
  /** á is not a, ñ is not n. */
  accents: boolean;
  capitals: boolean;
  wholeWord: boolean;
  regex: boolean;
}

export interface Match {
  cue: number;
  start: number;
  end: number;
}

/** A text in the form in which it is compared, and where each of its units stood. */
function folded(text: string, { accents, capitals }: FindRequest): { text: string; from: number[] } {
  let out = '';
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    let one = accents ? character : character.normalize('NFD').replace(/\p{M}/gu, '');
    if (!capitals) one = one.toLowerCase();
    for (let unit = 0; unit < one.length; unit++) from.push(at);
    out += one;
    at += character.length;
  }
  from.push(at);
  return { text: out, from };
}

const wordSign = /[\p{L}\p{M}\p{N}_]/u;
const before = (text: string, at: number) => at > 0 && wordSign.test(text.charAt(at - 1));
const after = (text: string, at: number) => at < text.length && wordSign.test(text.charAt(at));

function plainMatches(text: string, request: FindRequest, needle: string, cue: number): Match[] {
  const { text: hay, from } = folded(text, request);
  const found: Match[] = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
    const start = from[at] ?? 0;
    let end = from[at + needle.length] ?? text.length;
    while (/\p{M}/u.test(text.charAt(end)) && !request.accents) end++; // an accent that stands by itself goes with its letter
    if (request.wholeWord && (before(text, start) || after(text, end))) continue;
    found.push({ cue, start, end });
  }
  return found;
}

/** Throws a SyntaxError when the pattern is none. */
export const patternOf = ({ text, capitals }: FindRequest): RegExp => new RegExp(text, capitals ? 'gu' : 'giu');

function patternMatches(text: string, pattern: RegExp, wholeWord: boolean, cue: number): Match[] {
  return Array.from(text.matchAll(pattern)).flatMap((match): Match[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    return start === end || (wholeWord && (before(text, start) || after(text, end))) ? [] : [{ cue, start, end }];
  });
}

/** Every place, in order. A pattern can take very long: let a worker look for it, and end the worker. */
export function findInTexts(texts: readonly string[], request: FindRequest): Match[] {
  if (request.text === '') return [];
  if (!request.regex) {
    const needle = folded(request.text.normalize('NFC'), request).text;
    return needle === '' ? [] : texts.flatMap((text, cue) => plainMatches(text, request, needle, cue));
  }
  const pattern = patternOf(request);
  return texts.flatMap((text, cue) => patternMatches(text, pattern, request.wholeWord, cue));
}

/** The texts of the cues that have matches, with the other words; $1 and $& in a pattern's replacement are what it found. */
export function replaceMatches(
  texts: readonly string[],
  matches: readonly Match[],
  replacement: string,
  request: FindRequest
): Map<number, string> {
  const changed = new Map<number, string>();
  const pattern = request.regex ? new RegExp(patternOf(request).source, request.capitals ? 'u' : 'iu') : null;
  for (const { cue, start, end } of [...matches].sort((a, b) => b.cue - a.cue || b.start - a.start)) {
    const text = changed.get(cue) ?? texts[cue] ?? '';
    const found = text.slice(start, end);
    // a pattern that looks at what stands around its match does not match alone: then the words stand as they are written
    const words = pattern?.test(found) ? found.replace(pattern, replacement) : replacement;
    changed.set(cue, text.slice(0, start) + words + text.slice(end));
  }
  return changed;
}
