import type { Locale } from '#lib/domain/i18n/locale.ts';
import { outputs as en, type OutputMessages } from '#lib/domain/i18n/messages/outputs.en.ts';
import { outputs as es } from '#lib/domain/i18n/messages/outputs.es.ts';

export const outputMessages = (locale: Locale): OutputMessages => (locale === 'es' ? es : en);
