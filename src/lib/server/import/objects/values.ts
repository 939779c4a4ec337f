import { Temporal } from 'temporal-polyfill';
import type * as v from 'valibot';
import type { ArchiveDate, Figure, Rights, SourceRef } from '#lib/domain/archive/types.ts';
import type { DateValue, EventDate, FigureValue, Rights as RightsValue } from '#lib/domain/import/values.ts';

type DateInput = v.InferOutput<typeof DateValue>;
export type EventDateInput = v.InferOutput<typeof EventDate>;

/** The one document that a bare "L53" stands in, and how sources are written for the database. */
export class Sources {
  readonly #document: string | null;
  readonly #known: ReadonlySet<string>;

  constructor(document: string | null, known: ReadonlySet<string>) {
    this.#document = document;
    this.#known = known;
  }

  /** Null: it names no document that is known. */
  partsOf(text: string): { document: string; line: string } | null {
    const colon = text.indexOf(':');
    const named = colon > 0 ? text.slice(0, colon) : '';
    if (this.#known.has(named)) return { document: named, line: text.slice(colon + 1).trim() };
    return colon < 0 && this.#document ? { document: this.#document, line: text } : null;
  }

  /** Lines of one document that stand side by side become one reference. Undefined stays undefined: not spoken of. */
  refs(list: readonly string[] | undefined): SourceRef[] | undefined {
    if (!list) return undefined;
    const refs: SourceRef[] = [];
    for (const text of list) {
      const parts = this.partsOf(text);
      if (!parts) continue; // reported by the checks, which run first
      const last = refs.at(-1);
      if (last?.document === parts.document) last.lines.push(parts.line);
      else refs.push({ document: parts.document, lines: [parts.line] });
    }
    return refs;
  }

  figures(list: readonly v.InferOutput<typeof FigureValue>[] | undefined): Figure[] | undefined {
    return list?.map((figure, index) => this.figure(figure, `figure-${index + 1}`));
  }

  figure(figure: v.InferOutput<typeof FigureValue>, id: string): Figure {
    const { comparison, value } = figure;
    return { id: figure.id ?? id, comparison, value, sources: this.refs(figure.source) ?? [] };
  }
}

export const dateOf = (date: DateInput | EventDateInput): ArchiveDate => ({
  value: date.value ?? null,
  precision: date.precision,
  year: date.year ?? null,
  notBefore: date.notBefore ?? null,
  notAfter: date.notAfter ?? null,
  inferred: date.inferred ?? [],
  label: date.label ?? null
});

/** Undefined stays undefined, null stays null. */
export function mapped<T, R>(value: T | null | undefined, map: (value: T) => R): R | null | undefined {
  if (value === undefined) return undefined;
  return value === null ? null : map(value);
}

export const rightsOf = (rights: v.InferOutput<typeof RightsValue> | null | undefined): Rights | null | undefined =>
  mapped(rights, ({ holder, term, note }) => ({ holder: holder ?? null, term, note: note ?? null }));

interface Times {
  startsAt: number | null;
  endsAt: number | null;
}

/** Instants of an event, UTC milliseconds; both null while the hour is not known. */
export function timesOf(date: EventDateInput, durationMs: number | null): Times {
  const start = startOf(date, date.time);
  if (!start) return { startsAt: null, endsAt: null };
  const end = startOf(date, date.endTime);
  const startsAt = start.epochMilliseconds;
  if (!end) return { startsAt, endsAt: durationMs === null ? null : startsAt + durationMs };
  // an event that ends "before" it starts ends after midnight
  const late = Temporal.ZonedDateTime.compare(end, start) <= 0 ? end.add({ days: 1 }) : end;
  return { startsAt, endsAt: late.epochMilliseconds };
}

function startOf(date: EventDateInput, time: string | null | undefined): Temporal.ZonedDateTime | null {
  if (!date.value || !time || !date.timeZone) return null;
  return Temporal.PlainDateTime.from(`${date.value}T${time}`).toZonedDateTime(date.timeZone);
}

/** As `dateOf`; with an hour the value is the whole instant with its offset, 2020-06-10T18:00-06:00. */
export function previousStartOf(date: EventDateInput): ArchiveDate {
  const start = startOf(date, date.time);
  const value = start?.toString({ timeZoneName: 'never', smallestUnit: 'minute' }) ?? date.value ?? null;
  return { ...dateOf(date), value, precision: start ? 'instant' : date.precision };
}

const firstDayOf = (value: string): string => `${value}-01-01`.slice(0, 10);

/** The day by which events are put in order: the date, else the nearest bound that is known, here or in the log. */
export function sortDateOf(
  date: EventDateInput,
  history: readonly { changedOn?: string | null; notBefore?: string | null; notAfter?: string | null }[]
): string | null {
  const own = date.value ?? date.notBefore ?? date.notAfter;
  if (own) return firstDayOf(own);
  for (const entry of history) {
    const day = entry.changedOn ?? entry.notBefore ?? entry.notAfter;
    if (day) return day;
  }
  return null;
}
