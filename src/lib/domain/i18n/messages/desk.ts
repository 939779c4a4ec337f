import type { Locale } from '#lib/domain/i18n/locale.ts';
import { desk as en, type DeskMessages } from '#lib/domain/i18n/messages/desk.en.ts';
import { desk as es } from '#lib/domain/i18n/messages/desk.es.ts';

export type DeskKey = keyof DeskMessages['nav'];
export const deskMessages = (locale: Locale): DeskMessages => (locale === 'es' ? es : en);
