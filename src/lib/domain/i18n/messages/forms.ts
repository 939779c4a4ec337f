import type { Locale } from '#lib/domain/i18n/locale.ts';
import { forms as en, type FormMessages } from '#lib/domain/i18n/messages/forms.en.ts';
import { forms as es } from '#lib/domain/i18n/messages/forms.es.ts';

export const formMessages = (locale: Locale): FormMessages => (locale === 'es' ? es : en);
