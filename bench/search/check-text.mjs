// What a builder adds by hand to an index of words: phrases and excluded words are looked for in the text of each hit.
import { fold, tokenize } from '../../src/lib/domain/search/tokens.ts';

/** @typedef {import('../../src/lib/domain/search/query.ts').Query} Query */

/** All words that must be there, and those of them that are beginnings. @param {Query} query */
export function plainWords({ clauses }) {
  const elements = clauses.flatMap((clause) => clause.flatMap(({ sequences: [words = []] }) => words));
  return {
    words: elements.map(({ word }) => word),
    prefixes: elements.filter(({ prefix }) => prefix).map(({ word }) => fold(word))
  };
}

/** @param {import('../../src/lib/domain/search/query.ts').Atom} atom */
const patternOf = ({ sequences: [words = []] }) =>
  new RegExp(`(?<= )${words.map(({ word, prefix }) => `${fold(word)}${prefix ? '[^ ]*' : ''}`).join(' ')}(?= )`, 'u');

/** @param {import('./flat.mjs').Corpus} corpus @param {Query} query @param {number[]} ids @param {number} limit */
export function checkText(corpus, { clauses, excluded }, ids, limit) {
  const wanted = clauses
    .flat()
    .filter(({ sequences: [words = []] }) => words.length > 1)
    .map(patternOf);
  const unwanted = excluded.map(patternOf);
  const kept = ids.filter((i) => {
    if (wanted.length + unwanted.length === 0) return true;
    const text = ` ${tokenize(corpus.text[i])
      .map(({ word }) => fold(word))
      .join(' ')} `;
    return wanted.every((pattern) => pattern.test(text)) && !unwanted.some((pattern) => pattern.test(text));
  });
  const hits = kept
    .slice(0, limit)
    .map((i) => ({ track: corpus.track[i], startMs: corpus.startMs[i], endMs: corpus.endMs[i], text: corpus.text[i] }));
  return { total: kept.length, hits };
}
