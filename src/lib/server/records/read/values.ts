import { Temporal } from 'temporal-polyfill';
import type { ArchiveDate, Figure, SourceRef } from '#lib/domain/archive/types.ts';

/* From the database's values back to those of the import format: the other way of import/objects/values.ts. */

export const sourceOf = (refs: readonly SourceRef[]): string[] =>
  refs.flatMap(({ document, lines }) => lines.map((line) => `${document}:${line}`));

export const figureOf = ({ id, comparison, value, sources }: Figure) => ({
  id,
  comparison,
  value,
  source: sourceOf(sources)
});

export const dateOf = (date: ArchiveDate) => ({ ...date });

/** 3 723 500 → '1:02:03.5' */
export function durationOf(ms: number | null): string | null {
  if (ms === null) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`.replace(/0+$/, '');
  return `${String(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${rest}`;
}

/** '18:00' on the clocks of a zone. */
export const timeOf = (ms: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

/** A start that was valid before: an instant with its offset is told by the clocks of the event's zone. */
export function previousStartOf(date: ArchiveDate, zone: string | null) {
  if (date.precision !== 'instant' || (date.value?.length ?? 0) <= 10) return dateOf(date);
  const local = Temporal.Instant.from(`${date.value ?? ''}`).toZonedDateTimeISO(zone ?? 'UTC');
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return { ...dateOf(date), value: local.toPlainDate().toString(), time, timeZone: zone ?? 'UTC' };
}
