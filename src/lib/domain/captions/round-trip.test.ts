import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson, writeJson } from '#lib/domain/captions/json.ts';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { plainText, speakersOf } from '#lib/domain/captions/plain.ts';
import { reportCaptions } from '#lib/domain/captions/report.ts';
import { mapSpeakers, ownLabels, withLabels } from '#lib/domain/captions/speakers.ts';
import type { CaptionFile, CaptionFormat } from '#lib/domain/captions/types.ts';
import { writeSrt, writeSrtFile, writeTxt, writeVtt, writeVttFile } from '#lib/domain/captions/write.ts';

const utf8 = new TextEncoder();
const read = (text: string, format: CaptionFormat) => parseCaptions(utf8.encode(text), { format });

/** Pieces that files are made of, whole and broken. */
const pieces = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '-->',
  '->',
  '--&gt;',
  '00:01.000 --> 00:02.000',
  '00:00:01.000 --> 00:00:02.000 line:1 align:start',
  '00:00:03,000 --> 00:00:02,500',
  '1:02:03.004 --> 99:59:59.999 region:a',
  '0:00:01.000,0:00:02.000',
  'NOTE hola',
  'STYLE',
  'REGION',
  'id:a width:40%',
  '1',
  '22',
  '2.2',
  '<v Ana>',
  '<v.alto José Núñez>',
  '</v>',
  '<i>',
  '</i>',
  '<00:00:01.500>',
  '<lang es>',
  '<font color="red">',
  '{\\an8}',
  '{b}',
  '&amp;',
  '&lt;v Ana&gt;',
  '&',
  '<',
  '>',
  'ANA: ',
  'Ana García: ',
  '[SPEAKER_00]: ',
  '- ',
  '[00:00:05] ',
  '12:30',
  'Buenos días',
  'ñandú 🦤',
  '\ufeff',
  '\0'
];
const body = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string()), { maxLength: 40 });
const fileOf = (format: CaptionFormat) =>
  body.map((parts) => read((format === 'vtt' ? 'WEBVTT\n\n' : '') + parts.join(''), format));

/** What writing and reading must keep: everything but the encoding and the lines that problems name. */
const lasting = ({ format, cues, regions, layout, ok, timed }: CaptionFile) => ({
  format,
  cues,
  regions,
  layout,
  ok,
  timed
});

/** Reads what was written and compares; a text of one line cannot say which line ends it would have. */
function expectSame(file: CaptionFile, written: string): void {
  const again = read(written, file.format);
  const lineEnd = /[\r\n]/.test(written) ? again.layout.lineEnd : file.layout.lineEnd;
  expect(lasting({ ...again, layout: { ...again.layout, lineEnd } })).toEqual(lasting(file));
}
const runs = { numRuns: 300 };

describe('reading', () => {
  test('any bytes are read without a throw, and every time is a safe whole number', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      body.map((parts) => utf8.encode(`WEBVTT\n\n${parts.join('')}`)),
      body.map((parts) => utf8.encode(parts.join('')))
    );
    const hint = fc.constantFrom<CaptionFormat | undefined>('vtt', 'srt', 'sbv', 'txt', undefined);
    fc.assert(
      fc.property(bytes, hint, (input, format) => {
        const file = parseCaptions(input, format ? { format } : {});
        for (const cue of reportCaptions('x', file).cues) {
          expect(Number.isSafeInteger(cue.startMs) && Number.isSafeInteger(cue.endMs)).toBe(true);
          expect(cue.startMs >= 0 && cue.endMs >= 0).toBe(true);
        }
        mapSpeakers(file);
      }),
      { numRuns: 1500 }
    );
  });
});

describe('read(write(x)) = x', () => {
  test('WebVTT, with header, comments, styles and regions', () => {
    fc.assert(
      fc.property(fileOf('vtt'), (file) => {
        expectSame(file, writeVttFile(file));
      }),
      runs
    );
  });

  test('SRT', () => {
    fc.assert(
      fc.property(fileOf('srt'), (file) => {
        fc.pre(file.format === 'srt' && file.ok);
        expectSame(file, writeSrtFile(file));
      }),
      runs
    );
  });

  test('a transcript', () => {
    fc.assert(
      fc.property(fileOf('txt'), (file) => {
        const again = read(writeTxt(mapSpeakers(file)), 'txt');
        const order = again.cues.map(({ startMs, endMs, text }) => [startMs, endMs, text]);
        expect(order).toEqual(file.cues.map(({ startMs, endMs, text }) => [startMs, endMs, text]));
      }),
      runs
    );
  });

  test.each(['vtt', 'srt', 'txt'] as const)('JSON of %s', (format) => {
    fc.assert(
      fc.property(fileOf(format), (file) => {
        const track = mapSpeakers(file);
        expect(readJson(writeJson(track))).toEqual({
          format: file.format,
          layout: file.layout,
          cues: withLabels(track, ownLabels(track))
        });
      }),
      runs
    );
  });
});

describe('speakers are taken out and put back', () => {
  test.each(['vtt', 'srt', 'sbv', 'txt'] as const)('%s: times, words and names stay', (format) => {
    const view = (file: Pick<CaptionFile, 'format' | 'cues'>) =>
      file.cues.map((cue) => [
        cue.startMs,
        cue.endMs,
        cue.id,
        cue.settings,
        plainText(cue.text, file.format),
        speakersOf(cue, file.format)
      ]);
    fc.assert(
      fc.property(fileOf(format), (file) => {
        const track = mapSpeakers(file);
        const cues = withLabels(track, ownLabels(track));
        expect(view({ format: file.format, cues })).toEqual(view(file));
      }),
      runs
    );
  });

  test('no name of a speaker who is not shown stays in any output', () => {
    fc.assert(
      fc.property(fileOf('vtt'), (file) => {
        const track = mapSpeakers(file, { keyOf: (label) => `k${label.length}` });
        const hidden = () => null;
        const shown = withLabels(track, hidden).flatMap((cue) => speakersOf(cue, 'vtt'));
        expect(shown).toEqual([]);
        const vttAgain = read(writeVtt(track, hidden), 'vtt');
        expect(vttAgain.cues.flatMap((cue) => speakersOf(cue, 'vtt'))).toEqual([]);
      }),
      runs
    );
  });
});

describe('WebVTT to SRT and back', () => {
  test('the words of every cue stay', () => {
    const words = (text: string) => text.replace(/\s+/g, ''); // a voice inside begins a line
    fc.assert(
      fc.property(fileOf('vtt'), (file) => {
        const track = mapSpeakers(file);
        const nameless = () => null;
        const srt = read(writeSrt(track, nameless), 'srt');
        expect(srt.cues.map(({ text }) => words(plainText(text, 'srt')))).toEqual(
          withLabels(track, nameless).map(({ text }) => words(plainText(text, 'vtt')))
        );
      }),
      runs
    );
  });
});
