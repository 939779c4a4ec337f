import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rungsFor, type Rung } from '#lib/domain/media/ladder.ts';
import type { Stretch } from '#lib/domain/recordings/types.ts';
import { ffmpeg, readingOf, workLimits, type Source } from '#lib/server/ffmpeg/index.ts';
import { pictureFilter } from '#lib/server/productions/filters.ts';
import type { Making } from '#lib/server/productions/making.ts';
import { makeWhole } from '#lib/server/productions/place.ts';

export const segmentSeconds = 4;

/** Nothing of what a camera or a program wrote about itself, its place or its owner. */
export const withoutTags = [
  '-map_metadata',
  '-1',
  '-map_chapters',
  '-1',
  '-fflags',
  '+bitexact',
  '-flags',
  '+bitexact'
];

/** One file with byte ranges instead of thousands of small ones. */
export const hlsOutput = (folder: string): string[] => [
  ...['-f', 'hls', '-hls_time', String(segmentSeconds), '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
  ...['-hls_flags', 'single_file+independent_segments', '-hls_segment_filename', join(folder, 'media.mp4')],
  join(folder, 'index.m3u8')
];

/** The command for one size. Also what the bench runs by hand. */
export function rungArguments(
  source: Source,
  stream: number,
  rung: Rung,
  durationMs: number,
  omissions: readonly Stretch[],
  folder: string
): string[] {
  const kilobits = (value: number) => `${String(value)}k`;
  return [
    ...readingOf(source),
    ...['-map', `0:${String(stream)}`, '-an', '-sn', '-dn', '-t', String(durationMs / 1000)],
    ...['-vf', pictureFilter(rung, omissions), '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23'],
    ...['-maxrate', kilobits(rung.mostKilobits), '-bufsize', kilobits(rung.mostKilobits * 2), '-profile:v', 'main'],
    ...['-force_key_frames', `expr:gte(t,n_forced*${String(segmentSeconds)})`, '-sc_threshold', '0', ...withoutTags],
    ...hlsOutput(folder)
  ];
}

export const rungsOf = ({ found }: Pick<Making, 'found'>): Rung[] =>
  found.picture ? rungsFor(found.picture.stream) : [];

export const rungFolder = (name: string): string => `hls/v${name}`;

/** Every size, the smallest first. One that is whole is not made again. */
export async function transcode(making: Making): Promise<{ rungs: string[] }> {
  const { folder, found, omissions, signal, progress } = making;
  const { picture, durationMs } = found;
  const rungs = rungsOf(making);
  const weight = ({ width, height }: Rung) => width * height + 60_000;
  const all = rungs.reduce((sum, rung) => sum + weight(rung), 0);
  let before = 0;
  for (const rung of rungs) {
    const mine = weight(rung) / all;
    const from = before;
    await makeWhole(join(folder, rungFolder(rung.name)), async (beside) => {
      if (!picture) return;
      await mkdir(beside, { recursive: true });
      await ffmpeg(rungArguments(picture.source, picture.stream.index, rung, durationMs, omissions, beside), {
        limits: workLimits(durationMs),
        signal,
        onSeconds: (seconds) => progress(from + mine * Math.min(1, (seconds * 1000) / durationMs))
      });
    });
    before += mine;
    progress(before);
  }
  return { rungs: rungs.map(({ name }) => name) };
}
