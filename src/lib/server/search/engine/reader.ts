import type { DocumentEntry } from '#lib/server/search/engine/document.ts';

/** What the engine asks of a database. Every call of one search sees one state of it. Values may come at once or later. */
export interface IndexReader {
  /** Segments that count, and which of their documents (by number) no longer do. */
  segments(): Awaitable<SegmentRow[]>;
  documents(segment: number): Awaitable<DocumentEntry[]>;
  layouts(segment: number): Awaitable<LayoutRow[]>;
  term(segment: number, language: string, term: string): Awaitable<TermRow | undefined>;
  terms(ids: readonly number[]): Awaitable<TermRow[]>;
  /** Of one folded form, or of all that begin with it. */
  surfaces(segment: number, language: string, folded: string, prefix: boolean): Awaitable<SurfaceRow[]>;
  body(id: number): Awaitable<Uint8Array>;
  formOf(id: number): Awaitable<Uint8Array>;
}

export type Awaitable<T> = T | Promise<T>;

export interface SegmentRow {
  id: number;
  moments: number;
  gone: readonly number[];
}

export interface LayoutRow {
  language: string;
  data: Uint8Array;
}

export interface TermRow {
  id: number;
  postings: number;
  moments: number;
  forms: number;
  documents: Uint8Array | null;
  /** Null when it is long: ask body(). */
  body: Uint8Array | null;
}

export interface SurfaceRow {
  term: number;
  form: number;
  span: number;
}

/** Bodies up to this length come with the row. */
export const shortBody = 4096;
