import type { ArchiveDate } from '#lib/domain/archive/types.ts';
import type { ChangeDate } from '#lib/domain/events/types.ts';
import { intlTag, type Locale } from '#lib/domain/i18n/locale.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { eventMessages } from '#lib/domain/i18n/messages/events.ts';

/** A date in words that claim no more than is known. */
export interface DateWords {
  /** Stands alone, so it begins with a capital where the language wants one. */
  text: string;
  /** What is not known, said beside it: "day not recorded". */
  note: string | null;
  /** For `<time datetime>`; null when there is no value a machine could read. */
  datetime: string | null;
}

type Bounds = Pick<ArchiveDate, 'notBefore' | 'notAfter'>;

const shapes = {
  day: { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' },
  month: { year: 'numeric', month: 'long', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** EDTF numbers the seasons 21 to 24 in the place of a month (ISO 8601-2, 4.8). */
const seasons = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' } as const;
const isSeason = (code: string | undefined): code is keyof typeof seasons => code !== undefined && code in seasons;

const upperFirst = (text: string, locale: Locale) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** '2020-04-16', '2019-07' or '2018' as the language writes it inside a sentence; season values by their name. */
export function formatIsoDate(iso: string, locale: Locale): string {
  const [year = '', second] = iso.split('-');
  if (isSeason(second)) return eventMessages(locale).dates.seasons[seasons[second]](year);
  if (!/^\d{4}(-\d{2}){0,2}(T|$)/.test(iso)) return iso;
  const at = new Date(iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso.slice(0, 10));
  if (Number.isNaN(at.getTime())) return iso;
  const shape = iso.length === 4 ? shapes.year : iso.length === 7 ? shapes.month : shapes.day;
  return new Intl.DateTimeFormat(intlTag[locale], shape).format(at);
}

const instant = (timeZone: string, locale: Locale) =>
  new Intl.DateTimeFormat(intlTag[locale], {
    ...shapes.day,
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short'
  });

/** A moment in a zone: "June 10, 2020, 6:00 PM EDT". */
export const formatInstant = (ms: number, timeZone: string, locale: Locale): string =>
  instant(timeZone, locale).format(ms);

/** From a start to an end in a zone; the start alone when the end is not known. */
export const formatSpan = (startsAt: number, endsAt: number | null, timeZone: string, locale: Locale): string =>
  endsAt === null || endsAt <= startsAt
    ? formatInstant(startsAt, timeZone, locale)
    : instant(timeZone, locale).formatRange(startsAt, endsAt);

/** "not before …", "not after …", "between … and …"; null when no bound is known. */
export function formatBounds({ notBefore, notAfter }: Bounds, locale: Locale): string | null {
  const { dates } = eventMessages(locale);
  const isDay = (iso: string) => iso.length >= 10;
  if (notBefore && notAfter) {
    const [from, to] = [formatIsoDate(notBefore, locale), formatIsoDate(notAfter, locale)];
    return dates.between(from, to, isDay(notBefore) && isDay(notAfter));
  }
  if (notBefore) return dates.notBefore(formatIsoDate(notBefore, locale), isDay(notBefore));
  return notAfter ? dates.notAfter(formatIsoDate(notAfter, locale), isDay(notAfter)) : null;
}

/** The editors' label wins; "2020 (day not known)" is taken apart, so that the note can stand below the date. */
export function describeDate(date: ArchiveDate, locale: Locale): DateWords {
  const { dates } = eventMessages(locale);
  const datetime = date.value && !isSeason(date.value.split('-')[1]) ? date.value : null;
  const label = date.label?.[locale] ?? '';
  if (label) {
    const [, text = label, note = null] = /^(.+?)\s*\((.+)\)$/.exec(label) ?? [];
    return { text, note, datetime };
  }
  const inferred = date.year === 'inferred' && date.value ? dates.yearInferred : null;
  if (date.value) {
    const rough = date.precision === 'season' || date.precision === 'month' ? dates.dayNotRecorded : null;
    const notes = [rough, inferred].filter((note) => note !== null).join(', ');
    return { text: upperFirst(formatIsoDate(date.value, locale), locale), note: notes || null, datetime };
  }
  const bounds = formatBounds(date, locale);
  return bounds
    ? { text: upperFirst(bounds, locale), note: dates.dayNotRecorded, datetime: null }
    : { text: textIn(date.label, locale) || dates.unknown, note: null, datetime: null };
}

/** A date in one line: "Spring 2020, day not recorded". */
export function dateLine(date: ArchiveDate, locale: Locale): string {
  const { text, note } = describeDate(date, locale);
  return note ? `${text}, ${note}` : text;
}

/** When a status changed. Bounds that the editor inferred are told as such: `inferred` names the fields. */
export function describeChange(changed: ChangeDate, inferred: readonly string[], locale: Locale): DateWords {
  const { dates } = eventMessages(locale);
  const guessed = ['not_before', 'not_after', 'year', 'notBefore', 'notAfter'].some((field) =>
    inferred.includes(field)
  );
  const text = changed.on ? formatIsoDate(changed.on, locale) : formatBounds(changed, locale);
  if (text === null) return { text: dates.unknown, note: null, datetime: null };
  const known = changed.on && changed.on.length >= 10 ? null : dates.dayNotRecorded;
  const yearOnly = inferred.length === 1 && inferred[0] === 'year' ? dates.yearInferred : dates.inferred;
  const notes = [known, guessed ? yearOnly : null].filter((note) => note !== null).join('; ');
  return { text: upperFirst(text, locale), note: notes || null, datetime: changed.on };
}
