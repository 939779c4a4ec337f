import { expect, test } from 'vitest';
import { chooseReadingTracks, languageOf, voiceOf, type TrackChoice } from '#lib/domain/captions/reading-track.ts';

const choice = (id: string, language: string | null, role: TrackChoice['role'], more: Partial<TrackChoice> = {}) => ({
  id,
  language,
  role,
  kind: 'captions' as const,
  published: true,
  reviewed: false,
  timedToOriginal: false,
  ...more
});
const ids = (...tracks: TrackChoice[]) =>
  Object.fromEntries([...chooseReadingTracks(tracks)].map(([language, { id }]) => [language, id]));

test.each<[string, TrackChoice[], Record<string, string>]>([
  [
    "the original's captions before all others",
    [
      choice('mixed', 'es', 'mixed'),
      choice('interpretation', 'es', 'interpretation'),
      choice('original', 'es', 'original')
    ],
    { es: 'original' }
  ],
  [
    'the translation timed to the original before the interpretation',
    [choice('i', 'en', 'interpretation'), choice('t', 'en', 'translation', { timedToOriginal: true })],
    { en: 't' }
  ],
  [
    'the interpretation before another translation',
    [choice('t', 'en', 'translation'), choice('i', 'en', 'interpretation')],
    { en: 'i' }
  ],
  ['a mixed track where there is nothing else', [choice('m', 'en', 'mixed')], { en: 'm' }],
  [
    'never what is not published',
    [choice('o', 'es', 'original', { published: false }), choice('u', 'es', 'unknown')],
    { es: 'u' }
  ],
  [
    'never descriptions',
    [choice('d', 'es', 'description'), choice('e', 'es', 'original', { kind: 'descriptions' })],
    {}
  ],
  [
    'the reviewed of two alike',
    [choice('a', 'es', 'original'), choice('b', 'es', 'original', { reviewed: true })],
    { es: 'b' }
  ],
  ['the first of two alike', [choice('a', 'es', 'original'), choice('b', 'es', 'original')], { es: 'a' }],
  [
    'one per language, unknown languages together',
    [choice('a', 'es', 'original'), choice('b', 'quc', 'interpretation'), choice('c', null, 'mixed')],
    { es: 'a', quc: 'b', und: 'c' }
  ]
])('%s', (_, tracks, expected) => {
  expect(ids(...tracks)).toEqual(expected);
});

test('a cue says whose words it is and in which language, else its track does; a mixed track claims nothing', () => {
  expect(voiceOf({ voice: null }, { role: 'interpretation' })).toBe('interpretation');
  expect(voiceOf({ voice: 'original' }, { role: 'mixed' })).toBe('original');
  expect(voiceOf({ voice: null }, { role: 'mixed' })).toBe('unknown');
  expect(languageOf({ language: null }, { language: 'es' })).toBe('es');
  expect(languageOf({ language: 'en' }, { language: 'es' })).toBe('en');
  expect(languageOf({ language: null }, { language: null })).toBeNull();
});
