import type { Locale } from '#lib/domain/i18n/locale.ts';
import { media as en, type MediaMessages } from '#lib/domain/i18n/messages/media.en.ts';
import { media as es } from '#lib/domain/i18n/messages/media.es.ts';

export const mediaMessages = (locale: Locale): MediaMessages => (locale === 'es' ? es : en);
