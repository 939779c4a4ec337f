// MiniSearch: a document a cue, an index for each language, the archive's folding; phrases by looking at the text again.
import MiniSearch from 'minisearch';
import { fold, tokenize } from '../../../src/lib/domain/search/tokens.ts';
import { checkText, plainWords } from '../check-text.mjs';

/** @type {import('../peer.mjs').MakePeer} */
export default async function make(corpus) {
  const options = {
    fields: ['text'],
    tokenize: (/** @type {string} */ text) => tokenize(text).map(({ word }) => word),
    processTerm: fold
  };
  const index = { es: new MiniSearch(options), en: new MiniSearch(options) };
  for (let i = 0; i < corpus.count; i++) {
    index[corpus.tracks[corpus.track[i]].language].add({ id: i, text: corpus.text[i] });
  }
  return {
    note: 'in memory, built at each start; no stems, phrases inside a cue by a second look at the text',
    modes: {
      time: async (query, language, limit) => {
        const { words, prefixes } = plainWords(query);
        const prefix = (/** @type {string} */ term) => prefixes.includes(term);
        const found = index[language].search(words.join(' '), { combineWith: 'AND', prefix });
        return checkText(
          corpus,
          query,
          found.map(({ id }) => id).sort((a, b) => a - b),
          limit
        );
      }
    }
  };
}
