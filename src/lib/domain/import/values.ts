import * as v from 'valibot';
import { comparisons, datePrecisions } from '#lib/domain/archive/types.ts';

/*
 * The small values that the sections of the import format are made of. The message of a check is the code of the problem
 * that it finds; the words for it are in i18n/messages/import.{en,es}.ts.
 */

/** What an id may stand for; `organization` and `institution` share one space of ids. */
export const referenceKinds = [
  'organization',
  'institution',
  'person',
  'topic',
  'series',
  'event',
  'recording',
  'image',
  'notice',
  'resource',
  'campaign',
  'demand',
  'letterTemplate',
  'document'
] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

const idPattern = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** The name that the parts of an import call each other by. Never shown. */
export const Id = v.pipe(v.string(), v.regex(idPattern, 'bad-id'));
/** An id that must be found among the objects of these kinds. */
export const refTo = (...kinds: ReferenceKind[]) =>
  v.pipe(v.string(), v.regex(idPattern, 'bad-id'), v.metadata({ refersTo: kinds }));

export const Slug = v.pipe(v.string(), v.maxLength(120, 'bad-slug'), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'bad-slug'));
export const Slugs = v.strictObject({ en: Slug, es: Slug });

/** PostgreSQL refuses NUL in a text, and no other control character belongs into one that people read. */
const noControls = v.check<string, 'control-character'>(
  // eslint-disable-next-line no-control-regex
  (text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text),
  'control-character'
);
export const Line = v.pipe(
  v.string(),
  v.minLength(1, 'empty-text'),
  v.maxLength(500, 'too-long'),
  v.regex(/^[^\r\n]*$/, 'one-line'),
  noControls
);
export const Text = v.pipe(v.string(), v.minLength(1, 'empty-text'), v.maxLength(100_000, 'too-long'), noControls);

/** A text that people read, in one of the two languages or in both. */
export const Words = v.pipe(
  v.strictObject({ en: v.exactOptional(Text), es: v.exactOptional(Text) }),
  v.check((text) => text.en !== undefined || text.es !== undefined, 'no-language')
);
export const BothWords = v.strictObject({ en: Text, es: Text });
export const BothLists = v.strictObject({ en: v.array(Text), es: v.array(Text) });

/** Only http and https: nothing else belongs behind a link. */
export const WebAddress = v.pipe(
  v.string(),
  v.maxLength(2000, 'bad-address'),
  v.regex(/^https?:\/\/[^\s]+$/, 'bad-address')
);
export const Email = v.pipe(
  v.string(),
  v.maxLength(254, 'bad-email'),
  v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'bad-email')
);
/** A file beside the one that names it, or in one of the folders given. */
export const FileName = v.pipe(
  v.string(),
  v.minLength(1, 'empty-text'),
  v.maxLength(500, 'too-long'),
  v.metadata({ file: true })
);

const languagePattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*$/;
/** BCP 47 in its usual spelling: es, es-419, quc, zh-Hant. */
export const LanguageTag = v.pipe(v.string(), v.regex(languagePattern, 'bad-language'));

/** Where it stands in a source: "L53", "L53-L57", "other-document:L3". */
export const Source = v.array(v.pipe(v.string(), v.minLength(1, 'empty-text'), v.maxLength(100, 'too-long')));

export const Rights = v.strictObject({
  holder: v.exactOptional(v.nullable(Words)),
  term: v.pipe(v.string(), v.regex(/^(not_cleared|[A-Za-z0-9.+-]+|https?:\/\/[^\s]+)$/, 'bad-rights')),
  note: v.exactOptional(v.nullable(Words))
});

const origins = v.picklist(['source', 'archive']);
export const TitleOrigin = v.strictObject({ en: v.exactOptional(origins), es: v.exactOptional(origins) });

/** YAML reads 2018 as a number. */
const dateText = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'bad-date'),
  v.check(isCalendarDate, 'bad-date')
);
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'bad-day'), v.check(isCalendarDate, 'bad-day'));

function isCalendarDate(text: string): boolean {
  const [year, month = 1, day = 1] = text.split('-').map(Number);
  if (year === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const dateEntries = {
  value: v.exactOptional(v.nullable(dateText)),
  precision: v.picklist(datePrecisions),
  year: v.exactOptional(v.nullable(v.picklist(['stated', 'implied', 'inferred']))),
  notBefore: v.exactOptional(v.nullable(dateText)),
  notAfter: v.exactOptional(v.nullable(dateText)),
  inferred: v.exactOptional(v.array(Line)),
  label: v.exactOptional(v.nullable(Words))
};

/** As long as the precision says: a day has all three parts, a season and a year have only the year. */
const lengthOf = { instant: 10, day: 10, month: 7, season: 4, year: 4, unknown: 0 };
const asPrecise = <D extends { value?: string | null; precision: keyof typeof lengthOf }>(date: D) =>
  (date.value ?? null) === null || date.value?.length === lengthOf[date.precision];

export const DateValue = v.pipe(v.strictObject(dateEntries), v.check(asPrecise, 'date-precision'));

/** hh:mm:ss, mm:ss or seconds as a number. */
export const Duration = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform((value) => (typeof value === 'number' ? String(value) : value)),
  v.regex(/^(\d+:)?([0-5]?\d:[0-5]\d|\d+)(\.\d{1,3})?$/, 'bad-duration')
);

export const EventDate = v.pipe(
  v.strictObject({
    ...dateEntries,
    time: v.exactOptional(v.nullable(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad-time')))),
    endTime: v.exactOptional(v.nullable(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad-time')))),
    timeZone: v.exactOptional(v.nullable(v.pipe(v.string(), v.check(isTimeZone, 'bad-time-zone')))),
    duration: v.exactOptional(v.nullable(Duration))
  }),
  v.check(asPrecise, 'date-precision'),
  v.check((date) => !date.time || (date.value?.length === 10 && Boolean(date.timeZone)), 'time-needs-zone')
);

/** UTC or an area of the IANA list; an offset would be wrong after the next change of clocks. */
function isTimeZone(name: string): boolean {
  try {
    return (
      /^(UTC|[A-Za-z_]+\/[A-Za-z0-9_+/-]+)$/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
    );
  } catch {
    return false;
  }
}

export const FigureValue = v.strictObject({
  id: v.exactOptional(Id),
  comparison: v.picklist(comparisons),
  value: v.number(),
  source: v.exactOptional(Source)
});

/** Milliseconds of a `Duration` that has passed its check. */
export function durationMs(text: string): number {
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Math.round(seconds * 1000);
}
