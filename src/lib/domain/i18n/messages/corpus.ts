import type { Locale } from '#lib/domain/i18n/locale.ts';
import { corpus as en, type CorpusMessages } from '#lib/domain/i18n/messages/corpus.en.ts';
import { corpus as es } from '#lib/domain/i18n/messages/corpus.es.ts';

export const corpusMessages = (locale: Locale): CorpusMessages => (locale === 'es' ? es : en);
