import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assignSpeaker,
  changeCue,
  cueAt,
  insertAfter,
  mergeWithNext,
  removeCues,
  setTimes,
  shiftCues,
  snap,
  splitCue
} from '#lib/domain/captions/edit/edits.ts';
import { findInTexts, replaceMatches, type FindRequest } from '#lib/domain/captions/edit/find.ts';
import { History } from '#lib/domain/captions/edit/history.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';

const cue = (startMs: number, endMs: number, text: string, speaker: string | null = null): SpokenCue => ({
  ...{ id: '', startMs, endMs, text, settings: '', speaker, mark: speaker && '<v {name}>{text}' }
});
const shown = (cues: readonly SpokenCue[]) =>
  cues.map(
    ({ startMs, endMs, text, speaker }) =>
      `${String(startMs)}-${String(endMs)} ${text.replaceAll('\n', '/')}${speaker ? ` (${speaker})` : ''}`
  );
const two = [cue(1000, 3000, 'uno dos', 'a'), cue(4000, 6000, 'tres', 'b')];

describe('edits', () => {
  test.each<[string, SpokenCue[], string[]]>([
    ['split by words', splitCue(two, 0, 3), ['1000-1857 uno (a)', '1857-3000 dos (a)', '4000-6000 tres (b)']],
    [
      'split at the player',
      splitCue(two, 0, 3, 2000),
      ['1000-2000 uno (a)', '2000-3000 dos (a)', '4000-6000 tres (b)']
    ],
    ['no tag is cut', splitCue([cue(0, 1000, '<i>uno dos</i>')], 0, 2), ['0-214 <i>', '214-1000 uno dos</i>']],
    ['merge with another speaker', mergeWithNext(two, 0), ['1000-6000 uno dos/<v b>tres (a)']],
    ['merge the last', mergeWithNext(two, 1), ['1000-3000 uno dos (a)', '4000-6000 tres (b)']],
    ['insert in a silence', insertAfter(two, 0), ['1000-3000 uno dos (a)', '3000-4000  (a)', '4000-6000 tres (b)']],
    ['insert before all', insertAfter(two, -1), ['0-1000 ', '1000-3000 uno dos (a)', '4000-6000 tres (b)']],
    ['remove', removeCues(two, 0, 1), ['4000-6000 tres (b)']],
    ['shift all after', shiftCues(two, 1, 2, -4500), ['1000-3000 uno dos (a)', '0-1500 tres (b)']],
    [
      'a start after the end takes it along',
      setTimes(two, 0, { startMs: 3500 }),
      ['3500-3600 uno dos (a)', '4000-6000 tres (b)']
    ],
    [
      'an end before the start takes it along',
      setTimes(two, 0, { endMs: 500 }),
      ['400-500 uno dos (a)', '4000-6000 tres (b)']
    ],
    ['nobody speaks', assignSpeaker(two, new Set([0, 1]), null), ['1000-3000 uno dos', '4000-6000 tres']]
  ])('%s', (_, cues, expected) => expect(shown(cues)).toEqual(expected));
  test('snap takes the nearest within reach', () => {
    expect(snap(1040, [900, 1000, 1100], 50)).toBe(1000);
    expect(snap(1050, [900, 2000], 50)).toBe(1050);
  });
  test('the cue at a time', () => expect([0, 1000, 3500, 9000].map((ms) => cueAt(two, ms))).toEqual([-1, 0, 0, 1]));
});

describe('history', () => {
  test('whatever was done, undo leads back through every state, and redo forth', () => {
    const edit = fc.tuple(fc.constantFrom('text', 'split', 'merge', 'insert', 'remove', 'shift'), fc.nat(30));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (list) => {
        const history = new History(two);
        const states = [history.cues];
        for (const [kind, number] of list) {
          const { cues } = history;
          const at = cues.length === 0 ? 0 : number % cues.length;
          const done = {
            text: () => changeCue(cues, at, { text: `t${String(number)}` }),
            split: () => splitCue(cues, at, 1),
            merge: () => mergeWithNext(cues, at),
            insert: () => insertAfter(cues, at),
            remove: () => removeCues(cues, at, at + 1),
            shift: () => shiftCues(cues, at, cues.length, number)
          }[kind]();
          history.edit(done, at);
          if (history.cues !== states.at(-1)) states.push(history.cues);
        }
        for (const state of states.slice(0, -1).reverse()) {
          expect(history.undo()).not.toBeNull();
          expect(history.cues).toEqual(state);
        }
        expect(history.undo()).toBeNull();
        for (const state of states.slice(1)) {
          history.redo();
          expect(history.cues).toEqual(state);
        }
      }),
      { numRuns: 60 }
    );
  });
  test('what is typed without a pause is one step', () => {
    const history = new History(two);
    for (const text of ['u', 'un', 'una']) history.edit(changeCue(history.cues, 0, { text }), 0, 'text 0');
    history.seal();
    history.edit(changeCue(history.cues, 0, { text: 'una vez' }), 0, 'text 0');
    history.undo();
    expect(history.cues[0]?.text).toBe('una');
    history.undo();
    expect(history.cues).toEqual(two);
  });
});

describe('find', () => {
  const request = (more: Partial<FindRequest>): FindRequest => ({
    ...{ text: '', accents: false, capitals: false, wholeWord: false, regex: false },
    ...more
  });
  const texts = ['Señor, el país', 'paisaje', 'PAÍS e\u0301l', 'a.b'];
  test.each<[string, Partial<FindRequest>, string[]]>([
    ['without accents', { text: 'pais' }, ['país', 'pais', 'PAÍS']],
    ['typed with accents', { text: 'país' }, ['país', 'pais', 'PAÍS']],
    ['with accents', { text: 'país', accents: true }, ['país', 'PAÍS']],
    ['with capitals', { text: 'País', capitals: true }, []],
    ['whole words', { text: 'pais', wholeWord: true }, ['país', 'PAÍS']],
    ['an accent by itself goes with its letter', { text: 'el', wholeWord: true }, ['el', 'e\u0301l']],
    ['signs are signs', { text: 'a.b' }, ['a.b']],
    ['a pattern', { text: 'p\\w', regex: true, accents: true }, ['pa', 'pa', 'PA']],
    ['a pattern with nothing to show', { text: 'x*', regex: true }, []]
  ])('%s', (_, more, expected) =>
    expect(findInTexts(texts, request(more)).map(({ cue: at, start, end }) => texts[at]?.slice(start, end))).toEqual(
      expected
    )
  );
  test('a pattern that is none', () =>
    expect(() => findInTexts(texts, request({ text: '(', regex: true }))).toThrow(SyntaxError));
  test('replace all, with groups of a pattern', () => {
    const plain = request({ text: 'pais' });
    expect([...replaceMatches(texts, findInTexts(texts, plain), 'nación', plain)]).toEqual([
      [2, 'nación e\u0301l'],
      [1, 'naciónaje'],
      [0, 'Señor, el nación']
    ]);
    const pattern = request({ text: '(\\d+) (años)', regex: true });
    const years = ['hace 5 años y 10 años'];
    expect(replaceMatches(years, findInTexts(years, pattern), '$2: $1', pattern).get(0)).toBe(
      'hace años: 5 y años: 10'
    );
  });
  test('a dollar in plain words is a dollar', () => {
    const plain = request({ text: 'a.b' });
    expect(replaceMatches(texts, findInTexts(texts, plain), '$& 5', plain).get(3)).toBe('$& 5');
  });
});
