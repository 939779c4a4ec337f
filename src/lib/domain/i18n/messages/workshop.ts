import type { Locale } from '#lib/domain/i18n/locale.ts';
import { workshop as en, type WorkshopMessages } from '#lib/domain/i18n/messages/workshop.en.ts';
import { workshop as es } from '#lib/domain/i18n/messages/workshop.es.ts';

export const workshopMessages = (locale: Locale): WorkshopMessages => (locale === 'es' ? es : en);
export type { WorkshopMessages };
