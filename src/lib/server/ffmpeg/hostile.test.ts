import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sniff } from '#lib/domain/media/sniff.ts';
import { isMendedVersion } from '#lib/server/ffmpeg/find.ts';
import { probeFile } from '#lib/server/ffmpeg/probe.ts';
import { readingOf, runCaged, workLimits } from '#lib/server/ffmpeg/run.ts';
import { hasFfmpeg, makeClip } from '../../../../tests/support/clips.ts';

const folder = mkdtempSync(join(tmpdir(), 'acervo-hostile-'));
let hits = 0;
let listener: Server;
let port = 0;
beforeAll(async () => {
  listener = createServer((_, response) => {
    hits++;
    response.end('#EXTM3U\n');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => {
  listener.close();
  rmSync(folder, { recursive: true });
});

const secret = 'PRIVATE-RECORDING-OF-SOMEBODY-ELSE';
const at = (name: string, body: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, body);
  return path;
};
const url = (path: string) => `http://127.0.0.1:${String(port)}/${path}`;

/** Name as uploaded → what it really is. Each names a file of this machine, or an address that counts who asks. */
const disguised: [string, () => string | Buffer][] = [
  ['hls.mp4', () => `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${join(folder, 'secret.txt')}\n#EXT-X-ENDLIST\n`],
  ['hls-remote.mkv', () => `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${url('a.ts')}\n#EXT-X-ENDLIST\n`],
  ['hls-master.webm', () => `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n${url('master.m3u8')}\n`],
  ['dash.mp4', () => `<?xml version="1.0"?><MPD><Period><BaseURL>${url('dash/')}</BaseURL></Period></MPD>`],
  ['concat.mkv', () => `ffconcat version 1.0\nfile ${join(folder, 'secret.txt')}\n`],
  ['concat-remote.mp4', () => `ffconcat version 1.0\nfile ${url('concat')}\n`],
  ['sdp.mp4', () => `v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video ${String(port)} RTP/AVP 96\n`],
  ['svg.webm', () => `<svg xmlns="http://www.w3.org/2000/svg"><image href="${url('svg.png')}"/></svg>`],
  ['page.mp4', () => `<!doctype html><script src="${url('x.js')}"></script>`],
  ['metadata.mkv', () => `;FFMETADATA1\ntitle=${secret}\n`],
  ['smil.webm', () => `<smil><body><video src="${url('smil.mp4')}"/></body></smil>`],
  // begins as a transport stream's first byte does
  ['gopher.mp4', () => `G#EXTM3U\n#EXTINF:1,\n${url('g.ts')}\n`]
];

test.each(disguised)('%s is not what it says, and nobody else is asked or read', async (name, body) => {
  at('secret.txt', secret);
  await expect(probeFile(at(name, body()))).rejects.toMatchObject({ code: 'media.unknown-kind' });
  expect(hits).toBe(0);
});

test.each<[string, number[] | string, string | null]>([
  ['a film', '\0\0\0\x18ftypmp42', 'mov'],
  ['a sound of a telephone', '\0\0\0\x18ftypM4A ', 'mov'],
  ['QuickTime without a first box of its kind', '\0\0\0\x08wide', 'mov'],
  ['a picture in the same boxes', '\0\0\0\x18ftypavif', null],
  ['a box of impossible size', '\xff\xff\xff\xffftypmp42', null],
  ['Matroska', '\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x86\x81\x01B\x82\x88matroska', 'matroska'],
  ['MP3 with a tag', 'ID3\x04', 'mp3'],
  ['MP3 without', [0xff, 0xfb, 0x90, 0x64], 'mp3'],
  ['AAC', [0xff, 0xf1, 0x50, 0x80], 'aac'],
  ['Ogg', 'OggS', 'ogg'],
  ['FLAC', 'fLaC', 'flac'],
  ['WAV', 'RIFF\0\0\0\0WAVE', 'wav'],
  ['AVI', 'RIFF\0\0\0\0AVI ', null],
  ['a picture', '\x89PNG\r\n', null],
  ['a document', '%PDF-1.7', null],
  ['an archive', 'PK\x03\x04', null],
  ['nothing', '', null]
])('by its bytes: %s', (_, head, demuxer) => {
  const bytes = typeof head === 'string' ? Buffer.from(head, 'latin1') : Uint8Array.from(head);
  expect(sniff(bytes)?.demuxer ?? null).toBe(demuxer);
});

test.each([
  ['5.1.9-0+deb12u1', false],
  ['5.1.10', true],
  ['6.0', false],
  ['7.1.5', true],
  ['8.2', true],
  ['9.0', true],
  ['4.4.2', false]
])('ffmpeg %s has its known holes mended: %s', (version, is) => {
  expect(isMendedVersion(version)).toBe(is);
});

describe.runIf(hasFfmpeg)('with ffmpeg', () => {
  test('a film tells what it holds', async () => {
    const { probed, sniffed } = await probeFile(makeClip(join(folder, 'film.mp4'), { tones: [300, 500] }));
    expect(sniffed.ending).toBe('.mp4');
    expect(probed.durationMs).toBe(4000);
    expect(probed.streams.map(({ kind, codec }) => `${kind} ${codec}`)).toEqual([
      'video h264',
      'audio aac',
      'audio aac'
    ]);
  });

  test('a film whose head does not say how long it is, as browsers record them', async () => {
    const path = join(folder, 'live.webm');
    makeClip(path, { more: ['-c:v', 'libvpx', '-c:a', 'libopus', '-live', '1', '-f', 'webm'] });
    expect((await probeFile(path)).probed.durationMs).toBeGreaterThan(3800);
  });

  test('lists behind a head that looks right are still not followed', async () => {
    const head = readFileSync(makeClip(join(folder, 'short.ts'), { seconds: 1 })).subarray(0, 188 * 4);
    const path = at('polyglot.mp4', Buffer.concat([head, Buffer.from(`\n#EXTM3U\n#EXTINF:1,\n${url('p.ts')}\n`)]));
    await probeFile(path).catch(() => null);
    const list = { path: at('list.mp4', `#EXTM3U\n#EXTINF:1,\n${url('q.ts')}\n`), demuxer: 'hls', whitelist: 'mov' };
    const forced = await runCaged('ffprobe', readingOf(list), { limits: workLimits(1000) });
    expect(forced.code).not.toBe(0);
    expect(hits).toBe(0);
  });

  test('a picture of 8192 × 8192 in some kilobytes is refused, or bounded', async () => {
    const path = join(folder, 'bomb.mp4');
    const made = spawnSync('ffmpeg', [
      ...[
        '-v',
        'error',
        '-y',
        '-f',
        'lavfi',
        '-i',
        'color=s=8192x8192:r=1:d=1',
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        path
      ]
    ]);
    expect(made.status).toBe(0);
    const source = { path, demuxer: 'mov', whitelist: 'mov,mp4,m4a,3gp,3g2,mj2' };
    const ended = await runCaged('ffmpeg', ['-v', 'error', ...readingOf(source), '-f', 'null', '-'], {
      limits: { ...workLimits(1000), memoryBytes: 600 * 2 ** 20 }
    });
    expect(ended.code).not.toBe(0);
    expect(ended.lines.join('\n')).toMatch(/Invalid|max_pixels|too large|invalid/i);
  });

  test('a head that promises a million frames is believed only as far as there are bytes', async () => {
    const whole = readFileSync(makeClip(join(folder, 'frames.mp4'), { seconds: 2, more: ['-movflags', '+faststart'] }));
    const lie = Buffer.from(whole);
    const stsz = lie.indexOf('stsz', 0, 'latin1');
    lie.writeUInt32BE(1_000_000, stsz + 12);
    const path = at('lie.mp4', lie);
    const answer = await probeFile(path).then(
      ({ probed }) => probed.durationMs,
      (problem: unknown) => (problem instanceof Error ? problem.message : '')
    );
    expect([2000, 'media.broken', 'media.no-length', 'media.nothing-to-play']).toContain(answer);
  });

  test('a process of ours knows nothing of our settings and has no network', async () => {
    process.env.CANARY_OF_THE_TEST = secret;
    const lines: string[] = [];
    const ended = await runCaged('ffmpeg', ['-v', 'error', '-i', url('direct.mp4'), '-f', 'null', '-'], {
      limits: workLimits(1000),
      onLine: (line) => lines.push(line)
    });
    delete process.env.CANARY_OF_THE_TEST;
    expect(ended.code).not.toBe(0);
    expect(lines.join('\n')).not.toContain(secret);
    // where the system lets us take the network away, not even an address that is asked for outright is reached
    if (process.getuid?.() === 0) expect(hits).toBe(0);
  });
});
