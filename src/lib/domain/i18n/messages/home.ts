import type { Locale } from '#lib/domain/i18n/locale.ts';
import { home as en, type HomeMessages } from '#lib/domain/i18n/messages/home.en.ts';
import { home as es } from '#lib/domain/i18n/messages/home.es.ts';

export const homeMessages = (locale: Locale): HomeMessages => (locale === 'es' ? es : en);
