// FlexSearch: an entry a cue, an index for each language, "forward" so that word* works; phrases by a second look at the text.
import FlexSearch from 'flexsearch';
import { checkText, plainWords } from '../check-text.mjs';

const { Charset, Index } = FlexSearch;

/** @type {import('../peer.mjs').MakePeer} */
export default async function make(corpus) {
  const options = { tokenize: 'forward', encoder: Charset.Normalize, resolution: 1 };
  const index = { es: new Index(options), en: new Index(options) };
  for (let i = 0; i < corpus.count; i++) index[corpus.tracks[corpus.track[i]].language].add(i, corpus.text[i]);
  return {
    note: 'in memory, built at each start; every word is a prefix too, so totals are wrong; ñ is folded; no stems',
    modes: {
      time: async (query, language, limit) => {
        const found = index[language].search(plainWords(query).words.join(' '), { limit: 10_000_000 });
        return checkText(
          corpus,
          query,
          found.map(Number).sort((a, b) => a - b),
          limit
        );
      }
    }
  };
}
