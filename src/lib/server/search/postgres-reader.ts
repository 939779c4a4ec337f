import { AsyncLocalStorage } from 'node:async_hooks';
import connect from 'postgres';
import type { ArchiveReader, CueRow, MomentRow, VersionFacts, WordRow } from '#lib/server/search/archive-reader.ts';
import type { DocumentEntry } from '#lib/server/search/engine/document.ts';
import { shortBody, type LayoutRow, type SurfaceRow, type TermRow } from '#lib/server/search/engine/reader.ts';
import { afterPrefix } from '#lib/server/search/sqlite-reader.ts';

type Sql = ReturnType<typeof connect>;

/** What a search thread reads of a PostgreSQL archive, on a connection of its own. */
export function openPostgresArchive(url: string, limitMs: number): ArchiveReader {
  const client = connect(url, {
    max: 1,
    onnotice: () => undefined,
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
    connection: { statement_timeout: limitMs }
  });
  const snapshot = new AsyncLocalStorage<Sql>();
  const db = (): Sql => snapshot.getStore() ?? client;
  const termColumns = () => db()`id, postings, moments, forms, documents,
    case when length(body) <= ${shortBody} then body end as body`;
  return {
    async segments() {
      const rows = await db()<{ id: number; moments: number; gone: number[] | null }[]>`
        select s.id, s.moments, array_agg(d.number) filter (where d.gone_at is not null) as gone
        from search_segments s left join search_documents d on d.segment_id = s.id
        where s.state = 'live' group by s.id order by s.id`;
      return rows.map(({ id, moments, gone }) => ({ id, moments, gone: (gone ?? []).map(Number) }));
    },
    documents: async (id) => [
      ...(await db()<DocumentEntry[]>`
        select recording_id as "recordingId", fingerprint, order_key as "orderKey", titles, first_moment as "firstMoment",
          moments, speakers, versions
        from search_documents where segment_id = ${id} order by number`)
    ],
    layouts: async (id) => [
      ...(await db()<LayoutRow[]>`select language, data from search_layouts where segment_id = ${id}`)
    ],
    async term(segment, language, term) {
      const [row] = await db()<TermRow[]>`
        select ${termColumns()} from search_terms
        where segment_id = ${segment} and language = ${language} and term = ${term}`;
      return row;
    },
    terms: async (ids) =>
      ids.length === 0
        ? []
        : [...(await db()<TermRow[]>`select ${termColumns()} from search_terms where id in ${db()([...ids])}`)],
    surfaces: async (segment, language, folded, prefix) => [
      ...(await db()<SurfaceRow[]>`
        select term, form, span from search_surfaces
        where segment_id = ${segment} and language = ${language}
          and ${prefix ? db()`folded >= ${folded} and folded < ${afterPrefix(folded)}` : db()`folded = ${folded}`}`)
    ],
    async body(id) {
      const [row] = await db()<{ body: Uint8Array }[]>`select body from search_terms where id = ${id}`;
      return row?.body ?? new Uint8Array(0);
    },
    async formOf(id) {
      const [row] = await db()<{ formOf: Uint8Array }[]>`
        select form_of as "formOf" from search_terms where id = ${id}`;
      return row?.formOf ?? new Uint8Array(0);
    },
    async recordingNumber(id) {
      const [row] = await db()<{ number: number }[]>`select number from recordings where id = ${id}`;
      return row?.number;
    },
    async moment(id) {
      const [row] = await db()<MomentRow[]>`
        select start_ms as "startMs", end_ms as "endMs", spans from moments where id = ${id}`;
      return row;
    },
    cues: async (from, to) => [
      ...(await db()<CueRow[]>`
        select id, start_ms as "startMs", end_ms as "endMs", text, speaker_id as "speakerId", voice
        from cues where id between ${from} and ${to} order by id`)
    ],
    async version(id) {
      const [row] = await db()<VersionFacts[]>`
        select v.format, t.role from track_versions v
        join text_tracks t on t.recording_id = v.recording_id and t.id = v.track_id where v.id = ${id}`;
      return row;
    },
    wordNamed: async (folded) => [
      ...(await db()<WordRow[]>`
        select w.language, w.folded, w.written, w.postings
        from search_segments s join search_surfaces w on w.segment_id = s.id and w.language in ('en', 'es')
        where s.state = 'live' and w.span = 1 and w.folded = ${folded}`)
    ],
    words: async (begin) => [
      ...(await db()<WordRow[]>`
        select w.language, w.folded, w.written, w.postings
        from search_segments s join search_surfaces w on w.segment_id = s.id
        where s.state = 'live' and w.span = 1
          ${begin === undefined ? db()`` : db()`and w.folded >= ${begin} and w.folded < ${afterPrefix(begin)}`}`)
    ],
    inSnapshot: async (work) => {
      const found: { result?: Awaited<ReturnType<typeof work>> } = {};
      await client.begin('isolation level repeatable read read only', async (tx) => {
        found.result = await snapshot.run(tx as unknown as Sql, work);
      });
      return found.result as Awaited<ReturnType<typeof work>>;
    },
    close: () => client.end({ timeout: 1 })
  };
}
