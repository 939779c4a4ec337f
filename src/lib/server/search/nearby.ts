import { fold } from '#lib/domain/search/tokens.ts';
import type { ArchiveReader, WordRow } from '#lib/server/search/archive-reader.ts';

/** A word of the archive that may have been meant. */
export interface NearWord {
  /** As it is written. */
  word: string;
  language: string;
  /** How often it stands in the archive. */
  postings: number;
}

export interface Nearby {
  /** With ñ for an n of the word, or the reverse. */
  withTilde: NearWord[];
  /** Few letters away, the nearest and most frequent first. */
  similar: NearWord[];
}

const mostOffered = 5;

/** Words of the archive near a word that was not found. */
export async function nearbyWords(reader: ArchiveReader, word: string): Promise<Nearby> {
  const folded = fold(word);
  const plain = folded.replaceAll('ñ', 'n');
  const reach = folded.length < 5 ? 1 : 2;
  const tilde = new Map<string, NearWord>();
  const similar = new Map<string, NearWord & { away: number }>();
  for (const row of await reader.words()) {
    if (row.folded === folded) continue;
    if (row.folded.replaceAll('ñ', 'n') === plain) keep(tilde, row);
    else if (Math.abs(row.folded.length - folded.length) <= reach && row.folded.charAt(0) === folded.charAt(0)) {
      const away = distance(folded, row.folded, reach);
      if (away <= reach) keep(similar, row, away);
    }
  }
  const frequent = (a: NearWord, b: NearWord) => b.postings - a.postings;
  return {
    withTilde: [...tilde.values()].sort(frequent).slice(0, mostOffered),
    similar: [...similar.values()]
      .sort((a, b) => a.away - b.away || frequent(a, b))
      .slice(0, mostOffered)
      .map(({ word: near, language, postings }) => ({ word: near, language, postings }))
  };
}

function keep<T extends NearWord>(words: Map<string, T>, row: WordRow, away?: number): void {
  const word = row.written ?? row.folded;
  const known = words.get(word);
  const postings = row.postings + (known?.postings ?? 0);
  words.set(word, { word, language: row.language, postings, ...(away === undefined ? {} : { away }) } as T);
}

/** Letters to change, add, leave out or swap with their neighbor; more than `most` counts as most + 1. */
export function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/** Those of the words that stand in the archive, the most frequent first. */
export async function knownWords(reader: ArchiveReader, words: readonly string[]): Promise<NearWord[]> {
  const found = new Map<string, NearWord>();
  for (const word of words) {
    for (const row of await reader.wordNamed(fold(word))) keep(found, row);
  }
  return [...found.values()].sort((a, b) => b.postings - a.postings);
}

/** Frequent words that begin so, for suggestions. */
export async function wordsBeginning(reader: ArchiveReader, begin: string, most: number): Promise<NearWord[]> {
  const found = new Map<string, NearWord>();
  for (const row of await reader.words(fold(begin))) keep(found, row);
  return [...found.values()].sort((a, b) => b.postings - a.postings).slice(0, most);
}
