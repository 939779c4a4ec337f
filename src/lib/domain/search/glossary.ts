import { atomOf, limits, type Atom, type Query } from '#lib/domain/search/query.ts';
import { stem } from '#lib/domain/search/stem.ts';
import { tokenize } from '#lib/domain/search/tokens.ts';

/** An entry of the archive's word list: how a thing is called in each language, the best word first. */
export interface GlossaryEntry {
  en: readonly string[];
  es: readonly string[];
  /** Words of others: a search with them is led on, but they are never put forward. */
  others: readonly string[];
}

/** A word that is searched as well. */
export interface Expansion {
  /** What was typed. */
  of: string;
  language: 'en' | 'es';
  word: string;
}

/** At most so many words are added for one that was typed. */
const mostAdded = 2;

const keyOf = (text: string, language: 'en' | 'es') =>
  tokenize(text)
    .map(({ word }) => stem(word, language))
    .join(' ');

/** Words of the other language for what was typed, from the word list; `without` are those that the reader took out. */
export function expansionsOf(query: Query, entries: readonly GlossaryEntry[], without: readonly string[]): Expansion[] {
  const found: Expansion[] = [];
  for (const atom of query.clauses.flat()) {
    for (const [from, to] of [
      ['es', 'en'],
      ['en', 'es']
    ] as const) {
      const key = keyOf(atom.text, from);
      const entry = entries.find((each) => each[from].some((term) => keyOf(term, from) === key));
      if (key === '' || entry === undefined) continue;
      for (const word of entry[to].filter((each) => !entry.others.includes(each)).slice(0, mostAdded)) {
        const known = found.some((each) => each.word === word) || without.includes(word);
        if (!known && word.toLowerCase() !== atom.text.toLowerCase()) found.push({ of: atom.text, language: to, word });
      }
      break;
    }
  }
  return found.slice(0, limits.terms);
}

/** The query with the words as alternatives to what was typed. */
export function expand(query: Query, expansions: readonly Expansion[]): Query {
  const added = (atom: Atom) =>
    expansions.filter(({ of }) => of === atom.text).flatMap(({ word }) => atomOf(word) ?? []);
  return { ...query, clauses: query.clauses.map((clause) => clause.flatMap((atom) => [atom, ...added(atom)])) };
}
