import type { Locale } from '#lib/domain/i18n/locale.ts';
import { tracks as en, type TrackMessages } from '#lib/domain/i18n/messages/tracks.en.ts';
import { tracks as es } from '#lib/domain/i18n/messages/tracks.es.ts';

export const trackMessages = (locale: Locale): TrackMessages => (locale === 'es' ? es : en);
