import type { Locale } from '#lib/domain/i18n/locale.ts';
import { playerExtras as en, type PlayerExtrasMessages } from '#lib/domain/i18n/messages/player-extras.en.ts';
import { playerExtras as es } from '#lib/domain/i18n/messages/player-extras.es.ts';

export const playerExtrasMessages = (locale: Locale): PlayerExtrasMessages => (locale === 'es' ? es : en);
