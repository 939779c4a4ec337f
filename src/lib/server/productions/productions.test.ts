import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { productionSteps, type ProductionOptions } from '#lib/domain/media/types.ts';
import { readPeaks } from '#lib/domain/media/peaks.ts';
import { publishVersions } from '#lib/server/captions/index.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import {
  archiveState,
  audioTracks,
  files,
  jobs,
  recordings,
  renditions,
  textTracks,
  trackVersions
} from '#lib/server/db/schema/index.ts';
import { findFile, pathOf } from '#lib/server/media/index.ts';
import { makeProduction } from '#lib/server/productions/make.ts';
import { getDownload } from '#lib/server/recordings/index.ts';
import {
  leaveOut,
  productionById,
  productionsOf,
  publishProduction,
  redactCaptions,
  startProduction,
  stepsOf,
  type WantedSound
} from '#lib/server/productions/index.ts';
import { closeUpload, dataOf, openUpload, receiveUpload, uploadsOf } from '#lib/server/uploads/index.ts';
import { hasFfmpeg, makeClip } from '../../../../tests/support/clips.ts';
import { insertRecording, openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';
import { insertOrganizer } from '../../../../tests/support/organizer.ts';

const clips = mkdtempSync(join(tmpdir(), 'acervo-clips-'));
let archive: TestArchive;
let publisher: Ctx;
beforeAll(async () => {
  archive = await openTestArchive();
  publisher = await insertOrganizer(archive, 'publisher');
  // the factories number versions themselves
  await archive.ctx.db.write((tx) => tx.insert(archiveState).values({ key: 'track_version', value: 1000 }));
});
afterAll(async () => {
  await archive.close();
  rmSync(clips, { recursive: true });
});

async function upload(recordingId: string, path: string): Promise<string> {
  const id = await openUpload(publisher, { recordingId, originalName: path, declaredBytes: null });
  copyFileSync(path, dataOf(publisher, id));
  await closeUpload(publisher, id);
  return id;
}

const options: ProductionOptions = { evenLoudness: true, posterMs: null, publishWhenReady: false };
const still = { signal: new AbortController().signal, note: () => undefined, progress: () => undefined, hooks: [] };
const original = (uploadId: string): WantedSound => ({
  ...{ from: { uploadId }, stream: null, role: 'original', language: 'es', offsetMs: 0, silences: [] }
});

const standIn = (id: string) =>
  insertRecording(archive, {
    id,
    slug: { en: id, es: id },
    title: { en: 'A talk' },
    more: { mediaState: 'stand_in', standInMadeOn: '2026-01-01' },
    sounds: [{ id: 'standin-es', language: 'es', standIn: true }],
    texts: [
      {
        id: 'standin-captions',
        language: 'es',
        standIn: true,
        reading: true,
        cues: [{ startMs: 0, endMs: 900, text: 'Voz de relleno.' }]
      }
    ],
    media: [
      { id: 'v', kind: 'video', audioTrackId: 'standin-es', file: `${id}/old.mp4`, body: 'old', mimeType: 'video/mp4' }
    ]
  });

describe.runIf(hasFfmpeg)('from uploads to what visitors get', () => {
  test('a film and its interpretation take the place of a stand-in, in one step, under the same address', async () => {
    await standIn('talk');
    await archive.ctx.db.write((tx) =>
      tx.update(renditions).set({ standIn: true }).where(eq(renditions.recordingId, 'talk'))
    );
    const film = await upload('talk', makeClip(join(clips, 'film.mp4'), { size: '640x360', seconds: 6 }));
    const voice = await upload(
      'talk',
      makeClip(join(clips, 'voice.mp3'), { picture: false, tones: [880], seconds: 4 })
    );
    const id = await startProduction(publisher, 'talk', {
      picture: { uploadId: film },
      sounds: [
        original(film),
        {
          ...original(voice),
          role: 'interpretation',
          language: 'en',
          offsetMs: 1000,
          silences: [{ startMs: 0, endMs: 1000 }]
        }
      ],
      options
    });
    await makeProduction(publisher, id, still);
    expect((await stepsOf(publisher, id)).map(({ step }) => step).sort()).toEqual([...productionSteps].sort());
    expect(await productionById(publisher, id)).toMatchObject({ state: 'ready', durationMs: 6000 });

    // before the switch visitors have the stand-in, and organizers see both
    const master = `productions/${id}/hls/master.m3u8`;
    expect(await findFile(archive.ctx, master)).toBeNull();
    expect((await findFile(publisher, master))?.sharing).toBe('none');
    expect((await findFile(archive.ctx, 'talk/old.mp4'))?.sharing).toBe('public');

    await publishProduction(publisher, id, []);
    expect((await findFile(archive.ctx, master))?.sharing).toBe('public');
    expect(await findFile(archive.ctx, 'talk/old.mp4')).toBeNull();
    const [recording] = await archive.ctx.read.select().from(recordings).where(eq(recordings.id, 'talk'));
    expect(recording).toMatchObject({ mediaState: 'held', standInMadeOn: null, durationMs: 6000 });
    const sounds = await archive.ctx.read
      .select()
      .from(audioTracks)
      .where(eq(audioTracks.recordingId, 'talk'))
      .orderBy(audioTracks.position);
    expect(sounds.map(({ id: each, role, language, silences }) => [each, role, language, silences.length])).toEqual([
      ['original-es', 'original', 'es', 0],
      ['interpretation-en', 'interpretation', 'en', 1]
    ]);
    expect(await archive.ctx.read.select().from(textTracks).where(eq(textTracks.recordingId, 'talk'))).toEqual([]);
    const made = await archive.ctx.read.select().from(renditions).where(eq(renditions.recordingId, 'talk'));
    expect(made.map(({ id: each }) => each).sort()).toEqual(
      [
        ...[
          'film-interpretation-en',
          'film-original-es',
          'hls',
          'peaks-interpretation-en',
          'peaks-original-es',
          'poster'
        ],
        ...[
          'sound-interpretation-en-m4a',
          'sound-interpretation-en-opus',
          'sound-original-es-m4a',
          'sound-original-es-opus'
        ],
        'storyboard'
      ].sort()
    );
    // every file that a playlist names may be had
    for (const { fileKey } of made) expect(await findFile(archive.ctx, fileKey), fileKey).not.toBeNull();
    const text = readFileSync(pathOf(publisher, master), 'utf8');
    expect(text).toContain(
      'LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="1",CHARACTERISTICS="org.acervo.voice.interpretation"'
    );
    expect([...text.matchAll(/RESOLUTION=(\S+?),/g)].map(([, size]) => size)).toEqual(['426x240', '640x360']);
    expect(text).toMatch(/CODECS="avc1\.4d40..,mp4a\.40\.2"/);
    // the second before the interpretation began is silent
    const key = made.find(({ id: each }) => each === 'peaks-interpretation-en')?.fileKey ?? '';
    const peaks = readPeaks(readFileSync(pathOf(publisher, key)));
    expect(peaks.count).toBe(120);
    expect(Math.max(...Array.from({ length: 18 }, (_, i) => peaks.max(i)))).toBeLessThan(2);
    expect(peaks.max(40)).toBeGreaterThan(10);
    expect(readdirSync(join(archive.dataDir, 'uploads'))).toEqual([]);
    expect(existsSync(join(archive.dataDir, 'productions', id))).toBe(false);
  });

  test('the sound is brought to −16 LUFS, and the original is kept as it came', async () => {
    await standIn('quiet');
    const path = makeClip(join(clips, 'quiet.wav'), { picture: false, seconds: 5, more: ['-af', 'volume=-25dB'] });
    const voice = await upload('quiet', path);
    const id = await startProduction(publisher, 'quiet', { picture: null, sounds: [original(voice)], options });
    await makeProduction(publisher, id, still);
    const m4a = pathOf(publisher, `productions/${id}/sound-0.m4a`);
    const { stderr } = spawnSync('ffmpeg', ['-hide_banner', '-i', m4a, '-af', 'ebur128', '-f', 'null', '-']);
    expect(Math.abs(Number(/Integrated loudness:\s+I:\s+(-?[\d.]+)/.exec(String(stderr))?.[1]) + 16)).toBeLessThan(1);
    const [row] = await uploadsOf(publisher, 'quiet');
    const [kept] = await archive.ctx.read
      .select()
      .from(files)
      .where(eq(files.key, row?.fileKey ?? ''));
    expect(kept).toMatchObject({ sha256: row?.sha256, audience: 'organizers', mimeType: 'audio/wav' });
    // a recording of sound only has a stream, and no picture anywhere
    const names = readdirSync(pathOf(publisher, `productions/${id}`));
    expect(names.filter((name) => /poster|film|storyboard/.test(name))).toEqual([]);
    expect(names).toContain('hls');
  });

  test('what is no recording is refused in words, and leaves nothing behind', async () => {
    await standIn('bad');
    const text = join(clips, 'list.mp4');
    writeFileSync(text, '#EXTM3U\n#EXTINF:1,\n/etc/passwd\n');
    const id = await upload('bad', text);
    await receiveUpload(publisher, id);
    expect((await uploadsOf(publisher, 'bad'))[0]).toMatchObject({ state: 'refused', problem: 'media.unknown-kind' });
    await expect(
      startProduction(publisher, 'bad', { picture: { uploadId: id }, sounds: [], options })
    ).rejects.toMatchObject({ code: 'media.unknown-kind' });
    expect(existsSync(dataOf(publisher, id))).toBe(false);
  });

  test('the same file twice is stored once and known as a duplicate', async () => {
    await standIn('twice');
    const path = makeClip(join(clips, 'voice.mp3'), { picture: false, tones: [880], seconds: 4 });
    const second = await upload('twice', path);
    await receiveUpload(publisher, second);
    const [row] = await uploadsOf(publisher, 'twice');
    expect(row?.duplicateOf).toMatch(/^[a-z2-7]{26}$/);
    expect(
      await archive.ctx.read
        .select()
        .from(files)
        .where(eq(files.sha256, row?.sha256 ?? ''))
    ).toHaveLength(1);
  });

  test('another production takes the place of one that waits, and whose job is ended', async () => {
    await standIn('again');
    const voice = await upload(
      'again',
      makeClip(join(clips, 'voice.mp3'), { picture: false, tones: [880], seconds: 4 })
    );
    const wanted = { picture: null, sounds: [original(voice)], options };
    const first = await startProduction(publisher, 'again', wanted);
    await startProduction(publisher, 'again', wanted);
    const row = await productionById(publisher, first);
    expect(row?.state).toBe('replaced');
    const [job] = await archive.ctx.read
      .select()
      .from(jobs)
      .where(eq(jobs.id, row?.jobId ?? ''));
    expect(job?.state).toBe('cancelled');
    await makeProduction(publisher, first, still);
    expect(await stepsOf(publisher, first)).toEqual([]);
  });

  test('a death at any step: the next worker goes on from there, with the same end and nothing left over', async () => {
    await standIn('killed');
    const film = await upload('killed', makeClip(join(clips, 'small.mp4'), { size: '320x240', seconds: 3 }));
    const wanted = { picture: { uploadId: film }, sounds: [original(film)], options };
    const whole = await startProduction(publisher, 'killed', wanted);
    await makeProduction(publisher, whole, still);
    const listOf = async (id: string) => {
      const rows = await archive.ctx.read
        .select()
        .from(files)
        .where(like(files.key, `productions/${id}/%`));
      // not the bytes of the pictures: an encoder with several threads keeps a bit rate a little differently each time
      return rows.map(({ key }) => key.replace(id, '')).sort();
    };
    const expected = await listOf(whole);
    const broken = await startProduction(publisher, 'killed', wanted);
    for (const step of productionSteps) {
      const afterStep = (now: string) => {
        if (now === step) throw new Error('killed');
      };
      await expect(makeProduction(publisher, broken, { ...still, afterStep })).rejects.toThrow('killed');
    }
    await makeProduction(publisher, broken, still);
    expect(await listOf(broken)).toEqual(expected);
    expect(readdirSync(join(archive.dataDir, 'productions'))).toEqual([]);
  });

  test('a passage left out: closed at once, silent and plain when made anew, its words gone', async () => {
    const film = makeClip(join(clips, 'spoken.mp4'), { seconds: 6 });
    const cue = (startMs: number, text: string) => ({ startMs, endMs: startMs + 900, text });
    await insertRecording(archive, {
      id: 'said',
      slug: { en: 'said', es: 'said' },
      title: { en: 'Said' },
      more: { mediaState: 'held', durationMs: 6000 },
      sounds: [{ id: 'floor', language: 'es' }],
      texts: [
        {
          id: 'captions',
          language: 'es',
          reading: true,
          cues: [cue(0, 'Antes.'), cue(2500, 'Su nombre.'), cue(5000, 'Después.')]
        }
      ],
      media: [
        {
          id: 'v',
          kind: 'video',
          audioTrackId: 'floor',
          file: 'said/v.mp4',
          body: readFileSync(film),
          mimeType: 'video/mp4'
        }
      ]
    });
    await leaveOut(publisher, 'said', { startMs: 2000, endMs: 4000 }, []);
    // before anything is made: nothing to watch, nothing to read
    expect(await findFile(archive.ctx, 'said/v.mp4')).toBeNull();
    const shown = async () => (await getDownload(archive.ctx, 'said', 'captions.vtt'))?.body ?? null;
    expect(await shown()).toBeNull();
    expect(await redactCaptions(publisher, 'said', [])).toBe(1);
    expect(await redactCaptions(publisher, 'said', [])).toBe(0);
    expect(await shown()).toContain('Después.');
    expect(await shown()).not.toContain('Su nombre.');

    const [production] = await productionsOf(publisher, 'said');
    await makeProduction(publisher, production?.id ?? '', still);
    const made = await archive.ctx.read.select().from(renditions).where(eq(renditions.recordingId, 'said'));
    expect(made.map(({ kind }) => kind)).toContain('hls');
    const played = made.find(({ kind }) => kind === 'video')?.fileKey ?? '';
    expect((await findFile(archive.ctx, played))?.sharing).toBe('public');
    const level = (from: number, length: number) => {
      const args = [
        '-hide_banner',
        '-ss',
        String(from),
        '-t',
        String(length),
        '-i',
        pathOf(publisher, played),
        '-af',
        'volumedetect',
        '-f',
        'null',
        '-'
      ];
      return Number(/max_volume: (-?[\d.]+)/.exec(String(spawnSync('ffmpeg', args).stderr))?.[1]);
    };
    expect(level(2, 2)).toBeLessThan(-80);
    expect(level(0, 1.5)).toBeGreaterThan(-40);
    // a plain card: every pixel as the one beside it
    const still3 = spawnSync('ffmpeg', [
      '-v',
      'error',
      '-ss',
      '3',
      '-i',
      pathOf(publisher, played),
      '-frames:v',
      '1',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'gray',
      '-'
    ]);
    const values = new Set(still3.stdout);
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(6);
    // and the words cannot be published again
    const [old] = await archive.ctx.read
      .select()
      .from(trackVersions)
      .where(eq(trackVersions.recordingId, 'said'))
      .orderBy(trackVersions.number);
    await expect(
      inTransaction(publisher, (tx) => publishVersions(tx, 'said', [old?.id ?? 0], []))
    ).rejects.toMatchObject({ code: 'captions.left-out' });
  });
});
