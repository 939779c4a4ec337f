import type { Locale } from '#lib/domain/i18n/locale.ts';
import { quotes as en, type QuoteMessages } from '#lib/domain/i18n/messages/quotes.en.ts';
import { quotes as es } from '#lib/domain/i18n/messages/quotes.es.ts';

export const quoteMessages = (locale: Locale): QuoteMessages => (locale === 'es' ? es : en);
