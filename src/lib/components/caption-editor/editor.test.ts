import { expect, test } from 'vitest';
import { shortTime, readTime } from '#lib/components/caption-desk/words.ts';
import { commandOf } from '#lib/components/caption-editor/keys.ts';
import { partnersOf } from '#lib/components/caption-editor/partners.ts';
import { workshopMessages } from '#lib/domain/i18n/messages/workshop.ts';
import { pathIn, routePath } from '#lib/domain/i18n/paths.ts';

const key = (code: string, held = '') => ({
  ...{ code, key: '', metaKey: false, ctrlKey: held.includes('c'), altKey: held.includes('a') },
  shiftKey: held.includes('s')
});

test.each([
  ['Space', '', null],
  ['Space', 'c', 'play'],
  ['Space', 'cs', 'playCue'],
  ['KeyZ', 'c', 'undo'],
  ['KeyZ', 'cs', 'redo'],
  ['KeyZ', 'ca', null],
  ['KeyA', 'c', null],
  ['BracketLeft', 'a', 'startEarlier'],
  ['BracketLeft', 'as', 'endEarlier'],
  ['Escape', '', 'leave'],
  ['Tab', '', null]
])('%s with %j does %s', (code, held, command) => expect(commandOf(key(code, held))).toBe(command));

test('the help lists as many keys in both languages', () =>
  expect(workshopMessages('es').editor.keyList).toHaveLength(workshopMessages('en').editor.keyList.length));

test('every cue of the other language stands beside exactly one cue', () => {
  const others = Array.from({ length: 50 }, (_, at) => ({
    startMs: at * 2300,
    endMs: at * 2300 + 2000,
    text: String(at),
    speaker: null
  }));
  const starts = Array.from({ length: 40 }, (_, at) => at * 3000 + 500);
  const beside = starts.flatMap((start, at) => partnersOf(others, start, starts[at + 1] ?? Infinity, at === 0));
  expect(beside).toEqual(others);
});

test.each([
  ['12:42.2', 762_200],
  ['1:02:03', 3_723_000],
  ['0:05,5', 5500],
  ['soon', null],
  ['12', null]
])('%s is read as %s', (written, ms) => expect(readTime(written)).toBe(ms));
test('a time is shown as short as it can be read', () =>
  expect([0, 762_200, 3_723_000].map(shortTime)).toEqual(['0:00.0', '12:42.2', '1:02:03.0']));

test.each(['upload', 'versions', 'compare', 'merge', 'plain'])(
  'the Spanish address of %s leads back to its page',
  (word) =>
    expect(routePath(pathIn('es', 'manage', 'captions', 'r', 't', word))).toBe(`/es/manage/captions/r/t/${word}`)
);
