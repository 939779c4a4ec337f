import type { Localized } from '#lib/domain/i18n/localized.ts';
import type { QueryVoice } from '#lib/domain/search/query.ts';

/** Words of a text, marked or not. */
export interface Run {
  text: string;
  marked: boolean;
}

/** Cuts a text at its marks: ascending, not overlapping UTF-16 offsets. */
export function runsOf(text: string, marks: readonly (readonly [number, number])[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) runs.push({ text: text.slice(at, start), marked: false });
    runs.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), marked: false });
  return runs;
}

export interface TextView {
  language: string;
  ownName: string;
  voice: QueryVoice;
  runs: Run[];
}

export interface MomentView {
  startMs: number;
  speakers: string[];
  texts: TextView[];
  /** Plays from here. */
  href: string;
  /** Found through the word list only. */
  byWordList: boolean;
}

/** Moments of one recording that follow each other on the page. */
export interface GroupView {
  recordingId: string;
  title: Localized;
  href: string;
  /** ISO; null: not known. */
  date: string | null;
  standIn: boolean;
  durationMs: number | null;
  /** All moments of the recording that were found, also those on other pages. */
  total: number;
  /** Where they lie, as shares of its length from 0 to 1; `shown`: on this page. */
  places: { at: number; shown: boolean }[];
  moments: MomentView[];
}
