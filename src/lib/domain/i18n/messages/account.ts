import type { Locale } from '#lib/domain/i18n/locale.ts';
import { account as en, type AccountMessages } from '#lib/domain/i18n/messages/account.en.ts';
import { account as es } from '#lib/domain/i18n/messages/account.es.ts';

export const accountMessages = (locale: Locale): AccountMessages => (locale === 'es' ? es : en);
