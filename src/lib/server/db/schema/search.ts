import { sql } from 'drizzle-orm';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import {
  bytes,
  checkOneOf,
  count,
  index,
  json,
  millis,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex
} from '#lib/server/db/columns.ts';

// The index of what was said: see docs/decisions/0005-own-search-index.md. Everything here can be made anew from the cues.

export const segmentStates = ['building', 'live', 'retired'] as const;

/** An immutable part of the index. Only `live` ones are searched. */
export const searchSegments = table(
  'search_segments',
  {
    id: count().primaryKey(),
    state: oneOf(segmentStates).notNull(),
    /** Version of the word rules and of the blobs; another version is built anew. */
    format: count().notNull(),
    documents: count().notNull(),
    moments: count().notNull(),
    cues: count().notNull(),
    words: count().notNull(),
    createdAt: millis().notNull()
  },
  (t) => [checkOneOf('search_segments_state', t.state, segmentStates)]
);

/** A recording in a segment, as it was when the segment was made. */
export const searchDocuments = table(
  'search_documents',
  {
    segmentId: count().notNull(),
    /** 0, 1, 2 … in the order of time. */
    number: count().notNull(),
    recordingId: text().notNull(),
    fingerprint: text().notNull(),
    orderKey: text().notNull(),
    titles: json<Localized>().notNull(),
    firstMoment: count().notNull(),
    moments: count().notNull(),
    /** Ids in recording_speakers; postings name them by index. */
    speakers: json<string[]>().notNull(),
    /** Language → id of the track version. */
    versions: json<Record<string, number>>().notNull(),
    /** When the recording was changed, unpublished or withdrawn: it no longer counts in this segment. */
    goneAt: millis()
  },
  (t) => [
    primaryKey({ columns: [t.segmentId, t.number] }),
    index('search_documents_recording').on(t.recordingId),
    // every search asks for the few that are gone
    index('search_documents_gone')
      .on(t.segmentId, t.number)
      .where(sql`${t.goneAt} is not null`)
  ]
);

/** Where cues and moments lie in a segment; a blob for each language. */
export const searchLayouts = table(
  'search_layouts',
  {
    segmentId: count().notNull(),
    language: text().notNull(),
    data: bytes().notNull()
  },
  (t) => [primaryKey({ columns: [t.segmentId, t.language] })]
);

/** A stem of a language in a segment. What counts is before what is long: a row is read without its body. */
export const searchTerms = table(
  'search_terms',
  {
    id: count().primaryKey(),
    segmentId: count().notNull(),
    language: text().notNull(),
    term: text().notNull(),
    postings: count().notNull(),
    moments: count().notNull(),
    forms: count().notNull(),
    documents: bytes(),
    body: bytes().notNull(),
    formOf: bytes()
  },
  (t) => [uniqueIndex('search_terms_term').on(t.segmentId, t.language, t.term)]
);

/** Folded forms as they are typed: for prefixes, unaccented words, forms over apostrophes and suggestions. */
export const searchSurfaces = table(
  'search_surfaces',
  {
    segmentId: count().notNull(),
    language: text().notNull(),
    folded: text().notNull(),
    /** As it is written, where that differs: for suggestions. */
    written: text(),
    term: count().notNull(),
    form: count().notNull(),
    span: count().notNull(),
    postings: count().notNull()
  },
  (t) => [primaryKey({ columns: [t.segmentId, t.language, t.folded, t.term, t.form] })]
);
