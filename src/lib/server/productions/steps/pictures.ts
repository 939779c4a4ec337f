import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLeftOut } from '#lib/domain/media/omissions.ts';
import type { Rung } from '#lib/domain/media/ladder.ts';
import { ffmpeg, readingOf, workLimits } from '#lib/server/ffmpeg/index.ts';
import type { Making } from '#lib/server/productions/making.ts';
import { makeWhole } from '#lib/server/productions/place.ts';
import { ownMp4 } from '#lib/server/productions/steps/sounds.ts';
import { rungFolder, rungsOf } from '#lib/server/productions/steps/transcode.ts';

/** Places in the recording from which a poster may be chosen. */
const places = [0.04, 0.12, 0.25, 0.4, 0.6, 0.8];

export interface PosterFrame {
  file: string;
  atMs: number;
  bytes: number;
}

/** The file itself, not its playlist: ffmpeg's reader of playlists loses its place in parts of one file. */
const pictureOf = ({ folder }: Making, rung: Rung) =>
  readingOf(ownMp4(join(folder, rungFolder(rung.name), 'media.mp4')));

/** Stills from what was made, never from the original: what is left out cannot be on them. */
export async function makePosters(making: Making): Promise<{ frames: PosterFrame[]; chosen: string | null }> {
  const { folder, found, omissions, production, signal } = making;
  const rung = [...rungsOf(making)].reverse().find(({ height }) => height <= 1080) ?? rungsOf(making)[0];
  if (!rung) return { frames: [], chosen: null };
  const { posterMs } = production.options;
  const wanted = [
    ...(posterMs === null ? [] : [posterMs]),
    ...places.map((place) => Math.round(place * found.durationMs))
  ];
  const open = wanted.filter((atMs) => !isLeftOut({ startMs: atMs - 500, endMs: atMs + 500 }, omissions));
  const frames: PosterFrame[] = [];
  for (const [i, atMs] of open.entries()) {
    const file = `poster-${String(i + 1)}.jpg`;
    await makeWhole(join(folder, file), async (beside) => {
      const args = [
        '-ss',
        String(atMs / 1000),
        ...pictureOf(making, rung),
        '-frames:v',
        '1',
        '-q:v',
        '4',
        '-f',
        'image2',
        '-update',
        '1',
        beside
      ];
      await ffmpeg(args, { limits: workLimits(60_000), signal });
    });
    frames.push({ file, atMs, bytes: (await stat(join(folder, file))).size });
  }
  // of several frames the one with most on it: black and blurred ones are small
  const best = [...frames].sort((a, b) => b.bytes - a.bytes)[0];
  return { frames, chosen: (posterMs === null ? best : frames[0])?.file ?? null };
}

const columns = 10;
const rows = 10;
const thumbWidth = 160;

/** Small stills over the whole length, a hundred a picture, and a WebVTT file that says where each stands. */
export async function makeStoryboard(making: Making): Promise<{ everyMs: number; count: number }> {
  const { folder, found, signal } = making;
  const rung = rungsOf(making)[0];
  if (!rung) return { everyMs: 0, count: 0 };
  // key frames stand 4 s apart: only they are opened
  const everyMs = Math.max(4000, Math.ceil(found.durationMs / 600 / 4000) * 4000);
  const height = 2 * Math.round((thumbWidth * rung.height) / rung.width / 2);
  const count = Math.max(1, Math.ceil(found.durationMs / everyMs));
  await makeWhole(join(folder, 'storyboard'), async (beside) => {
    await mkdir(beside, { recursive: true });
    const filter = `fps=1000/${String(everyMs)}:round=up:start_time=0,scale=${String(thumbWidth)}:${String(height)},tile=${String(columns)}x${String(rows)}`;
    const args = [
      '-skip_frame',
      'nokey',
      ...pictureOf(making, rung),
      '-vf',
      filter,
      '-q:v',
      '6',
      join(beside, '%d.jpg')
    ];
    await ffmpeg(args, { limits: workLimits(found.durationMs), signal });
    const sheets = (await readdir(beside)).length;
    await writeFile(
      join(beside, 'index.vtt'),
      storyboardVtt(Math.min(count, sheets * columns * rows), everyMs, found.durationMs, height)
    );
  });
  return { everyMs, count };
}

function storyboardVtt(count: number, everyMs: number, durationMs: number, height: number): string {
  const time = (ms: number) => `${new Date(ms).toISOString().slice(11, 23)}`;
  const cues = Array.from({ length: count }, (_, i) => {
    const place = i % (columns * rows);
    const x = (place % columns) * thumbWidth;
    const y = Math.floor(place / columns) * height;
    const sheet = Math.floor(i / (columns * rows)) + 1;
    const end = Math.min(durationMs, (i + 1) * everyMs);
    return `${time(i * everyMs)} --> ${time(end)}\n${String(sheet)}.jpg#xywh=${String(x)},${String(y)},${String(thumbWidth)},${String(height)}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}
