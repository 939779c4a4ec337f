import Sqlite from 'better-sqlite3';
import type { ArchiveReader, CueRow, VersionFacts, WordRow } from '#lib/server/search/archive-reader.ts';
import type { DocumentEntry } from '#lib/server/search/engine/document.ts';
import {
  shortBody,
  type IndexReader,
  type LayoutRow,
  type SegmentRow,
  type SurfaceRow,
  type TermRow
} from '#lib/server/search/engine/reader.ts';

interface StoredDocument {
  recordingId: string;
  fingerprint: string;
  orderKey: string;
  titles: string;
  firstMoment: number;
  moments: number;
  speakers: string;
  versions: string;
}

const parsed = <T>(json: string): T => JSON.parse(json) as T;

/** Sorts after every text that begins with the prefix: no character is larger. */
export const afterPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;

const termColumns = `id, postings, moments, forms, documents, case when length(body) <= ${shortBody} then body end as body`;

/**
 * Reads the index by prepared statements, without a query builder: a search asks some ten times, and each call counts.
 * `alive()` gives a thread that is to be ended a place to stop; see lib/server/search/pool.ts.
 */
export function sqliteIndexReader(connection: Sqlite.Database): IndexReader {
  connection.function('alive', { deterministic: false }, () => 1);
  const segments = connection.prepare<[], { id: number; moments: number }>(
    "select id, moments from search_segments where state = 'live' order by id"
  );
  const gone = connection
    .prepare<[number], number>('select number from search_documents where segment_id = ? and gone_at is not null')
    .pluck();
  const documents = connection.prepare<[number], StoredDocument>(
    `select recording_id as recordingId, fingerprint, order_key as orderKey, titles, first_moment as firstMoment, moments,
     speakers, versions from search_documents where segment_id = ? order by number`
  );
  const layouts = connection.prepare<[number], LayoutRow>(
    'select language, data from search_layouts where segment_id = ?'
  );
  const term = connection.prepare<[number, string, string], TermRow>(
    `select ${termColumns} from search_terms where segment_id = ? and language = ? and term = ?`
  );
  const termById = connection.prepare<[number], TermRow>(`select ${termColumns} from search_terms where id = ?`);
  const surface = connection.prepare<[number, string, string], SurfaceRow>(
    'select term, form, span from search_surfaces where segment_id = ? and language = ? and folded = ?'
  );
  const prefix = connection.prepare<[number, string, string, string], SurfaceRow>(
    `select term, form, span from search_surfaces
     where segment_id = ? and language = ? and folded >= ? and folded < ? and alive()`
  );
  const body = connection.prepare<[number], Uint8Array>('select body from search_terms where id = ?').pluck();
  const formOf = connection.prepare<[number], Uint8Array>('select form_of from search_terms where id = ?').pluck();

  return {
    segments: (): SegmentRow[] => segments.all().map((row) => ({ ...row, gone: gone.all(row.id) })),
    documents: (id): DocumentEntry[] =>
      documents.all(id).map((row) => ({
        ...row,
        titles: parsed(row.titles),
        speakers: parsed(row.speakers),
        versions: parsed(row.versions)
      })),
    layouts: (id) => layouts.all(id),
    term: (segment, language, name) => term.get(segment, language, name),
    terms: (ids) => ids.flatMap((id) => termById.get(id) ?? []),
    surfaces: (segment, language, folded, isPrefix) =>
      isPrefix ? prefix.all(segment, language, folded, afterPrefix(folded)) : surface.all(segment, language, folded),
    body: (id) => body.get(id) ?? new Uint8Array(0),
    formOf: (id) => formOf.get(id) ?? new Uint8Array(0)
  };
}

interface StoredMoment {
  startMs: number;
  endMs: number;
  spans: string;
}

/** What a search thread reads of an SQLite archive. */
export function openSqliteArchive(file: string): ArchiveReader {
  const connection = new Sqlite(file, { readonly: true, timeout: 5000 });
  connection.pragma('mmap_size = 268435456');
  const index = sqliteIndexReader(connection);
  const number = connection.prepare<[string], number>('select number from recordings where id = ?').pluck();
  const moment = connection.prepare<[number], StoredMoment>(
    'select start_ms as startMs, end_ms as endMs, spans from moments where id = ?'
  );
  const cues = connection.prepare<[number, number], CueRow>(
    `select id, start_ms as startMs, end_ms as endMs, text, speaker_id as speakerId, voice from cues
     where id between ? and ? order by id`
  );
  const version = connection.prepare<[number], VersionFacts>(
    `select v.format, t.role from track_versions v
     join text_tracks t on t.recording_id = v.recording_id and t.id = v.track_id where v.id = ?`
  );
  const wordColumns = `select w.language, w.folded, w.written, w.postings
    from search_segments s join search_surfaces w on w.segment_id = s.id`;
  const words = connection.prepare<[], WordRow>(`${wordColumns} where s.state = 'live' and w.span = 1 and alive()`);
  const wordsFrom = connection.prepare<[string, string], WordRow>(
    `${wordColumns} and w.language in ('en', 'es') where s.state = 'live' and w.span = 1
     and w.folded >= ? and w.folded < ? and alive()`
  );
  const wordNamed = connection.prepare<[string], WordRow>(
    `${wordColumns} and w.language in ('en', 'es') where s.state = 'live' and w.span = 1 and w.folded = ?`
  );
  // segments do not change: the list of all words is right as long as the same ones count
  let all: { of: string; words: WordRow[] } | null = null;
  const liveIds = connection
    .prepare<[], string>("select group_concat(id) from search_segments where state = 'live'")
    .pluck();
  const allWords = (): WordRow[] => {
    const of = liveIds.get() ?? '';
    if (all?.of !== of) all = { of, words: words.all() };
    return all.words;
  };
  return {
    ...index,
    wordNamed: (folded) => wordNamed.all(folded),
    words: (begin) => (begin === undefined ? allWords() : wordsFrom.all(begin, afterPrefix(begin))),
    recordingNumber: (id) => number.get(id),
    moment: (id) => {
      const row = moment.get(id);
      return row === undefined ? undefined : { ...row, spans: parsed(row.spans) };
    },
    cues: (from, to) => cues.all(from, to),
    version: (id) => version.get(id),
    inSnapshot: async (work) => {
      connection.exec('begin');
      try {
        return await work();
      } finally {
        connection.exec('commit');
      }
    },
    close: () => void connection.close()
  };
}
