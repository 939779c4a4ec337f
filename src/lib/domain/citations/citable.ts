import type { ArchiveDate } from '#lib/domain/archive/types.ts';
import type { EventKind } from '#lib/domain/events/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Voice } from '#lib/domain/recordings/types.ts';

/** The words that are cited; a citation of a whole recording has none. */
export interface CitedWords {
  text: string;
  startMs: number;
  endMs: number;
  /** BCP 47. */
  language: string;
  /** Whose words these are: the speaker's own, an interpreter's, a translator's, or not known. */
  voice: Voice;
  /** Number of the caption version, and the UTC milliseconds at which it was published. */
  version: number;
  versionDate: number | null;
}

/** Everything that a citation says, after the display policy of people. */
export interface Citable {
  /** `urn:uuid:…` of the recording, with the quote's code behind `#` where words are cited. */
  identifier: string;
  /** Absolute. */
  url: string;
  /** The language that the citation is written in. */
  locale: Locale;
  /**
   * Whoever speaks, as far as the name may be shown. Names are not taken apart into given and family names: in Spanish
   * and Mayan names nobody but the bearer knows where that line runs.
   */
  speaker: string | null;
  title: string;
  event: string | null;
  eventKind: EventKind | null;
  archive: string;
  /** The day of the event; null: not known. Ignored for a stand-in, which has a date of its own. */
  date: ArchiveDate | null;
  /** ISO day on which the stand-in was made; null: the recording itself. */
  standInMadeOn: string | null;
  words: CitedWords | null;
}

/** A piece of a citation; titles of works are set in italics. */
export interface Run {
  text: string;
  italic?: true;
}

export const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
