import { expect, test } from 'vitest';
import { recordingMessages } from '#lib/domain/i18n/messages/recording.ts';
import { shortLength, spokenTime } from '#lib/domain/recordings/spoken.ts';

test.each([
  [0, '0 seconds', '0 segundos', '0 s'],
  [767_400, '12 minutes 47 seconds', '12 minutos 47 segundos', '12 min 47 s'],
  [3_601_000, '1 hour 1 second', '1 hora 1 segundo', '1 h 0 min'],
  [4_080_000, '1 hour 8 minutes', '1 hora 8 minutos', '1 h 8 min']
])('%i ms', (ms, en, es, short) => {
  expect(spokenTime(ms, recordingMessages('en'))).toBe(en);
  expect(spokenTime(ms, recordingMessages('es'))).toBe(es);
  expect(shortLength(ms, recordingMessages('en'))).toBe(short);
});
