import type { Locale } from '#lib/domain/i18n/locale.ts';
import { citations as en, type CitationMessages } from '#lib/domain/i18n/messages/citations.en.ts';
import { citations as es } from '#lib/domain/i18n/messages/citations.es.ts';

export const citationMessages = (locale: Locale): CitationMessages => (locale === 'es' ? es : en);
