import type { Locale } from '#lib/domain/i18n/locale.ts';
import { recording as en, type RecordingMessages } from '#lib/domain/i18n/messages/recording.en.ts';
import { recording as es } from '#lib/domain/i18n/messages/recording.es.ts';

export const recordingMessages = (locale: Locale): RecordingMessages => (locale === 'es' ? es : en);
