// The archive's own index, in the archive's own tables, beside the same flat table of cues as everyone's.
import Sqlite from 'better-sqlite3';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SegmentBuilder } from '../../../src/lib/server/search/engine/build.ts';
import { Searcher } from '../../../src/lib/server/search/engine/search.ts';
import { sqliteIndexReader } from '../../../src/lib/server/search/sqlite-reader.ts';

const migrations = join(import.meta.dirname, '../../../drizzle/sqlite');

/** @param {import('../flat.mjs').Corpus} corpus @param {number} first index of the track's first cue */
function* cuesFrom(corpus, first) {
  const track = corpus.track[first];
  for (let i = first; corpus.track[i] === track; i++) {
    yield {
      startMs: corpus.startMs[i],
      endMs: corpus.endMs[i],
      text: corpus.text[i],
      moment: corpus.moment[i],
      position: i - first,
      speaker: null,
      voice: /** @type {const} */ ('original')
    };
  }
}

/** @param {import('../flat.mjs').Corpus} corpus */
function* documentsOf(corpus) {
  const firsts = [];
  for (let i = 0; i < corpus.count; i++) if (i === 0 || corpus.track[i] !== corpus.track[i - 1]) firsts.push(i);
  for (let f = 0; f < firsts.length; f += 2) {
    const pair = firsts.slice(f, f + 2);
    const lasts = pair.map((_, k) => (firsts[f + k + 1] ?? corpus.count) - 1);
    const { slug } = corpus.tracks[corpus.track[pair[0]]];
    yield {
      recordingId: slug,
      fingerprint: '',
      orderKey: slug,
      titles: {},
      speakers: [],
      moments: Math.max(...lasts.map((last) => corpus.moment[last])) + 1,
      tracks: pair.map((first) => ({
        language: corpus.tracks[corpus.track[first]].language,
        versionId: first,
        cues: cuesFrom(corpus, first)
      }))
    };
  }
}

/** @param {Sqlite.Database} db @param {ReturnType<SegmentBuilder['finish']>} data */
function store(db, data) {
  const layout = db.prepare('insert into search_layouts values (1, ?, ?)');
  const document = db.prepare('insert into search_documents values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)');
  const term = db.prepare('insert into search_terms values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)');
  const surface = db.prepare(
    'insert into search_surfaces (segment_id, language, folded, written, term, form, span, postings) values (1, ?, ?, ?, ?, ?, ?, ?)'
  );
  db.transaction(() => {
    db.prepare("insert into search_segments values (1, 'live', 1, ?, ?, ?, ?, 0)").run(
      data.documents.length,
      data.moments,
      data.cues,
      data.words
    );
    for (const l of data.layouts) layout.run(l.language, l.data);
    for (const [number, d] of data.documents.entries()) {
      document.run(
        number,
        d.recordingId,
        d.fingerprint,
        d.orderKey,
        JSON.stringify(d.titles),
        d.firstMoment,
        d.moments,
        JSON.stringify(d.speakers),
        JSON.stringify(d.versions)
      );
    }
    for (const t of data.terms)
      term.run(t.number, t.language, t.term, t.postings, t.moments, t.forms, t.documents, t.body, t.formOf);
    const rows = [...data.surfaces].sort((a, b) =>
      a.language < b.language ? -1 : a.language > b.language ? 1 : a.folded < b.folded ? -1 : 1
    );
    for (const s of rows) surface.run(s.language, s.folded, s.written, s.term, s.form, s.span, s.postings);
  })();
}

/** @type {import('../peer.mjs').MakePeer} */
export default async function make(corpus, work) {
  const file = join(work, 'acervo.db');
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -65536');
  db.pragma('mmap_size = 1073741824');
  for (const name of readdirSync(migrations)
    .filter((each) => each.endsWith('.sql'))
    .sort()) {
    db.exec(readFileSync(join(migrations, name), 'utf8').replaceAll('--> statement-breakpoint', ''));
  }
  db.exec('create table cue (id integer primary key, track int, start int, end int, text text)');
  const began = performance.now();
  const insert = db.prepare('insert into cue values (?, ?, ?, ?, ?)');
  for (let i = 0; i < corpus.count;) {
    db.transaction(() => {
      for (const end = Math.min(corpus.count, i + 50_000); i < end; i++) {
        insert.run(i, corpus.track[i], corpus.startMs[i], corpus.endMs[i], corpus.text[i]);
      }
    })();
  }
  const textS = (performance.now() - began) / 1000;
  const builder = new SegmentBuilder();
  for (const document of documentsOf(corpus)) builder.add(document);
  const collectedS = (performance.now() - began) / 1000 - textS;
  store(db, builder.finish());
  db.pragma('wal_checkpoint(TRUNCATE)');
  const size = db
    .prepare(
      'select sum(length(body) + ifnull(length(documents), 0)) as postings, sum(ifnull(length(form_of), 0)) as forms from search_terms'
    )
    .get();
  const layout = db.prepare('select sum(length(data)) from search_layouts').pluck().get();
  const cue = db.prepare('select track, start, end, text from cue where id = ?');
  const reader = sqliteIndexReader(db);
  const searcher = new Searcher(reader);

  /** @param {{ languages: string[] | null, order: 'oldest' | 'best' }} how @returns {import('../peer.mjs').Ask} */
  const ask =
    ({ languages, order }) =>
    async (query, language, limit) => {
      db.exec('begin');
      const found = await searcher.search({
        query,
        languages: languages === null ? null : [language],
        order,
        voices: [],
        recordings: null,
        speakers: null,
        offset: 0,
        heads: false,
        facets: false,
        limit
      });
      const hits = [];
      for (const { matches } of found.page) {
        let last = '';
        for (const { versionId, firstCue, lastCue } of matches) {
          if (last === `${versionId} ${firstCue} ${lastCue}`) continue;
          last = `${versionId} ${firstCue} ${lastCue}`;
          const row = cue.get(versionId + firstCue);
          let { end, text } = row;
          for (let i = firstCue + 1; i <= lastCue; i++) {
            const next = cue.get(versionId + i);
            end = next.end;
            text += ` ${next.text}`;
          }
          hits.push({ track: row.track, startMs: row.start, endMs: end, text });
        }
      }
      db.exec('commit');
      return { total: found.total, hits };
    };
  return {
    note: `text ${textS.toFixed(2)} s, words ${collectedS.toFixed(2)} s; postings ${(size.postings / corpus.count).toFixed(1)} + forms ${(size.forms / corpus.count).toFixed(1)} + layout ${(layout / corpus.count).toFixed(1)} bytes a cue`,
    diskBytes: () => statSync(file).size,
    modes: {
      time: ask({ languages: [], order: 'oldest' }),
      best: ask({ languages: [], order: 'best' }),
      both: ask({ languages: null, order: 'oldest' })
    },
    fresh: () => searcher.forgetLists()
  };
}
