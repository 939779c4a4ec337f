import type { Locale } from '#lib/domain/i18n/locale.ts';
import { concordance as en, type ConcordanceMessages } from '#lib/domain/i18n/messages/concordance.en.ts';
import { concordance as es } from '#lib/domain/i18n/messages/concordance.es.ts';

export const concordanceMessages = (locale: Locale): ConcordanceMessages => (locale === 'es' ? es : en);
