import type { Locale } from '#lib/domain/i18n/locale.ts';
import { door as en, type DoorMessages } from '#lib/domain/i18n/messages/door.en.ts';
import { door as es } from '#lib/domain/i18n/messages/door.es.ts';

export const doorMessages = (locale: Locale): DoorMessages => (locale === 'es' ? es : en);
