// No index: Buffer.indexOf over one folded text for each language, hits mapped to cues. The only rival that finds phrases over cue borders.
import { fold, tokenize } from '../../../src/lib/domain/search/tokens.ts';

/** @type {import('../peer.mjs').MakePeer} */
export default async function make(corpus) {
  const languages = /** @type {const} */ (['es', 'en']);
  const joined = {};
  for (const language of languages) {
    const parts = [];
    const starts = [];
    const cues = [];
    let at = 1;
    let last = -1;
    for (let i = 0; i < corpus.count; i++) {
      if (corpus.tracks[corpus.track[i]].language !== language) continue;
      let text = tokenize(corpus.text[i])
        .map(({ word }) => fold(word))
        .join(' ');
      if (corpus.track[i] !== last) text = `\n ${text}`;
      last = corpus.track[i];
      starts.push(at);
      cues.push(i);
      parts.push(text);
      at += Buffer.byteLength(text) + 1;
    }
    joined[language] = { bytes: Buffer.from(` ${parts.join(' ')} `), starts: Uint32Array.from(starts), cues };
  }

  /** @param {'es' | 'en'} language @param {import('../../../src/lib/domain/search/query.ts').Atom} atom @returns {number[]} */
  const find = (language, { sequences: [words = []] }) => {
    const { bytes, starts, cues } = joined[language];
    const wanted = Buffer.from(` ${words.map(({ word }) => fold(word)).join(' ')}${words.at(-1)?.prefix ? '' : ' '}`);
    const found = [];
    for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle] <= at + 1) low = middle;
        else high = middle - 1;
      }
      if (found.at(-1) !== cues[low]) found.push(cues[low]);
    }
    return found;
  };
  return {
    note: 'linear in the corpus; phrases run over cues; no stems',
    modes: {
      time: async ({ clauses, excluded }, language, limit) => {
        const sets = clauses.map((clause) => new Set(clause.flatMap((atom) => find(language, atom))));
        const out = excluded.map((atom) => new Set(find(language, atom)));
        const [first = new Set(), ...others] = sets;
        const ids = [...first].filter((id) => others.every((set) => set.has(id)) && !out.some((set) => set.has(id)));
        const hits = ids.slice(0, limit).map((i) => ({
          track: corpus.track[i],
          startMs: corpus.startMs[i],
          endMs: corpus.endMs[i],
          text: corpus.text[i]
        }));
        return { total: ids.length, hits };
      }
    }
  };
}
