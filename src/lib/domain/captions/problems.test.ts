import { expect, test } from 'vitest';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { problemCodes, type ProblemCode } from '#lib/domain/captions/types.ts';
import { problemText } from '#lib/domain/i18n/messages/captions.ts';

const utf8 = new TextEncoder();
const bytes = (text: string) => utf8.encode(text);
const vtt = (text: string) => bytes(`WEBVTT\n\n${text}`);
const T = '00:01.000 --> 00:02.000';
const srt = (text: string) => bytes(`1\n00:00:01,000 --> 00:00:02,000\n${text}`);
/** Latin letters above 127 as single bytes. */
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

interface Example {
  file: Uint8Array;
  name: string;
  line: number;
  says: [en: string, es: string];
}

const examples: Record<ProblemCode, Example> = {
  'not-captions': { file: bytes('Acta\n'), name: 'a.srt', line: 1, says: ['not SRT', 'no es SRT'] },
  'no-signature': { file: bytes('Acta\n'), name: 'a.vtt', line: 1, says: ['WEBVTT', 'WEBVTT'] },
  'wrong-extension': { file: vtt(`${T}\na`), name: 'a.srt', line: 1, says: ['is WebVTT', 'es WebVTT'] },
  'no-cues': { file: vtt('NOTE nada\n'), name: 'a.vtt', line: 1, says: ['no cue', 'ningún subtítulo'] },
  'invalid-utf8': {
    file: Uint8Array.from([...vtt(`${T}\nñ`), 0xff]),
    name: 'a.vtt',
    line: 4,
    says: ['not UTF-8', 'no son UTF-8']
  },
  'not-utf8': {
    file: latin1(`WEBVTT\n\n${T}\nma\u00f1ana`),
    name: 'a.vtt',
    line: 1,
    says: ['windows-1252', 'windows-1252']
  },
  'encoding-guessed': {
    file: latin1('1\n00:00:01,000 --> 00:00:02,000\nma\u00f1ana'),
    name: 'a.srt',
    line: 1,
    says: ['windows-1252', 'windows-1252']
  },
  'nul-replaced': { file: vtt(`${T}\na\0`), name: 'a.vtt', line: 4, says: ['NUL', 'NUL'] },
  'bad-timing': {
    file: vtt('00:01 --> 00:02\na'),
    name: 'a.vtt',
    line: 3,
    says: ['00:01 --> 00:02', '00:01 --> 00:02']
  },
  'block-ignored': { file: vtt(`hola\nmundo\n\n${T}\na`), name: 'a.vtt', line: 3, says: ['hola mundo', 'hola mundo'] },
  'late-style': { file: vtt(`${T}\na\n\nSTYLE\n::cue {}`), name: 'a.vtt', line: 6, says: ['STYLE', 'STYLE'] },
  'late-region': { file: vtt(`${T}\na\n\nREGION\nid:a`), name: 'a.vtt', line: 6, says: ['REGION', 'REGION'] },
  'text-before-first-cue': {
    file: bytes('# por mí\n\n1\n00:00:01,000 --> 00:00:02,000\na'),
    name: 'a.srt',
    line: 1,
    says: ['# por mí', '# por mí']
  },
  'lone-index': { file: srt('a\n\n2\n'), name: 'a.srt', line: 5, says: ['number 2', 'número 2'] },
  'negative-time': {
    file: bytes('-00:00:01,000 --> 00:00:02,000\na'),
    name: 'a.srt',
    line: 1,
    says: ['below zero', 'menor que cero']
  },
  'time-too-large': {
    file: vtt(`${'9'.repeat(20)}:00:00.000 --> ${'9'.repeat(20)}:00:01.000\na`),
    name: 'a.vtt',
    line: 3,
    says: ['too large', 'demasiado grande']
  },
  'bad-setting': { file: vtt(`${T} line:x\na`), name: 'a.vtt', line: 3, says: ['line:x', 'line:x'] },
  'unknown-region': { file: vtt(`${T} region:a\na`), name: 'a.vtt', line: 3, says: ['region:a', 'region:a'] },
  reversed: { file: vtt('00:02.000 --> 00:01.000\na'), name: 'a.vtt', line: 3, says: ['00:00:01.000', '00:00:01.000'] },
  'no-duration': {
    file: vtt('00:02.000 --> 00:02.000\na'),
    name: 'a.vtt',
    line: 3,
    says: ['00:00:02.000', '00:00:02.000']
  },
  'out-of-order': {
    file: vtt(`00:05.000 --> 00:06.000\na\n\n${T}\nb`),
    name: 'a.vtt',
    line: 6,
    says: ['begins (00:00:01.000)', 'empieza (00:00:01.000)']
  },
  overlap: {
    file: vtt(`${T}\na\n\n00:01.500 --> 00:03.000\nb`),
    name: 'a.vtt',
    line: 6,
    says: ['0.5 s', '0.5 s']
  },
  'empty-cue': {
    file: vtt(`${T}\n\n${T.replaceAll('00:', '01:')}\na`),
    name: 'a.vtt',
    line: 3,
    says: ['no text', 'no tiene texto']
  },
  'unknown-tag': { file: vtt(`${T}\n<V Ana>a`), name: 'a.vtt', line: 4, says: ['<V Ana>', '<V Ana>'] },
  'unclosed-tag': { file: vtt(`${T}\na <3`), name: 'a.vtt', line: 4, says: ['<3', '<3'] },
  'no-times': { file: bytes('Ana: Hola.\n'), name: 'a.txt', line: 1, says: ['no times', 'no indica tiempos'] },
  'end-estimated': {
    file: bytes('[00:00:01] Ana: Hola.\n'),
    name: 'a.txt',
    line: 1,
    says: ['00:00:02.000', '00:00:02.000']
  }
};

test.each(problemCodes)('%s is reported at its line, in both languages', (code) => {
  const { file, name, line, says } = examples[code];
  const found = parseCaptions(file, { filename: name }).problems.find((problem) => problem.code === code);
  expect(found).toMatchObject({ code, line });
  if (!found) return;
  expect(problemText(found, 'en')).toContain(says[0]);
  expect(problemText(found, 'es')).toContain(says[1]);
});

test('a clean file has no problem', () => {
  expect(parseCaptions(vtt(`${T}\n<v Ana>Hola &amp; adiós`), { filename: 'a.vtt' }).problems).toEqual([]);
  expect(parseCaptions(srt('Hola'), { filename: 'a.srt' }).problems).toEqual([]);
});

test('cues with odd times are kept', () => {
  const { cues } = parseCaptions(vtt('00:05.000 --> 00:04.000\na\n\n00:01.000 --> 00:09.000\nb'), {});
  expect(cues.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([
    [5000, 4000, 'a'],
    [1000, 9000, 'b']
  ]);
});
