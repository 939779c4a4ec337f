import type { Locale } from '#lib/domain/i18n/locale.ts';
import { bag as en, type BagMessages } from '#lib/domain/i18n/messages/bag.en.ts';
import { bag as es } from '#lib/domain/i18n/messages/bag.es.ts';

export const bagMessages = (locale: Locale): BagMessages => (locale === 'es' ? es : en);
