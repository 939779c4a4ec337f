import type { MomentSpans, TrackRole, Voice } from '#lib/domain/recordings/types.ts';
import type { Awaitable, IndexReader } from '#lib/server/search/engine/reader.ts';

/** The index and the texts that it leads to, as a search thread reads them. */
export interface ArchiveReader extends IndexReader {
  /** Small number of a recording: the upper part of its moments' ids. */
  recordingNumber(id: string): Awaitable<number | undefined>;
  moment(id: number): Awaitable<MomentRow | undefined>;
  /** Cues by id, both ends included, in order. */
  cues(from: number, to: number): Awaitable<CueRow[]>;
  version(id: number): Awaitable<VersionFacts | undefined>;
  /** Words of all segments that count, or those that begin so (folded); a word may come more than once. */
  /** Those of exactly this folded form. */
  wordNamed(folded: string): Awaitable<WordRow[]>;
  words(begin?: string): Awaitable<WordRow[]>;
  /** Everything that the work reads comes from one state of the database. */
  inSnapshot<T>(work: () => Promise<T>): Promise<T>;
  close(): Awaitable<void>;
}

export interface MomentRow {
  startMs: number;
  endMs: number;
  spans: MomentSpans;
}

export interface CueRow {
  id: number;
  startMs: number;
  endMs: number;
  /** With its markup. */
  text: string;
  speakerId: string | null;
  /** Null: what the track's role says. */
  voice: Voice | null;
}

export interface VersionFacts {
  format: string | null;
  role: TrackRole;
}

export interface WordRow {
  language: string;
  folded: string;
  /** Null: as it is folded. */
  written: string | null;
  postings: number;
}
