import { expect, test } from 'vitest';
import { alignByBleed, quietStretches } from '#lib/domain/media/align.ts';
import { joinChapters, parseChapterLines, parseStretches } from '#lib/domain/media/chapter-lines.ts';
import { moderateRung, rungsFor } from '#lib/domain/media/ladder.ts';
import { readPeaks } from '#lib/domain/media/peaks.ts';
import { bandwidthOf, masterPlaylist, subtitlePlaylist, withSubtitles } from '#lib/domain/media/playlists.ts';

test.each<[number, number, string[]]>([
  [1920, 1080, ['240p', '360p', '480p', '720p', '1080p']],
  [1280, 720, ['240p', '360p', '480p', '720p']],
  [640, 360, ['240p', '360p']],
  [320, 180, ['180p']],
  [1080, 1920, ['240p', '360p', '480p', '720p', '1080p']],
  [1600, 900, ['240p', '360p', '480p', '720p', '900p']],
  [1300, 740, ['240p', '360p', '480p', '720p']]
])('%d × %d is offered as %s, never larger than it is', (width, height, names) => {
  const rungs = rungsFor({ width, height, framesPerSecond: 25 });
  expect(rungs.map(({ name }) => name)).toEqual(names);
  for (const rung of rungs) {
    expect(rung.width).toBeLessThanOrEqual(width);
    expect(rung.height).toBeLessThanOrEqual(height);
    expect([rung.width % 2, rung.height % 2]).toEqual([0, 0]);
  }
  expect(Math.min(moderateRung(rungs)?.height ?? 0, moderateRung(rungs)?.width ?? 0)).toBeLessThanOrEqual(480);
});

const sound = (language: string, role: 'original' | 'interpretation') => ({
  ...{ name: `Sound "${language}"`, role, language, channels: 1, uri: `a-${language}/index.m3u8` },
  bandwidth: { peak: 70_000, mean: 64_000 }
});

test('the playlist names every sound with its voice, and ends with one without a picture', () => {
  const picture = {
    uri: 'v240p/index.m3u8',
    width: 426,
    height: 240,
    framesPerSecond: 25,
    codec: 'avc1.4d4015',
    bandwidth: { peak: 300_000, mean: 200_000 }
  };
  const subtitles = [{ name: 'Español', language: 'es', uri: 'es.m3u8', isForDeaf: true }];
  const lines = masterPlaylist({
    pictures: [picture],
    sounds: [sound('es', 'original'), sound('en', 'interpretation')],
    subtitles
  }).split('\n');
  expect(lines[3]).toBe(
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Sound  es ",LANGUAGE="es",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="1",CHARACTERISTICS="org.acervo.voice.original",URI="a-es/index.m3u8"'
  );
  expect(lines).toContain(
    '#EXT-X-STREAM-INF:BANDWIDTH=370000,AVERAGE-BANDWIDTH=264000,RESOLUTION=426x240,FRAME-RATE=25.000,CODECS="avc1.4d4015,mp4a.40.2",AUDIO="audio",SUBTITLES="text"'
  );
  expect(lines.slice(-3)).toEqual([
    '#EXT-X-STREAM-INF:BANDWIDTH=70000,AVERAGE-BANDWIDTH=64000,CODECS="mp4a.40.2",AUDIO="audio",SUBTITLES="text"',
    'a-es/index.m3u8',
    ''
  ]);
  expect(subtitlePlaylist('es.vtt', 61_500)).toContain('#EXT-X-TARGETDURATION:62\n');
});

test('captions are put into a stored playlist, whose parts get whole addresses', () => {
  const stored = masterPlaylist({ pictures: [], sounds: [sound('es', 'original')] });
  const subtitles = [{ name: 'English', language: 'en', uri: 'text-en.m3u8', isForDeaf: false }];
  const lines = withSubtitles(stored, '/media/x/', subtitles).split('\n');
  expect(lines[3]).toContain('URI="/media/x/a-es/index.m3u8"');
  expect(lines[4]).toBe(
    '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="text",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="text-en.m3u8"'
  );
  expect(lines[5]).toMatch(/^#EXT-X-STREAM-INF:.*AUDIO="audio",SUBTITLES="text"$/);
  expect(lines[6]).toBe('/media/x/a-es/index.m3u8');
  expect(withSubtitles(stored, '/media/x/', [])).not.toContain('SUBTITLES');
});

test('what a playlist costs, by its parts', () => {
  const part = (seconds: number, bytes: number) =>
    `#EXTINF:${String(seconds)},\n#EXT-X-BYTERANGE:${String(bytes)}@0\nmedia.mp4\n`;
  expect(bandwidthOf(part(4, 1000) + part(4, 3000) + part(0.1, 1000))).toEqual({ peak: 6000, mean: 4939 });
});

/** Bursts of sound at these seconds, over a floor of noise. */
function talk(bursts: number[], loud: number, length = 120): Uint8Array {
  const values = Int8Array.from({ length: length * 40 }, (_, i) => {
    const at = Math.floor(i / 2) / 20;
    const value = bursts.some((from) => at >= from && at < from + 0.7) ? loud : 2;
    return i % 2 === 0 ? -value : value;
  });
  return new Uint8Array(values.buffer);
}
// speech is not regular
const words = Array.from({ length: 40 }, (_, i) => i * 2.3 + ((i * i * 7919) % 101) / 45);

test.each([0, 1500, -2500, 30_000])('the floor is heard faintly in the interpretation, %d ms away', (shiftMs) => {
  const floor = readPeaks(talk(words, 90));
  const own = Array.from({ length: 25 }, (_, i) => i * 4.1 + ((i * 104_729) % 17) / 5);
  const bleed = talk(
    words.map((at) => at - shiftMs / 1000),
    14
  );
  const voice = talk(own, 8);
  const both = readPeaks(
    Uint8Array.from(bleed, (value, i) =>
      Math.abs((value << 24) >> 24) >= Math.abs(((voice[i] ?? 0) << 24) >> 24) ? value : (voice[i] ?? 0)
    )
  );
  const found = alignByBleed(floor, both);
  expect(Math.abs((found?.offsetMs ?? 99_999) - shiftMs)).toBeLessThanOrEqual(50);
  expect(found?.sureness).toBeGreaterThan(0.1);
});

test('nothing to go by: no alignment, and every second of it quiet', () => {
  const silence = readPeaks(new Uint8Array(2400));
  expect(alignByBleed(silence, silence)).toBeNull();
  expect(quietStretches(silence)).toEqual([{ startMs: 0, endMs: 60_000 }]);
  expect(quietStretches(readPeaks(talk(words, 90)), 20_000)).toEqual([
    { startMs: expect.any(Number) as number, endMs: 120_000 }
  ]);
});

test('chapters as people write them, in two languages', () => {
  const en = parseChapterLines('0:00 Welcome\n\n 1:02:03 - Questions ');
  const es = parseChapterLines('0:00 Bienvenida');
  expect(en.wrongLine).toBeNull();
  expect(joinChapters({ en: en.chapters, es: es.chapters }, 4_000_000)).toEqual([
    { startMs: 0, endMs: 3_723_000, title: { en: 'Welcome', es: 'Bienvenida' } },
    { startMs: 3_723_000, endMs: 4_000_000, title: { en: 'Questions' } }
  ]);
  expect(parseChapterLines('0:00 Welcome\nQuestions').wrongLine).toBe(2);
  expect(parseStretches('0:10-0:20\n1:00 – 1:10')).toEqual([
    { startMs: 10_000, endMs: 20_000 },
    { startMs: 60_000, endMs: 70_000 }
  ]);
  expect(parseStretches('0:20-0:10')).toBeNull();
});
