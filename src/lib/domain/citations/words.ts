/** A cue of one version of a track, as a reader sees it. */
export interface PlainCue {
  startMs: number;
  endMs: number;
  /** Without markup and speaker. */
  text: string;
}

/** A word as it is written, with its punctuation, and the cue that it stands in. */
export interface Word {
  text: string;
  /** Index of the cue. */
  cue: number;
}

/** Words of a version in their order. Versions never change, so a word's index is an address that lasts. */
export const wordsOf = (cues: readonly PlainCue[]): Word[] =>
  cues.flatMap(({ text }, cue) =>
    text
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word) => ({ text: word, cue }))
  );

/** A stretch of words in a version; `to` is the first word after it. */
export interface Span {
  from: number;
  to: number;
}

export interface Place extends Span {
  startMs: number;
  endMs: number;
  text: string;
}

/** The span as text and time. Times are those of its cues: a clip must not begin or end inside a word. */
export function placeOf(words: readonly Word[], cues: readonly PlainCue[], { from, to }: Span): Place | null {
  const [first, last] = [words[from], words[to - 1]];
  const [start, end] = [cues[first?.cue ?? -1], cues[last?.cue ?? -1]];
  if (!start || !end || to <= from) return null;
  const text = words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
  return { from, to, text, startMs: start.startMs, endMs: Math.max(start.endMs, end.endMs) };
}

/** Where these words stand, one after another; the start of each find. */
export function findAll(words: readonly Word[], wanted: readonly string[]): number[] {
  const [first] = wanted;
  if (first === undefined) return [];
  const found: number[] = [];
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (words[at]?.text === first && wanted.every((word, i) => words[at + i]?.text === word)) found.push(at);
  }
  return found;
}

/** FNV-1a of the words, 32 bits in base 36: tells a mistyped link from a true one, and finds words again without their version. */
export function checksumOf(words: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const char of words.join(' ')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
