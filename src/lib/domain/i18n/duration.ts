import { intlTag, type Locale } from '#lib/domain/i18n/locale.ts';

const part = (value: number, unit: 'hour' | 'minute' | 'second', locale: Locale) =>
  new Intl.NumberFormat(intlTag[locale], { style: 'unit', unit, unitDisplay: 'short' }).format(value);

/** 4104000 → "1 hr 8 min", 330000 → "5 min 30 sec"; under an hour with seconds, as a short recording needs them. */
export function formatDuration(ms: number, locale: Locale): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const parts =
    hours > 0
      ? [part(hours, 'hour', locale), part(minutes, 'minute', locale)]
      : [part(minutes, 'minute', locale), part(seconds % 60, 'second', locale)].slice(minutes > 0 ? 0 : 1);
  return parts.join(' ');
}

/** The name of a language in the page's language; the tag itself where there is no name. */
export function languageIn(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(intlTag[locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // not a well-formed tag: shown as it was written
  }
}
