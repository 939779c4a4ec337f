import { Temporal } from 'temporal-polyfill';
import { property, textProperty } from '#lib/domain/feeds/ics-lines.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** 20200610T180000 */
export function icsLocal(time: Temporal.ZonedDateTime | Temporal.PlainDateTime): string {
  const { year, month, day, hour, minute, second } = time;
  return `${String(year).padStart(4, '0')}${two(month)}${two(day)}T${two(hour)}${two(minute)}${two(second)}`;
}

/** 20200610T220000Z */
export const icsInstant = (ms: number): string =>
  new Date(Math.floor(ms / 1000) * 1000)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');

/** -14400 → -0400 */
function icsOffset(seconds: number): string {
  const size = Math.abs(seconds);
  const rest = size % 60 === 0 ? '' : two(size % 60);
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}${two(Math.floor(size / 60) % 60)}${rest}`;
}

const offsetOf = (time: Temporal.ZonedDateTime) => Math.round(time.offsetNanoseconds / 1e9);

/** "EST", "GMT-6". English, as the names of zones in calendars are. */
const nameOf = (time: Temporal.ZonedDateTime) =>
  new Intl.DateTimeFormat('en-US', { timeZone: time.timeZoneId, timeZoneName: 'short' })
    .formatToParts(time.epochMilliseconds)
    .find(({ type }) => type === 'timeZoneName')?.value ?? null;

interface Observance {
  at: Temporal.ZonedDateTime;
  fromSeconds: number;
  isDaylight: boolean;
}

function observancesOf(start: Temporal.ZonedDateTime, toMs: number): Observance[] {
  const found: Observance[] = [];
  let before = start;
  for (let next = start.getTimeZoneTransition('next'); next; next = next.getTimeZoneTransition('next')) {
    found.push({ at: next, fromSeconds: offsetOf(before), isDaylight: offsetOf(next) > offsetOf(before) });
    if (next.epochMilliseconds > toMs) break;
    before = next;
  }
  const first = { at: start, fromSeconds: offsetOf(start), isDaylight: found[0]?.isDaylight === false };
  return [first, ...found];
}

function writeObservance({ at, fromSeconds, isDaylight }: Observance): string {
  const kind = isDaylight ? 'DAYLIGHT' : 'STANDARD';
  return [
    property('BEGIN', kind),
    property('DTSTART', icsLocal(wallBefore(at, fromSeconds))),
    property('TZOFFSETFROM', icsOffset(fromSeconds)),
    property('TZOFFSETTO', icsOffset(offsetOf(at))),
    textProperty('TZNAME', nameOf(at)),
    property('END', kind)
  ].join('');
}

/** Local time by the clock that was valid until then (RFC 5545, 3.6.5). */
const wallBefore = (at: Temporal.ZonedDateTime, fromSeconds: number): Temporal.PlainDateTime =>
  at.toInstant().add({ seconds: fromSeconds }).toZonedDateTimeISO('UTC').toPlainDateTime();

/** A time in its zone; null when the zone is not one that this machine knows. */
export function inZone(ms: number, timeZone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  } catch {
    return null;
  }
}

/**
 * The rules of a zone as far as the events from `fromMs` to `toMs` need them: every change of the clock is written out,
 * because a rule for ever would be a guess.
 */
export function vTimeZone(timeZone: string, fromMs: number, toMs: number): string {
  const start = inZone(fromMs, timeZone)?.subtract({ years: 1 });
  if (!start) return '';
  return [
    property('BEGIN', 'VTIMEZONE'),
    textProperty('TZID', timeZone),
    ...observancesOf(start, toMs).map(writeObservance),
    property('END', 'VTIMEZONE')
  ].join('');
}
