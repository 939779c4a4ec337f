import type { Citable } from '#lib/domain/citations/citable.ts';
import { statedDate } from '#lib/domain/feeds/dates.ts';
import { dateLine, describeDate, formatIsoDate } from '#lib/domain/i18n/dates.ts';
import { intlTag, type Locale } from '#lib/domain/i18n/locale.ts';
import { citationMessages } from '#lib/domain/i18n/messages/citations.ts';
import { languageName } from '#lib/domain/recordings/names.ts';
import { clock } from '#lib/domain/recordings/timecode.ts';

/** The date of what is cited, ISO and as far as it is known: 2020-06-10, 2020-06, 2020. Null for seasons and bounds. */
export function isoDateOf({ date, standInMadeOn }: Citable): string | null {
  const value = standInMadeOn ?? statedDate(date);
  return /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?(?=T|$)/.exec(value ?? '')?.[0] ?? null;
}

export const yearOf = (work: Citable): string | null =>
  isoDateOf(work)?.slice(0, 4) ?? /^\d{4}/.exec(statedDate(work.date) ?? '')?.[0] ?? null;

/** Inside a sentence: "June 10, 2020", "Spring 2020"; null when nothing is known. */
export function dateWords(work: Citable): string | null {
  const iso = isoDateOf(work);
  if (iso) return formatIsoDate(iso, work.locale);
  const { date, locale } = work;
  if (!date || !(date.value || date.notBefore || date.notAfter || date.label)) return null;
  // the doubt about an inferred year belongs to the date
  return date.year === 'inferred' ? dateLine(date, locale) : describeDate(date, locale).text;
}

const monthName = (iso: string, locale: Locale) =>
  new Intl.DateTimeFormat(intlTag[locale], { month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${iso.slice(0, 7)}-15`)
  );

export type DateParts = { year: string; month: string | null; day: string | null };
/** Parts of an exact date with the month in words; null when it is not exact to the year at least. */
export function dateParts(work: Citable): DateParts | null {
  const iso = isoDateOf(work);
  if (!iso) return null;
  const [year = '', month, day] = iso.slice(0, 10).split('-');
  return { year, month: month ? monthName(iso, work.locale) : null, day: day ? String(Number(day)) : null };
}

/** "Webinar recording". */
export function medium({ eventKind, locale }: Citable): string {
  const m = citationMessages(locale);
  return eventKind === 'webinar' ? m.webinarRecording : m.recording;
}

/** "stand-in, not the webinar", "interpretation into English", "captions version 2, …": each only where it is true. */
export function honestParts({ standInMadeOn, words, locale }: Citable): string[] {
  const m = citationMessages(locale);
  const said = words && [
    m.voice[words.voice](languageName(words.language, locale)),
    m.captions(
      String(words.version),
      words.versionDate === null ? null : formatIsoDate(new Date(words.versionDate).toISOString().slice(0, 10), locale)
    )
  ];
  return [...(standInMadeOn ? [m.standIn] : []), ...(said ?? [])];
}

/** 12:31–12:45, or one time where start and end read the same. */
export function timeRange({ words }: Citable): string | null {
  if (!words) return null;
  const [from, to] = [clock(words.startMs), clock(words.endMs)];
  return from === to ? from : `${from}–${to}`;
}

/** Ends a title with a full stop, unless it brings a mark of its own. */
export const stopped = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`);
