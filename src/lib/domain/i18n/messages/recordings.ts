import type { Locale } from '#lib/domain/i18n/locale.ts';
import { recordings as en, type RecordingListMessages } from '#lib/domain/i18n/messages/recordings.en.ts';
import { recordings as es } from '#lib/domain/i18n/messages/recordings.es.ts';

export const recordingListMessages = (locale: Locale): RecordingListMessages => (locale === 'es' ? es : en);
