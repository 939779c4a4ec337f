import { describe, expect, test } from 'vitest';
import { activityOfCues, activityOfPeaks, findDelay } from '#lib/domain/captions/checks/delay.ts';
import { checkTrack, cleanName, readCues, type TrackToCheck } from '#lib/domain/captions/checks/index.ts';
import { guessLanguage } from '#lib/domain/captions/checks/language.ts';
import { withoutMojibake } from '#lib/domain/captions/checks/mojibake.ts';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { mapSpeakers } from '#lib/domain/captions/speakers.ts';

const read = (vtt: string) => {
  const track = mapSpeakers(parseCaptions(new TextEncoder().encode(`WEBVTT\n\n${vtt}\n`)));
  return readCues(track.cues, 'vtt');
};
const found = (vtt: string, more: Partial<TrackToCheck> = {}) =>
  checkTrack({ cues: read(vtt), language: null, ...more }).map(({ code, cue }) => `${code} ${String(cue)}`);

describe('one cue', () => {
  test.each([
    ['a good one', '00:01.000 --> 00:04.000\nBuenas tardes a todas.', []],
    ['ends before it begins', '00:04.000 --> 00:01.000\nHola', ['reversed 0']],
    ['no time at all', '00:04.000 --> 00:04.000\nHola', ['no-duration 0']],
    ['overlap', '00:01.000 --> 00:04.000\nUno\n\n00:03.500 --> 00:06.000\nDos', ['overlap 1']],
    ['earlier than the one before', '00:10.000 --> 00:12.000\nUno\n\n00:03.500 --> 00:06.000\nDos', ['out-of-order 1']],
    ['nothing for half a minute', '00:01.000 --> 00:04.000\nUno\n\n00:34.000 --> 00:36.000\nDos', ['gap 1']],
    ['nothing at the beginning', '00:31.000 --> 00:34.000\nUno', ['gap 0']],
    ['21 characters in a second', '00:01.000 --> 00:02.000\n123456789 123456789 1', ['too-fast 0']],
    ['20 characters in a second', '00:01.000 --> 00:02.000\n123456789 123456789 ', []],
    ['43 signs a line', `00:01.000 --> 00:09.000\n${'a'.repeat(43)}`, ['long-line 0']],
    ['42 signs with tags', `00:01.000 --> 00:09.000\n<i>${'a'.repeat(42)}</i>`, []],
    ['three lines', '00:01.000 --> 00:09.000\na\nb\nc', ['many-lines 0']],
    ['only a tag', '00:01.000 --> 00:09.000\n<i></i>', ['empty 0']],
    ['not understood', '00:01.000 --> 00:09.000\nshe said [inaudible] then', ['inaudible 0']],
    ['no se entiende', '00:01.000 --> 00:09.000\ndijo (ininteligible) después', ['inaudible 0']],
    ['mojibake', '00:01.000 --> 00:09.000\nAdiÃ³s, compaÃ±era', ['mojibake 0']],
    ['lost signs', '00:01.000 --> 00:09.000\nAdi\ufffds', ['lost-signs 0']],
    ['turned around', '00:01.000 --> 00:09.000\nabc \u202Edcba', ['bidi 0']],
    [
      'nobody named between names',
      '00:01.000 --> 00:03.000\n<v Ana>Uno\n\n00:03.000 --> 00:05.000\nDos\n\n00:05.000 --> 00:06.000\n<v Eva>Tres\n\n00:06.000 --> 00:07.000\n[risas]',
      ['no-speaker 1']
    ]
  ])('%s', (_, vtt, expected) => expect(found(vtt)).toEqual(expected));
});

const spanish = 'Las personas que piden asilo en la frontera tienen derecho a una audiencia y nadie se las da.';
const english = 'The people who ask for asylum at the border have a right to a hearing and they are not given one.';
const lines = (texts: string[], everyMs = 4000) =>
  texts.map((text, at) => `${clock(at * everyMs)} --> ${clock(at * everyMs + everyMs - 500)}\n${text}`).join('\n\n');
const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23);

describe('a whole track', () => {
  test.each([
    ['en', english],
    ['es', spanish],
    ['pt', 'Não foi isso que você disse ao tribunal, mas uma audiência é um direito das pessoas.'],
    ['fr', 'Les personnes qui demandent une audience ne sont pas entendues et cette loi est pour nous une honte.']
  ])('is in %s', (language, text) => expect(guessLanguage([text])?.language).toBe(language));
  test('too few words tell nothing', () => expect(guessLanguage(['Tegucigalpa, 62,000'])).toBeNull());
  test('another language than it should be', () =>
    expect(found(lines([english, english]), { language: 'es-419' })).toContain('wrong-language null'));
  test('the right one, with its region', () =>
    expect(found(lines([spanish, spanish]), { language: 'es-GT' }).join()).not.toContain('language'));

  test('rolling captions are named once', () => {
    const rolling = [
      'we came',
      'we came\nto the border',
      'to the border\nin March',
      'in March\nand waited',
      'and waited\nall year'
    ];
    const codes = found(lines(rolling));
    expect(codes.filter((code) => code.startsWith('rolling'))).toEqual(['rolling 1']);
  });
  test('somebody who says a thing twice does not roll', () =>
    expect(found(lines(['No.', 'No.', 'Nunca.', 'Jamás.', 'Es la verdad.'])).join()).not.toContain('rolling'));
  test('no sounds and nobody named in a long track', () => {
    const codes = found(lines(Array.from({ length: 20 }, (_, at) => `frase ${String(at)}`)));
    expect(codes).toEqual(expect.arrayContaining(['no-sounds null', 'no-speaker null']));
  });
  test('one written sound is enough', () =>
    expect(found(lines(Array.from({ length: 20 }, (_, at) => `frase ${String(at)} [risas]`)))).not.toContain(
      'no-sounds null'
    ));
  test('names with markup or turned around', () =>
    expect(found(lines(['a']), { names: ['Ana <b>', 'Eva\u202e', 'Ms. O’Neill'] })).toEqual([
      'odd-name null',
      'odd-name null'
    ]));
  test('a name is kept without them', () => {
    expect(cleanName(' Ana <script>x</script>\u202e  García\n')).toBe('Ana x García');
    expect(cleanName('a'.repeat(500))).toHaveLength(120);
  });
});

describe('against the other language', () => {
  const other = (texts: string[]) => ({ language: 'es', cues: read(lines(texts)) });
  test('a cue that nobody translated', () =>
    expect(found(lines([english, spanish]), { other: other([spanish, spanish]) })).toContain('untranslated 1'));
  test('a short word may be the same', () =>
    expect(found(lines(['Guatemala, 2019']), { other: other(['Guatemala, 2019']) })).toEqual([]));
  test('a stretch that only the other language has', () => {
    const all = Array.from({ length: 12 }, (_, at) => `frase número ${String(at)}`);
    const gap = lines(all)
      .split('\n\n')
      .filter((_, at) => at < 3 || at > 8)
      .join('\n\n');
    const missing = checkTrack({ cues: read(gap), language: null, other: other(all) }).filter(
      ({ code }) => code === 'missing-stretch'
    );
    expect(missing).toMatchObject([{ cue: 2, data: { cues: 4, startMs: 16_000 } }]);
  });
  test('a track without a word lacks everything', () =>
    expect(
      checkTrack({ cues: [], language: 'en', other: other(Array.from({ length: 5 }, () => spanish)) })
    ).toMatchObject([{ code: 'missing-stretch', data: { cues: 5 } }]));
});

describe('delay', () => {
  // uneven speech: any regular pattern fits itself at many places
  const speech = Array.from({ length: 60 }, (_, at) => {
    const startMs = at * 3000 + ((at * 7919) % 1300);
    return { startMs, endMs: startMs + 700 + ((at * 104729) % 1500) };
  });
  const late = (ms: number) => speech.map(({ startMs, endMs }) => ({ startMs: startMs + ms, endMs: endMs + ms }));
  test.each([2600, -1500, 9000])('%i ms', (ms) => {
    const delay = findDelay(activityOfCues(late(ms)), activityOfCues(speech))?.delayMs ?? NaN;
    expect(Math.abs(delay - ms)).toBeLessThanOrEqual(100);
  });
  test('none', () => expect(findDelay(activityOfCues(speech), activityOfCues(speech))).toBeNull());
  test('against the sound', () => {
    const peaks = new Int8Array(60 * 3 * 20 * 2 + 400);
    for (const { startMs, endMs } of speech) {
      for (let at = Math.floor(startMs / 50); at < endMs / 50; at++) {
        peaks[at * 2] = -60;
        peaks[at * 2 + 1] = 60;
      }
    }
    const found = checkTrack({
      cues: late(3200).map((times) => ({ ...times, text: 'a', plain: 'a', speaker: null })),
      language: null,
      sound: activityOfPeaks(peaks, 20)
    }).find(({ code }) => code === 'delay');
    expect(found?.data).toMatchObject({ by: 'sound' });
    expect(Math.abs(Number(found?.data.ms) - 3200)).toBeLessThanOrEqual(200);
  });
});

test.each([
  ['AdiÃ³s, compaÃ±era. Â¿QuÃ©?', 'Adiós, compañera. ¿Qué?'],
  ['â€œpaÃ­s seguroâ€\u009d', '“país seguro”'],
  ['ÃƒÂ³', 'ó'],
  ['São Paulo, Ángela, niño', null],
  ['café', null]
])('%s', (text, expected) => expect(withoutMojibake(text)).toBe(expected));
