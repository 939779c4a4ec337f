import { otherLocale, type Locale } from '#lib/domain/i18n/locale.ts';

/** A text that people read. What is missing is shown openly in the other language, never filled in silently. */
export interface Localized {
  en?: string;
  es?: string;
}

export interface LocalizedText {
  text: string;
  /** The language the text is really in: put it on `lang` when it differs from the page's. */
  lang: Locale;
  /** True when the page's language is missing and the other one stands in. */
  fallback: boolean;
}

/** The text in `locale`, else in the other language and marked so; null when neither exists. */
export function localize(value: Localized | null | undefined, locale: Locale): LocalizedText | null {
  const own = value?.[locale];
  if (own) return { text: own, lang: locale, fallback: false };
  const other = otherLocale(locale);
  const text = value?.[other];
  return text ? { text, lang: other, fallback: true } : null;
}

/** Languages in which a text that exists at all is still missing. */
export const missingLocales = (value: Localized | null | undefined): Locale[] =>
  value && (value.en || value.es) ? (['en', 'es'] as const).filter((locale) => !value[locale]) : [];

/** The words alone, for titles and attributes where a language cannot be marked. Empty when there are none. */
export const textIn = (value: Localized | null | undefined, locale: Locale): string =>
  localize(value, locale)?.text ?? '';
