import { fold, tokenize } from '#lib/domain/search/tokens.ts';

/** A word that was found, with the words around it. */
export interface ConcordanceLine {
  left: string;
  word: string;
  right: string;
  /** BCP 47. */
  language: string;
  speaker: string | null;
  year: string | null;
  /** Index in the list of sources. */
  source: number;
  startMs: number;
  href: string;
}

export const concordanceOrders = ['place', 'left', 'right', 'word'] as const;
export type ConcordanceOrder = (typeof concordanceOrders)[number];

interface MarkedCue {
  text: string;
  marks: readonly (readonly [number, number])[];
}

/** As many letters of context as a line of a page holds, cut at a word. */
const contextLength = 72;

function lastWords(text: string): string {
  const clean = text.replace(/\s+/gu, ' ').trimStart();
  return clean.length <= contextLength ? clean : clean.slice(-contextLength).replace(/^\S*\s/u, '');
}
function firstWords(text: string): string {
  const clean = text.replace(/\s+/gu, ' ').trimEnd();
  return clean.length <= contextLength ? clean : clean.slice(0, contextLength).replace(/\s\S*$/u, '');
}

export interface Excerpt {
  left: string;
  word: string;
  right: string;
}

/** Each marked place of the cues with its context; `before` and `after` are the words of the cues around them. */
export function excerptsOf(cues: readonly MarkedCue[], before: string, after: string): (Excerpt & { cue: number })[] {
  let text = before === '' ? '' : `${before} `;
  const places: { cue: number; from: number; to: number }[] = [];
  for (const [cue, { text: words, marks }] of cues.entries()) {
    for (const [from, to] of marks) places.push({ cue, from: text.length + from, to: text.length + to });
    text += `${words} `;
  }
  text += after;
  return places.map(({ cue, from, to }) => ({
    cue,
    left: lastWords(text.slice(0, from)),
    word: text.slice(from, to).replace(/\s+/gu, ' '),
    right: firstWords(text.slice(to))
  }));
}

const keyOf = (words: string): string[] => tokenize(words).map(({ word }) => fold(word));

/** The words that count for an order: from the found one outwards, then what follows it. */
const keys: Record<Exclude<ConcordanceOrder, 'place'>, (line: Excerpt) => string> = {
  left: ({ left, word }) => [...keyOf(left).reverse(), ...keyOf(word)].join(' '),
  right: ({ right, word }) => [...keyOf(right), ...keyOf(word)].join(' '),
  word: ({ word, right }) => [...keyOf(word), ...keyOf(right)].join(' ')
};

/** Lines in an order of the reader's; equal ones stay as they were. */
export function inOrder<L extends Excerpt>(lines: readonly L[], order: ConcordanceOrder): L[] {
  if (order === 'place') return [...lines];
  const keyed = lines.map((line) => ({ line, key: keys[order](line) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ line }) => line);
}

export interface Count {
  value: string;
  count: number;
}

/** How often each value stands, the most frequent first; years in their own order. */
export function counted(values: readonly (string | null)[], byValue = false): Count[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const all = [...counts].map(([value, count]) => ({ value, count }));
  return all.sort((a, b) => (byValue ? 0 : b.count - a.count) || (a.value < b.value ? -1 : 1));
}
