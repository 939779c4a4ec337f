import type { Locale } from '#lib/domain/i18n/locale.ts';
import { api as en, type ApiMessages } from '#lib/domain/i18n/messages/api.en.ts';
import { api as es } from '#lib/domain/i18n/messages/api.es.ts';

export const apiMessages = (locale: Locale): ApiMessages => (locale === 'es' ? es : en);
