import type { Localized } from '#lib/domain/i18n/localized.ts';

/** Every kind of object that has an identity, a publication state and a place in a table of its own. */
export const objectKinds = [
  'event',
  'series',
  'recording',
  'person',
  'organization',
  'campaign',
  'action',
  'page',
  'topic',
  'image'
] as const;
export type ObjectKind = (typeof objectKinds)[number];

export const publicationStates = [
  'draft',
  'submitted',
  'scheduled',
  'public',
  'unlisted',
  'withdrawn',
  'deleted'
] as const;
export type PublicationState = (typeof publicationStates)[number];

/** What `can()` must know of an object. `publishAt` counts only for `scheduled`. */
export interface Published {
  state: PublicationState;
  publishAt: number | null;
  /** As a row has it; counts when `seriesIds` is left out. */
  seriesId?: string | null;
  /** Series to which it belongs, for who may work within some series only. Left out, with `seriesId`: to none. */
  seriesIds?: readonly string[];
}

/** A place in a source document, in the document's own numbering: "L53" is line 53. */
export interface SourceRef {
  document: string;
  lines: string[];
}

export interface Rights {
  holder: Localized | null;
  /** SPDX id, a rightsstatements.org address, or `not_cleared`. */
  term: string;
  note: Localized | null;
}

export const datePrecisions = ['instant', 'day', 'month', 'season', 'year', 'unknown'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

/** A date that claims no more than is known. */
export interface ArchiveDate {
  /** ISO 8601, as long as the precision says: 2020-04-16, 2019-07, 2018; null when only bounds or a label are known. */
  value: string | null;
  precision: DatePrecision;
  /** Where the year comes from: printed, following from the text, or the editor's reading. */
  year: 'stated' | 'implied' | 'inferred' | null;
  notBefore: string | null;
  notAfter: string | null;
  /** Names of the fields above that the editor inferred. */
  inferred: string[];
  /** Said instead of the computed words, where the editors chose them. */
  label: Localized | null;
}

export const comparisons = ['equal', 'more_than', 'fewer_than', 'about'] as const;
export interface Figure {
  id: string;
  comparison: (typeof comparisons)[number];
  value: number;
  sources: SourceRef[];
}

/** Who chose the words of a title: the source, or the archive. */
export interface TitleOrigin {
  en?: 'source' | 'archive';
  es?: 'source' | 'archive';
}
