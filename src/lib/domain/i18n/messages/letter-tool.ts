import type { Locale } from '#lib/domain/i18n/locale.ts';
import { letterTool as en, type LetterToolMessages } from '#lib/domain/i18n/messages/letter-tool.en.ts';
import { letterTool as es } from '#lib/domain/i18n/messages/letter-tool.es.ts';

export const letterToolMessages = (locale: Locale): LetterToolMessages => (locale === 'es' ? es : en);
