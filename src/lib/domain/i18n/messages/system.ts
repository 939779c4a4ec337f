import type { Locale } from '#lib/domain/i18n/locale.ts';
import { system as en, type SystemMessages } from '#lib/domain/i18n/messages/system.en.ts';
import { system as es } from '#lib/domain/i18n/messages/system.es.ts';

export const systemMessages = (locale: Locale): SystemMessages => (locale === 'es' ? es : en);
