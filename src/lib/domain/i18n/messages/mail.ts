import type { Locale } from '#lib/domain/i18n/locale.ts';
import { mail as en, type MailMessages } from '#lib/domain/i18n/messages/mail.en.ts';
import { mail as es } from '#lib/domain/i18n/messages/mail.es.ts';

export const mailMessages = (locale: Locale): MailMessages => (locale === 'es' ? es : en);
