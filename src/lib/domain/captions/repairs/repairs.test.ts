import { describe, expect, test } from 'vitest';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { allRepairs, changeName, noRepairs, repairTrack } from '#lib/domain/captions/repairs/index.ts';
import { wrapTwo } from '#lib/domain/captions/repairs/wrap.ts';
import { cutByRetiming, readFactor, readOffset, retimeCues } from '#lib/domain/captions/retime.ts';
import { mapSpeakers } from '#lib/domain/captions/speakers.ts';

const read = (vtt: string) => mapSpeakers(parseCaptions(new TextEncoder().encode(`WEBVTT\n\n${vtt}\n`))).cues;
const shown = (cues: readonly { startMs: number; endMs: number; text: string }[]) =>
  cues.map(({ startMs, endMs, text }) => `${String(startMs)}-${String(endMs)} ${text.replaceAll('\n', '/')}`);
const repaired = (vtt: string) => shown(repairTrack(read(vtt), 'vtt', allRepairs).cues);

describe('repairs', () => {
  test.each([
    ['overlap', '00:01.000 --> 00:05.000\na\n\n00:04.000 --> 00:06.000\nb', ['1000-4000 a', '4000-6000 b']],
    [
      'two who speak at once stay',
      '00:01.000 --> 00:05.000\na\n\n00:01.100 --> 00:06.000\nb',
      ['1000-5000 a', '1100-6000 b']
    ],
    ['reversed', '00:05.000 --> 00:01.000\na', ['1000-5000 a']],
    ['order', '00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na', ['1000-2000 a', '5000-6000 b']],
    ['mojibake', '00:01.000 --> 00:02.000\nAdiÃ³s', ['1000-2000 Adiós']],
    ['bidi', '00:01.000 --> 00:02.000\na\u202eb', ['1000-2000 ab']],
    ['empty', '00:01.000 --> 00:02.000\n<i></i>\n\n00:03.000 --> 00:04.000\nb', ['3000-4000 b']],
    [
      'lines',
      '00:01.000 --> 00:09.000\nNovecientas personas de Honduras, y también de El Salvador y de Guatemala',
      ['1000-9000 Novecientas personas de Honduras,/y también de El Salvador y de Guatemala']
    ],
    [
      'what does not fit in two lines stays',
      `00:01.000 --> 00:09.000\n${'palabra '.repeat(20).trim()}`,
      [`1000-9000 ${'palabra '.repeat(20).trim()}`]
    ],
    [
      'rolling',
      ['a b', 'a b\nc d', 'c d', 'c d\ne f', 'e f\ng h']
        .map((text, at) => `00:0${String(at)}.000 --> 00:0${String(at + 1)}.000\n${text}`)
        .join('\n\n'),
      ['0-1000 a b', '1000-2000 c d', '3000-4000 e f', '4000-5000 g h']
    ]
  ])('%s', (_, vtt, expected) => expect(repaired(vtt)).toEqual(expected));

  test('nothing is done that is not chosen, and each is offered', () => {
    const cues = read('00:05.000 --> 00:01.000\nAdiÃ³s');
    const result = repairTrack(cues, 'vtt', noRepairs);
    expect(result.cues).toEqual(cues);
    expect(result.repairs.map(({ code }) => code)).toEqual(['mojibake', 'reversed']);
  });
  test('one change of a repair can be refused', () => {
    const cues = read('00:05.000 --> 00:01.000\na\n\n00:09.000 --> 00:07.000\nb');
    const refused = new Set([changeName('reversed', { origin: 0 })]);
    expect(shown(repairTrack(cues, 'vtt', { codes: new Set(['reversed']), refused }).cues)).toEqual([
      '5000-1000 a',
      '7000-9000 b'
    ]);
  });
  test('a track in order needs none', () => {
    expect(repairTrack(read('00:01.000 --> 00:02.000\na'), 'vtt', allRepairs).repairs).toEqual([]);
  });
});

test('tags are kept whole where a line is parted', () => {
  expect(wrapTwo('<v Ana García>Las personas que piden <i>asilo en la frontera</i> tienen ese derecho')).toBe(
    '<v Ana García>Las personas que piden\n<i>asilo en la frontera</i> tienen ese derecho'
  );
});

describe('times', () => {
  test.each([
    ['+3.2', 3200],
    ['-3,25 s', -3250],
    ['', 0],
    ['1:02.5', 62_500],
    ['−1', -1000],
    ['soon', null]
  ])('offset %s', (written, ms) => expect(readOffset(written)).toBe(ms));
  test.each([
    ['25/23.976', 25 / 23.976],
    ['', 1],
    ['0,999', 0.999],
    ['7', null],
    ['1/0', null]
  ])('speed %s', (written, factor) => expect(readFactor(written)).toBe(factor));
  test('speed, then offset, never before the beginning', () => {
    const cues = [
      { startMs: 1000, endMs: 2000 },
      { startMs: 10_000, endMs: 12_000 }
    ];
    expect(retimeCues(cues, { factor: 2, offsetMs: -3000 })).toEqual([
      { startMs: 0, endMs: 1000 },
      { startMs: 17_000, endMs: 21_000 }
    ]);
    expect(cutByRetiming(cues, { factor: 2, offsetMs: -3000 })).toBe(1);
  });
});
