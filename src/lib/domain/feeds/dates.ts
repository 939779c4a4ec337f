import type { ArchiveDate } from '#lib/domain/archive/types.ts';

/**
 * The date as far as a source gives it. What an editor inferred is told to readers with its doubt; to machines, which
 * would pass it on as a fact, it is not told at all.
 */
export const statedDate = (date: ArchiveDate | null): string | null =>
  date && date.year !== 'inferred' && !date.inferred.includes('value') ? date.value : null;

/** "Tue, 16 Jun 2020 22:00:00 GMT" (RFC 822 with four digits, as RSS wants it). */
export const rfc822 = (ms: number): string => new Date(ms).toUTCString();
/** 2020-06-16T22:00:00Z (RFC 3339). */
export const rfc3339 = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
