import { expect, test } from 'vitest';
import { turnsOfPassages, type ReadingCue } from '#lib/domain/recordings/passages.ts';

const cue = (startMs: number, text: string, more: Partial<ReadingCue> = {}): ReadingCue => ({
  startMs,
  endMs: startMs + 2000,
  text,
  speakerId: 'a',
  voice: null,
  language: null,
  ...more
});
const moment = (position: number, startMs: number, spans: Record<string, [number, number]>) => ({
  position,
  startMs,
  endMs: startMs + 2000,
  spans
});
const texts = (es: ReadingCue[], en: ReadingCue[], spans: Record<string, [number, number]>[]) =>
  turnsOfPassages(
    spans.map((each, i) => moment(i, (es[each.es?.[0] ?? -1] ?? en[each.en?.[0] ?? -1])?.startMs ?? 0, each)),
    [
      { language: 'es', voice: 'original', cues: es },
      { language: 'en', voice: 'interpretation', cues: en }
    ]
  ).map(({ speakerId, passages }) => [
    speakerId,
    ...passages.map(({ columns }) =>
      columns.map(({ voice, moments }) =>
        [voice, ...moments.flatMap((each) => each.cues.map(({ text }) => text))].join(' ')
      )
    )
  ]);

test('a passage goes on to the end of its sentence, a turn to the next speaker', () => {
  const es = [
    cue(0, 'Los acuerdos permiten'),
    cue(2000, 'enviar a personas.'),
    cue(4000, '¿Quién lo dice?'),
    cue(6000, 'Yo.', { speakerId: 'b' })
  ];
  const en = [
    cue(0, 'The agreements allow'),
    cue(2000, 'to send people.'),
    cue(4000, 'Who says so?'),
    cue(6000, 'I do.')
  ];
  const one = (n: number): Record<string, [number, number]> => ({ es: [n, n], en: [n, n] });
  expect(texts(es, en, [one(0), one(1), one(2), one(3)])).toEqual([
    [
      'a',
      ['original Los acuerdos permiten enviar a personas.', 'interpretation The agreements allow to send people.'],
      ['original ¿Quién lo dice?', 'interpretation Who says so?']
    ],
    ['b', ['original Yo.', 'interpretation I do.']]
  ]);
});

test('where one language falls silent or the voice changes a new passage begins, in the middle of a sentence too', () => {
  const es = [cue(0, 'uno'), cue(2000, 'dos'), cue(4000, 'tres')];
  const en = [cue(0, 'one'), cue(4000, 'three', { voice: 'translation' })];
  expect(texts(es, en, [{ es: [0, 0], en: [0, 0] }, { es: [1, 1] }, { es: [2, 2], en: [1, 1] }])).toEqual([
    [
      'a',
      ['original uno', 'interpretation one'],
      ['original dos', 'interpretation'],
      ['original tres', 'translation three']
    ]
  ]);
});

test('a long pause parts a turn of the same speaker', () => {
  const es = [cue(0, 'uno'), cue(9000, 'dos')];
  expect(texts(es, [], [{ es: [0, 0] }, { es: [1, 1] }])).toHaveLength(2);
});

test('speech without the end of a sentence is cut before it becomes a wall', () => {
  const es = Array.from({ length: 30 }, (_, i) => cue(i * 2000, 'palabra'));
  const [turn] = texts(
    es,
    [],
    es.map((_, i) => ({ es: [i, i] as [number, number] }))
  );
  expect(turn?.length).toBe(4);
});

test('a moment that no shown column knows is left out', () => {
  expect(texts([cue(0, 'uno')], [], [{ es: [0, 0] }, { fr: [0, 0] }])).toEqual([
    ['a', ['original uno', 'interpretation']]
  ]);
});
