import type { Citable } from '#lib/domain/citations/citable.ts';
import type { CitationStyle, Run } from '#lib/domain/citations/index.ts';
import type { Voice } from '#lib/domain/recordings/types.ts';

/** A stretch of speech in one language, as the page of a quote shows it. */
export interface QuotedText {
  /** BCP 47. */
  language: string;
  voice: Voice;
  text: string;
}

/** A quote that can be shown: where its words are now, and how it is cited. */
export interface QuoteView {
  code: string;
  /** Absolute address of the quote, without a language. */
  url: string;
  landing: 'same' | 'moved' | 'changed';
  /** What was quoted, where it reads otherwise now; null: it reads the same. */
  was: string | null;
  /** The day on which the wording was changed, ISO; null: not known, or not changed. */
  changedOn: string | null;
  /** Null: the words were taken out. */
  words: (QuotedText & { startMs: number; endMs: number; version: number }) | null;
  speaker: string | null;
  /** The same passage in the other languages. */
  others: QuotedText[];
  recording: { title: string; lang: string; url: string; standInMadeOn: string | null; isStandIn: boolean };
  /** A film or sound in the quote's language, else of the original. */
  media: { url: string; isVideo: boolean; language: string | null } | null;
  citations: { apa: Run[]; chicago: Run[]; mla: Run[]; inText: string };
  files: { style: CitationStyle; url: string }[];
  identifier: string;
  /** Everything that a citation says, for those who write it in another way. */
  work: Citable;
}

/** Why a quote cannot be shown any more. */
export type Tombstone = 'recording' | 'text' | 'standIn';
