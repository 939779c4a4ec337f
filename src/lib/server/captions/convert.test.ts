import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import fc from 'fast-check';
import { parseSync } from 'subtitle';
import { describe, expect, test } from 'vitest';
import { parseCaptions } from '#lib/domain/captions/parse.ts';
import { plainText } from '#lib/domain/captions/plain.ts';
import { writeSrtFile, writeVttFile, type WritableCaptions } from '#lib/domain/captions/write.ts';
import { convertCaptions } from '#lib/server/captions/convert.ts';

const utf8 = new TextEncoder();
const layout = { bom: false, lineEnd: '\n' as const, shortTimes: false, header: '', blocks: [] };
const word = fc.stringMatching(/^[a-zñáéí]{1,8}$/);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
/** Files that every program agrees about: ascending times, one or two lines of words. */
const file = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 9000 }),
      fc.integer({ min: 1, max: 6000 }),
      fc.array(line, { minLength: 1, maxLength: 2 })
    ),
    {
      minLength: 1,
      maxLength: 30
    }
  )
  .map((list) => {
    let startMs = 0;
    return list.map(([gapMs, lengthMs, lines], index) => {
      startMs += gapMs;
      return { id: String(index + 1), startMs, endMs: startMs + lengthMs, text: lines.join('\n'), settings: '' };
    });
  });
const written = (cues: WritableCaptions['cues'], format: 'vtt' | 'srt') =>
  format === 'vtt' ? writeVttFile({ format, cues, layout }) : writeSrtFile({ format, cues, layout });

describe('a second opinion: subtitle', () => {
  test.each(['vtt', 'srt'] as const)('reads what we write in %s, and reads as we do', (format) => {
    fc.assert(
      fc.property(file, (cues) => {
        const text = written(cues, format);
        const theirs = parseSync(text).flatMap((node) =>
          node.type === 'cue' ? [[node.data.start, node.data.end, node.data.text]] : []
        );
        const ours = parseCaptions(utf8.encode(text), { format }).cues;
        expect(ours).toEqual(cues);
        expect(theirs).toEqual(ours.map((cue) => [cue.startMs, cue.endMs, cue.text]));
      }),
      { numRuns: 100 }
    );
  });
});

describe('conversion in a stream', () => {
  const convert = (text: string, from: 'vtt' | 'srt', to: 'vtt' | 'srt') =>
    textOf(convertCaptions(Readable.from([Buffer.from(text)]), from, to));

  test.each([
    ['vtt', 'srt'],
    ['srt', 'vtt']
  ] as const)('%s to %s keeps times and words', async (from, to) => {
    await fc.assert(
      fc.asyncProperty(file, async (cues) => {
        const result = parseCaptions(utf8.encode(await convert(written(cues, from), from, to)), { format: to });
        expect(result.cues.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual(
          cues.map(({ startMs, endMs, text }) => [startMs, endMs, text])
        );
      }),
      { numRuns: 40 }
    );
  });

  test('markup and names change with the format, positions go', async () => {
    const vtt = 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000 align:start\n<v Ana>Hola &amp; <i>adiós</i> <c.x>ya</c>\n';
    expect(await convert(vtt, 'vtt', 'srt')).toBe('1\n00:00:01,000 --> 00:00:02,000\nAna: Hola & <i>adiós</i> ya\n');
    const srt = '1\n00:00:01,000 --> 00:00:02,000\n2 < 3 & <B>más</B> <font color="red">rojo</font>\n';
    const back = await convert(srt, 'srt', 'vtt');
    expect(back).toContain('00:00:01.000 --> 00:00:02.000\n2 &lt; 3 &amp; <b>más</b> rojo\n');
    expect(plainText('2 &lt; 3 &amp; <b>más</b> rojo', 'vtt')).toBe('2 < 3 & más rojo');
  });

  test('a file that is no caption file ends in an error', async () => {
    await expect(convert('Acta de la reunión\nsin tiempos\n', 'srt', 'vtt')).rejects.toThrow();
  });
});
