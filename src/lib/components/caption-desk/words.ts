import { clockMs } from '#lib/domain/captions/clock.ts';
import { intlTag, type Locale } from '#lib/domain/i18n/locale.ts';

/** An instant as organizers read it, in their own zone in the browser, in UTC on the server. */
export const momentText = (at: number, locale: Locale): string =>
  `${new Intl.DateTimeFormat(intlTag[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`;

/** A media time as short as it can be read: 12:42.2, 1:02:03.0 */
export function shortTime(ms: number): string {
  const [hours = '', minutes = '', seconds = ''] = clockMs(ms).split(':');
  const rest = `${minutes}:${seconds.slice(0, 4)}`;
  return hours === '00' ? rest.replace(/^0/, '') : `${hours.replace(/^0/, '')}:${rest}`;
}

/** "1:02:03", "62:03.5" → milliseconds; null: not a time. */
export function readTime(written: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(written.trim());
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0', rest = ''] = match;
  return Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(rest.padEnd(3, '0'));
}
