import { describe, expect, test } from 'vitest';
import { decodeReferences } from '#lib/domain/captions/character-references.ts';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import type { CaptionEncoding } from '#lib/domain/captions/types.ts';

const head = '1\r\n00:00:01,000 --> 00:00:02,000\r\n';
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const wide = (text: string, little: boolean) =>
  ascii(text).flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]));
const utf8 = (text: string) => [...new TextEncoder().encode(text)];

describe('the same words in every encoding', () => {
  test.each<[CaptionEncoding, string, number[]]>([
    ['utf-8', 'Año “nuevo”', utf8(`${head}Año “nuevo”\r\n`)],
    ['utf-8', 'Año', [0xef, 0xbb, 0xbf, ...utf8(`${head}Año`)]],
    ['utf-16le', 'Año “nuevo”', [0xff, 0xfe, ...wide(`${head}Año “nuevo”`, true)]],
    ['utf-16be', 'Año “nuevo”', [0xfe, 0xff, ...wide(`${head}Año “nuevo”`, false)]],
    ['utf-16le', 'Año', wide(`${head}Año`, true)],
    ['utf-32le', 'Año', [0xff, 0xfe, 0, 0, ...ascii(`${head}Año`).flatMap((unit) => [unit, 0, 0, 0])]],
    ['utf-32be', 'Año', [0, 0, 0xfe, 0xff, ...ascii(`${head}Año`).flatMap((unit) => [0, 0, 0, unit])]],
    ['windows-1252', 'Año “nuevo” — 20 €', [...ascii(head), ...ascii('A\u00f1o \u0093nuevo\u0094 \u0097 20 \u0080')]],
    // a dash between words is no ó of a Mac, nor is the œ of a French word
    ['windows-1252', 'madre—hija', [...ascii(head), ...ascii('madre\u0097hija')]],
    ['windows-1252', 'cœur', [...ascii(head), ...ascii('c\u009cur')]],
    ['macintosh', 'Ibáñez, número', [...ascii(head), ...ascii('Ib\u0087\u0096ez, n\u009cmero')]]
  ])('%s: %s', (encoding, words, bytes) => {
    const file = parseCaptions(Uint8Array.from(bytes), { filename: 'a.srt' });
    expect(file.encoding).toBe(encoding);
    expect(file.cues.map(({ text }) => text)).toEqual([words]);
  });
});

test.each([
  ['\n', 'a\nb'],
  ['\r\n', 'a\nb'],
  ['\r', 'a\nb']
] as const)('line end %j is found and every line is one', (lineEnd, text) => {
  const bytes = Uint8Array.from(utf8(['WEBVTT', '', '00:01.000 --> 00:02.000', 'a', 'b', ''].join(lineEnd)));
  const file = parseCaptions(bytes, {});
  expect(file.layout.lineEnd).toBe(lineEnd);
  expect(file.cues.map((cue) => cue.text)).toEqual([text]);
});

test('damaged UTF-8 in WebVTT keeps the letters around it', () => {
  const file = parseCaptions(
    Uint8Array.from([...utf8('WEBVTT\n\n00:01.000 --> 00:02.000\nañ'), 0xff, ...utf8('o é')]),
    {}
  );
  expect(file.cues[0]?.text).toBe('añ\ufffdo é');
});

test.each([
  ['&amp;lt;', '&lt;'],
  ['&ntilde;&Ntilde&notit;&foo;', 'ñÑ¬it;&foo;'],
  ['&#241;&#xF1;&#x80;&#0;&#xD800;&#x110000;&#;', 'ññ€\ufffd\ufffd\ufffd&#;'],
  ['&NotEqualTilde;&CounterClockwiseContourIntegral;', '≂̸∳'],
  ['AT&T &', 'AT&T &']
])('%s is %s', (written, read) => {
  expect(decodeReferences(written)).toBe(read);
});
