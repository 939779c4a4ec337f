import type { Locale } from '#lib/domain/i18n/locale.ts';
import { tell as en, type TellMessages } from '#lib/domain/i18n/messages/tell.en.ts';
import { tell as es } from '#lib/domain/i18n/messages/tell.es.ts';

export const tellMessages = (locale: Locale): TellMessages => (locale === 'es' ? es : en);
