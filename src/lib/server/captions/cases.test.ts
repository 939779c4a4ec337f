import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { reportCaptions, type ReportedCue } from '#lib/domain/captions/report.ts';
import { sharedFolder } from '../../../../tests/support/shared.ts';

const ExpectedCue = v.looseObject({
  id: v.optional(v.string()),
  startMs: v.number(),
  endMs: v.number(),
  text: v.string(),
  plain: v.optional(v.string()),
  speakers: v.optional(v.array(v.string())),
  settings: v.optional(v.record(v.string(), v.unknown()))
});
const Result = v.object({
  ok: v.nullable(v.boolean()),
  cues: v.array(ExpectedCue),
  anyFormat: v.optional(v.boolean())
});
const Case = v.looseObject({
  id: v.string(),
  format: v.picklist(['vtt', 'srt', 'sbv']),
  input: v.string(),
  stretch: v.optional(v.boolean(), false),
  expect: Result,
  alt: v.optional(v.array(Result), [])
});
type Case = v.InferOutput<typeof Case>;
type ExpectedCue = v.InferOutput<typeof ExpectedCue>;

const readCases = (folder: string) =>
  v.parse(v.array(Case), JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')));

/** Text track cue order: by start, then the later end first, then as they stood. */
const inCueOrder = <C extends { startMs: number; endMs: number }>(cues: C[]) =>
  [...cues].sort((a, b) => a.startMs - b.startMs || b.endMs - a.endMs);

/** White space at the ends of lines and blank lines around the text do not count in SRT and SBV. */
const loosely = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');

function comparable(cue: ExpectedCue | ReportedCue, like: ExpectedCue, format: Case['format']) {
  const exact = format === 'vtt';
  const plain = cue.plain ?? '';
  return {
    startMs: cue.startMs,
    endMs: cue.endMs,
    text: exact ? cue.text : loosely(cue.text),
    ...(like.plain !== undefined && { plain: exact ? plain : loosely(plain).replace(/ +/g, ' ') }),
    ...(like.speakers && { speakers: cue.speakers }),
    ...(exact && like.id !== undefined && { id: cue.id }),
    ...(exact && like.settings && { settings: cue.settings })
  };
}

/** What was found, in the shape of what one of the accepted results states. */
function foundLike(found: ReportedCue[], expected: ExpectedCue[], format: Case['format']) {
  const withText = format === 'vtt' ? found : found.filter((cue) => cue.text.trim() !== '');
  return inCueOrder(withText).map((cue, index) =>
    comparable(cue, expected[index] ?? { ...cue, settings: { ...cue.settings } }, format)
  );
}

function check(folder: string, one: Case): void {
  const file = parseCaptions(readFileSync(join(folder, one.input)), { filename: one.input });
  const found = [...reportCaptions(one.input, file).cues];
  if (one.expect.ok === null) return expect(found).toEqual([]);
  if (one.expect.ok === false) return expect(file.ok && file.format === one.format).toBe(false);
  expect(file.ok).toBe(true);
  if (!one.expect.anyFormat) expect(file.format).toBe(one.format);
  const results = [one.expect, ...one.alt].map(({ cues }) => {
    const wanted = one.format === 'vtt' ? cues : cues.filter((cue) => cue.text.trim() !== '');
    const expected = inCueOrder(wanted);
    return {
      expected: expected.map((cue) => comparable(cue, cue, one.format)),
      found: foundLike(found, expected, one.format)
    };
  });
  const fits = results.some((result) => JSON.stringify(result.expected) === JSON.stringify(result.found));
  if (!fits) expect(results[0]?.found).toEqual(results[0]?.expected);
}

const folders = [
  { name: 'own caption cases', folder: join('tests', 'fixtures', 'captions') },
  { name: 'shared caption cases', folder: sharedFolder('testdata', 'captions') }
];

for (const { name, folder } of folders) {
  if (folder === null) {
    test.skip(`${name}: not here`, () => undefined);
    continue;
  }
  describe(name, () => {
    const cases = readCases(folder);
    test.each(cases)('$id', (one) => check(folder, one));
  });
}
