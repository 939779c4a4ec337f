// What visitors ask for: words of the corpus by how often they stand, from the index of the archive itself.
import Sqlite from 'better-sqlite3';

/** @param {string} database */
export function wordsOf(database) {
  const db = new Sqlite(database, { readonly: true });
  const rows = db
    .prepare(
      `select s.folded, sum(s.postings) as n from search_surfaces s join search_segments g on g.id = s.segment_id
       where g.state = 'live' and s.span = 1 and length(s.folded) > 1 group by s.folded order by n desc`
    )
    .all();
  db.close();
  const words = rows.map(({ folded }) => String(folded));
  return { common: words.slice(0, 60), middle: words.slice(120, 1200), rare: words.slice(-2000) };
}

/** Repeatable. @param {ReturnType<typeof wordsOf>} words @param {number} seed */
export function questions({ common, middle, rare }, seed) {
  let state = seed;
  const below = (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const one = (/** @type {string[]} */ list) => list[below(list.length)] ?? 'de';
  const kinds = [
    () => one(common),
    () => one(middle),
    () => one(rare),
    () => `${one(common)} ${one(middle)}`,
    () => `${one(middle).slice(0, 4)}*`,
    () => `"${one(common)} ${one(common)}"`,
    () => `${one(middle)} -${one(common)}`
  ];
  return () => (kinds[below(kinds.length)] ?? kinds[0])?.() ?? 'de';
}
