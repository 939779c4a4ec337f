import type { Locale } from '#lib/domain/i18n/locale.ts';
import { basket as en, type BasketMessages } from '#lib/domain/i18n/messages/basket.en.ts';
import { basket as es } from '#lib/domain/i18n/messages/basket.es.ts';

export const basketMessages = (locale: Locale): BasketMessages => (locale === 'es' ? es : en);
