import type { QueryVoice } from '#lib/domain/search/query.ts';
import type { SearchableCue } from '#lib/domain/search/match.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';

/** A recording as the index takes it in. */
export interface IndexDocument {
  recordingId: string;
  /** Changes with everything that the index holds of the recording. */
  fingerprint: string;
  /** Ascending in time; documents of a segment lie in this order. */
  orderKey: string;
  titles: Localized;
  /** How many moments it has; cues name them 0 … moments − 1. */
  moments: number;
  /** Ids of its speakers, in order; a cue names one by index. */
  speakers: readonly string[];
  tracks: readonly IndexTrack[];
}

export interface IndexTrack {
  /** BCP 47. */
  language: string;
  /** Where its cues stand in the database. */
  versionId: number;
  cues: Iterable<IndexCue>;
}

export interface IndexCue extends SearchableCue {
  /** Position in the track version. */
  position: number;
  /** Index in the document's speakers; null: nobody is named. */
  speaker: number | null;
  voice: QueryVoice;
}

/** What the index keeps of a document beside its words. */
export interface DocumentEntry {
  recordingId: string;
  fingerprint: string;
  orderKey: string;
  titles: Localized;
  firstMoment: number;
  moments: number;
  speakers: readonly string[];
  /** Language → version. */
  versions: Readonly<Record<string, number>>;
}

/** A word of a language in a segment, ready to be stored. */
export interface TermEntry {
  /** Counted from 0 through the segment. */
  number: number;
  language: string;
  /** Stem; for forms joined over apostrophes `'`, how many words they cover, and the form. */
  term: string;
  postings: number;
  /** In how many moments it stands. */
  moments: number;
  /** How many forms (surfaces) it has. */
  forms: number;
  /** Document and moments in it, as pairs of varints (documents as differences); null when postings are few. */
  documents: Uint8Array | null;
  body: Uint8Array;
  /** Which form each posting is; null when there is one. */
  formOf: Uint8Array | null;
}

/** A folded form as it is typed, and the term under which its postings are. */
export interface SurfaceEntry {
  language: string;
  folded: string;
  /** As it is written, in lower case; null when that is the folded form. */
  written: string | null;
  /** TermEntry.number. */
  term: number;
  /** Which of the term's forms. */
  form: number;
  /** Words of the text that it covers; more than one for forms joined over apostrophes; 0 for `unaccentedTerm`. */
  span: number;
  postings: number;
}

export interface SegmentData {
  documents: DocumentEntry[];
  moments: number;
  cues: number;
  words: number;
  layouts: { language: string; slots: number; data: Uint8Array }[];
  terms: Iterable<TermEntry>;
  surfaces: Iterable<SurfaceEntry>;
}

/**
 * Words whose accent makes their stem (decía → dec) stand a second time under their folded form (decia), so that whoever types
 * no accents is answered from one list. Their surface has span 0.
 */
export const unaccentedTerm = (folded: string): string => `=${folded}`;

export const joinedTerm = (folded: string, span: number): string => `'${span}${folded}`;
