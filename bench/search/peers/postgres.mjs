// PostgreSQL: a tsvector for each cue (unaccent, then its Snowball stemmer) under GIN. Times hold the protocol.
// On the throw-away server of scripts/with-postgres.mjs: its usual settings, and nothing waits for the disk.
import connect from 'postgres';

/** @param {import('../../../src/lib/domain/search/query.ts').Element} element */
const literal = ({ word, prefix }) => `'${word.replace(/[':\\&|!()<>*]/g, ' ').trim()}'${prefix ? ':*' : ''}`;
/** @param {import('../../../src/lib/domain/search/query.ts').Atom} atom */
const group = ({ sequences: [words = []] }) => `(${words.map(literal).join(' <-> ')})`;

/** @type {import('../peer.mjs').MakePeer} */
export default async function make(corpus) {
  const db = connect(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined });
  await db.unsafe(`drop table if exists cue; create extension if not exists unaccent;
    drop text search configuration if exists es; drop text search configuration if exists en;
    create text search configuration es (copy = spanish);
    alter text search configuration es alter mapping for hword, hword_part, word with unaccent, spanish_stem;
    create text search configuration en (copy = english);
    alter text search configuration en alter mapping for hword, hword_part, word with unaccent, english_stem;
    create table cue (id int primary key, track int, lang text, start int, stop int, text text, words tsvector)`);
  for (let i = 0; i < corpus.count;) {
    const ids = Array.from({ length: Math.min(5000, corpus.count - i) }, (_, k) => i + k);
    i += ids.length;
    await db`insert into cue select a, b, l, s, e, t, to_tsvector(l::regconfig, t) from unnest(
      ${ids}::int[], ${ids.map((k) => corpus.track[k])}::int[],
      ${ids.map((k) => corpus.tracks[corpus.track[k]].language)}::text[], ${ids.map((k) => corpus.startMs[k])}::int[],
      ${ids.map((k) => corpus.endMs[k])}::int[], ${ids.map((k) => corpus.text[k])}::text[]) as x (a, b, l, s, e, t)`;
  }
  await db.unsafe("create index cue_es on cue using gin (words) where lang = 'es'");
  await db.unsafe("create index cue_en on cue using gin (words) where lang = 'en'");
  await db.unsafe('vacuum analyze cue');
  const [{ bytes = 0 } = {}] = await db`select pg_total_relation_size('cue')::float8 as bytes`;
  return {
    note: 'a server of its own, whose memory is not in the memory shown; count and first 50 in one statement',
    diskBytes: () => Number(bytes),
    close: () => db.end({ timeout: 1 }),
    modes: {
      time: async ({ clauses, excluded }, language, limit) => {
        const all = clauses.map((clause) => `(${clause.map(group).join(' | ')})`).join(' & ');
        if (all === '') return { total: 0, hits: [] };
        const wanted = excluded.length > 0 ? `(${all}) & !(${excluded.map(group).join(' | ')})` : all;
        const rows = await db.unsafe(
          `with met as materialized (select id from cue where lang = '${language}' and words @@ to_tsquery('${language}', $1))
           select (select count(*)::int from met) as total, c.track, c.start as "startMs", c.stop as "endMs", c.text
           from (select id from met order by id limit ${limit}) p join cue c using (id) order by c.id`,
          [wanted],
          { prepare: true }
        );
        return {
          total: rows[0]?.total ?? 0,
          hits: rows.map(({ track, startMs, endMs, text }) => ({ track, startMs, endMs, text }))
        };
      }
    }
  };
}
