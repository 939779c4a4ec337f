import { describe, expect, test } from 'vitest';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { mapSpeakers, ownLabels, spokenParts, withLabels } from '#lib/domain/captions/speakers.ts';
import { toTurns } from '#lib/domain/captions/turns.ts';
import type { CaptionFormat } from '#lib/domain/captions/types.ts';
import { writeSrt, writeTxt, writeVtt, writeVttFile } from '#lib/domain/captions/write.ts';

const utf8 = new TextEncoder();
const read = (text: string, format: CaptionFormat) => parseCaptions(utf8.encode(text), { format });
const vtt = (...texts: string[]) =>
  `WEBVTT\n\n${texts.map((text, i) => `00:0${i}.000 --> 00:0${i}.900\n${text}\n`).join('\n')}`;
const srt = (...texts: string[]) =>
  texts.map((text, i) => `${i + 1}\n00:00:0${i},000 --> 00:00:0${i},900\n${text}\n`).join('\n');

const slug = (label: string) =>
  label
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-');
const stored = (text: string, format: CaptionFormat) =>
  mapSpeakers(read(text, format), { keyOf: slug }).cues.map((cue) => [cue.speaker, cue.mark, cue.text]);

describe('names leave the stored text', () => {
  test.each<[string, CaptionFormat, string, (string | null)[][]]>([
    ['a voice', 'vtt', vtt('<v Ana>Hola'), [['ana', '<v {name}>{text}', 'Hola']]],
    ['a voice that ends', 'vtt', vtt('<v.alto Ana>Hola</v>'), [['ana', '<v.alto {name}>{text}</v>', 'Hola']]],
    [
      'two voices in a cue',
      'vtt',
      vtt('<v Ana>Hola</v> <v Juan>Sí</v>'),
      [['ana', '<v {name}>{text}', 'Hola</v> <v juan>Sí</v>']]
    ],
    ['a name in a reference', 'vtt', vtt('<v A &amp; B>Hola'), [['a-b', '<v {name}>{text}', 'Hola']]],
    ['a voice in the middle', 'vtt', vtt('Hola <v Ana>adiós'), [[null, null, 'Hola <v ana>adiós']]],
    [
      'a name only where the speaker changes',
      'vtt',
      vtt('<v Ana>Uno', 'dos', 'tres', '- cuatro', 'cinco'),
      [
        ['ana', '<v {name}>{text}', 'Uno'],
        ['ana', null, 'dos'],
        ['ana', null, 'tres'],
        [null, null, '- cuatro'],
        [null, null, 'cinco']
      ]
    ],
    [
      'a name in nearly every cue: silence about the others stays',
      'vtt',
      vtt('<v Ana>Uno', '<v Juan>dos', '[música]'),
      [
        ['ana', '<v {name}>{text}', 'Uno'],
        ['juan', '<v {name}>{text}', 'dos'],
        [null, null, '[música]']
      ]
    ],
    [
      'capitals and a colon',
      'srt',
      srt('MARÍA: Hola.\nJOSÉ: Adiós.', 'más'),
      [
        ['mari-a', '{name}: {text}', 'Hola.\n<v.prefix jose->Adiós.'],
        ['mari-a', null, 'más']
      ]
    ],
    ['a label of a speech model', 'srt', srt('[SPEAKER_00]: Hola'), [['speaker-00', '[{name}]: {text}', 'Hola']]],
    ['a dash before the name', 'srt', srt('- ANA: Hola'), [['ana', '- {name}: {text}', 'Hola']]],
    [
      'a heading is no name',
      'srt',
      srt('Ponencia: «El archivo»', 'uno', 'dos'),
      [
        [null, null, 'Ponencia: «El archivo»'],
        [null, null, 'uno'],
        [null, null, 'dos']
      ]
    ],
    [
      'words before a colon are no name',
      'srt',
      srt('Hay tres cosas: una', 'b'),
      [
        [null, null, 'Hay tres cosas: una'],
        [null, null, 'b']
      ]
    ],
    [
      'a time and an address are no name',
      'srt',
      srt('12:30 ya', 'https://acervo.example'),
      [
        [null, null, '12:30 ya'],
        [null, null, 'https://acervo.example']
      ]
    ]
  ])('%s', (_, format, text, expected) => {
    expect(stored(text, format)).toEqual(expected);
  });
});

test('a name that is repeated, or known, counts in small letters too', () => {
  const twice = mapSpeakers(read(srt('Ana: uno', 'dos', 'Ana: tres', 'cuatro', 'cinco'), 'srt'));
  expect(twice.speakers).toEqual([{ key: 's1', label: 'Ana' }]);
  const known = mapSpeakers(read(srt('Ana: uno', 'dos', 'tres'), 'srt'), { known: ['Ana'] });
  expect(known.speakers).toEqual([{ key: 's1', label: 'Ana' }]);
  expect(mapSpeakers(read(srt('Ana: uno', 'dos', 'tres'), 'srt')).speakers).toEqual([]);
});

test('every output writes the label that is allowed, or none', () => {
  const track = mapSpeakers(read(vtt('<v Ana>Hola</v> <v Juan>Sí &amp; no</v>'), 'vtt'), { keyOf: slug });
  const policy = (key: string) => (key === 'ana' ? 'Testigo <1>' : null);
  expect(writeVtt(track, policy)).toContain('<v Testigo &lt;1&gt;>Hola</v> Sí &amp; no\n');
  expect(writeSrt(track, policy)).toContain('Testigo <1>: Hola\nSí & no\n');
  expect(writeTxt(track, policy)).toBe('[00:00:00] Testigo <1>: Hola\nSí & no\n');
  expect(writeSrt(track)).toContain('Ana: Hola\nJuan: Sí & no\n');
});

test('parts of a cue by speaker', () => {
  const [cue] = mapSpeakers(read(vtt('<v Ana>Hola</v> <v Juan>Sí</v>'), 'vtt'), { keyOf: slug }).cues;
  expect(cue && spokenParts(cue)).toEqual([
    { speaker: 'ana', text: 'Hola' },
    { speaker: 'juan', text: 'Sí' }
  ]);
});

test('import, edit one word, export: that word only', () => {
  const file =
    'WEBVTT Kind: captions\nLanguage: es\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\nwidth:40%\n\n' +
    'NOTE de la mesa\n\nuno\n00:01.000 --> 00:02.000 region:a align:start\n<v.alto Ana>Hola <i>a</i> todos &amp; todas</v>\n\n' +
    'NOTE otra\n\n00:02.000 --> 00:03.000\nsin nombre\ny dos líneas\n';
  for (const [text, format] of [
    [file, 'vtt'],
    [file.replaceAll('\n', '\r\n'), 'vtt'],
    ['\ufeff' + srt('ANA: Hola a todos', '<font color="red">Sí</font> todos'), 'srt']
  ] as const) {
    const track = mapSpeakers(read(text, format));
    const write = format === 'vtt' ? writeVtt : writeSrt;
    expect(write(track)).toBe(text);
    const cues = track.cues.map((cue) => ({ ...cue, text: cue.text.replace('todos', 'TODOS') }));
    expect(write({ ...track, cues })).toBe(text.replaceAll('todos', 'TODOS'));
  }
});

test('what a format cannot hold is written so that the viewer sees the same', () => {
  const track = mapSpeakers(read(srt('a < b & c\n\nA --> B &amp; {\\an8}<B>d</B> <font>e</font>'), 'srt'));
  const text = writeVtt(track);
  expect(text).toContain('a &lt; b &amp; c\n \nA --&gt; B &amp; <b>d</b> e\n');
  const odd = mapSpeakers(read(vtt('12:30:00 -&gt; 13:30:00\n&lt;b&gt; &amp;amp; {b}'), 'vtt'));
  expect(writeSrt(odd)).toContain('12:30:00 -&gt; 13:30:00\n&lt;b> &amp;amp; &#123;b}\n');
  const back = read(writeSrt(odd), 'srt');
  expect(back.cues).toHaveLength(1);
});

test('a turn ends with its speaker, at a long pause, and where times begin again', () => {
  const cue = (startMs: number, speaker: string | null) => ({ startMs, endMs: startMs + 1000, speaker });
  const cues = [
    cue(0, 'a'),
    cue(1000, 'a'),
    cue(2000, 'b'),
    cue(3000, 'b'),
    cue(9000, 'b'),
    cue(0, 'b'),
    cue(1500, null)
  ];
  expect(toTurns(cues, { pauseMs: 4000 }).map((turn) => [turn.speaker, turn.startMs, turn.endMs])).toEqual([
    ['a', 0, 2000],
    ['b', 2000, 4000],
    ['b', 9000, 10000],
    ['b', 0, 1000],
    [null, 1500, 2500]
  ]);
});

test('a file as read is written as it was, labels and all', () => {
  const file = read(vtt('<v  Ana   María >Hola'), 'vtt');
  expect(writeVttFile(file)).toBe(vtt('<v  Ana   María >Hola'));
  const track = mapSpeakers(file);
  expect(withLabels(track, ownLabels(track))[0]?.text).toBe('<v Ana María>Hola');
});
