import type { Locale } from '#lib/domain/i18n/locale.ts';
import { events as en, type EventMessages } from '#lib/domain/i18n/messages/events.en.ts';
import { events as es } from '#lib/domain/i18n/messages/events.es.ts';

export const eventMessages = (locale: Locale): EventMessages => (locale === 'es' ? es : en);
