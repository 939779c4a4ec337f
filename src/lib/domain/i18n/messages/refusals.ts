import type { Locale } from '#lib/domain/i18n/locale.ts';
import { refusals as en, type RefusalData, type RefusalWords } from '#lib/domain/i18n/messages/refusals.en.ts';
import { recordRefusals as recordsEn } from '#lib/domain/i18n/messages/records-refusals.en.ts';
import { recordRefusals as recordsEs } from '#lib/domain/i18n/messages/records-refusals.es.ts';
import { refusals as es } from '#lib/domain/i18n/messages/refusals.es.ts';
import { problems as mediaEn } from '#lib/domain/i18n/messages/media.en.ts';
import { problems as mediaEs } from '#lib/domain/i18n/messages/media.es.ts';
import { captionRefusals as captionsEn } from '#lib/domain/i18n/messages/workshop.en.ts';
import { captionRefusals as captionsEs } from '#lib/domain/i18n/messages/workshop.es.ts';

/** An area with refusals of its own adds its words here: { en, es } by code. */
const areas: Readonly<Record<Locale, readonly RefusalWords[]>> = {
  en: [en, mediaEn, captionsEn, recordsEn],
  es: [es, mediaEs, captionsEs, recordsEs]
};

/** The sentence for a refusal, in the person's language: of its code, else of its kind. */
export function refusalText(locale: Locale, kind: string, code: string, data: RefusalData): string {
  const words = areas[locale].find((area) => code in area)?.[code] ?? areas[locale][0]?.[kind];
  return words ? words(data) : code;
}
