import type { Locale } from '#lib/domain/i18n/locale.ts';
import { overview as en, type OverviewMessages } from '#lib/domain/i18n/messages/overview.en.ts';
import { overview as es } from '#lib/domain/i18n/messages/overview.es.ts';

export const overviewMessages = (locale: Locale): OverviewMessages => (locale === 'es' ? es : en);
