// SQLite FTS5, one row a cue, external content, an index for each language; by row, and by bm25.
import Sqlite from 'better-sqlite3';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const tokenizers = { es: 'unicode61 remove_diacritics 2', en: 'porter unicode61 remove_diacritics 2' };

/** @param {import('../../../src/lib/domain/search/query.ts').Query} query */
function matchOf({ clauses, excluded }) {
  const group = (/** @type {import('../../../src/lib/domain/search/query.ts').Atom} */ { sequences: [words = []] }) =>
    `"${words.map(({ word }) => word.replaceAll('"', '""')).join(' ')}"${words.at(-1)?.prefix ? '*' : ''}`;
  const all = clauses.map((clause) => `(${clause.map(group).join(' OR ')})`).join(' AND ');
  return all && excluded.length > 0 ? `(${all}) NOT (${excluded.map(group).join(' OR ')})` : all;
}

/** @type {import('../peer.mjs').MakePeer} */
export default async function make(corpus, work) {
  const file = join(work, 'fts5.db');
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -65536');
  db.pragma('mmap_size = 1073741824');
  db.exec('create table cue (id integer primary key, track int, start int, end int, text text)');
  for (const [language, tokenizer] of Object.entries(tokenizers)) {
    db.exec(`create view v_${language} as select id, text from cue;
      create virtual table f_${language} using fts5(text, content='v_${language}', content_rowid='id', tokenize='${tokenizer}')`);
  }
  const insert = db.prepare('insert into cue values (?, ?, ?, ?, ?)');
  const index = {
    es: db.prepare('insert into f_es (rowid, text) values (?, ?)'),
    en: db.prepare('insert into f_en (rowid, text) values (?, ?)')
  };
  for (let i = 0; i < corpus.count;) {
    db.transaction(() => {
      for (const end = Math.min(corpus.count, i + 50_000); i < end; i++) {
        insert.run(i, corpus.track[i], corpus.startMs[i], corpus.endMs[i], corpus.text[i]);
        index[corpus.tracks[corpus.track[i]].language].run(i, corpus.text[i]);
      }
    })();
  }
  for (const language of ['es', 'en']) db.exec(`insert into f_${language} (f_${language}) values ('optimize')`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  /** @param {string} order @returns {import('../peer.mjs').Ask} */
  const ask = (order) => {
    const statements = Object.fromEntries(
      Object.keys(tokenizers).map((language) => [
        language,
        {
          count: db.prepare(`select count(*) from f_${language} where f_${language} match ?`).pluck(),
          page: db.prepare(`select c.track, c.start as startMs, c.end as endMs, c.text from f_${language} f
            join cue c on c.id = f.rowid where f_${language} match ? order by ${order} limit ?`)
        }
      ])
    );
    return async (query, language, limit) => {
      const match = matchOf(query);
      if (match === '') return { total: 0, hits: [] };
      return { total: statements[language].count.get(match), hits: statements[language].page.all(match, limit) };
    };
  };
  return {
    note: 'external content; unicode61 with diacritics removed, porter for English; exact count and the first 50',
    diskBytes: () => statSync(file).size,
    modes: { time: ask('f.rowid'), best: ask('f.rank') }
  };
}
