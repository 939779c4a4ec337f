import type { Locale } from '#lib/domain/i18n/locale.ts';
import { search as en, type SearchMessages } from '#lib/domain/i18n/messages/search.en.ts';
import { search as es } from '#lib/domain/i18n/messages/search.es.ts';

export const searchMessages = (locale: Locale): SearchMessages => (locale === 'es' ? es : en);
