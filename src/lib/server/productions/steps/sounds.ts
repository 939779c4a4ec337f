import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { moderateRung } from '#lib/domain/media/ladder.ts';
import { ffmpeg, readingOf, workLimits, type Source } from '#lib/server/ffmpeg/index.ts';
import {
  loudnessFilter,
  loudnessTarget,
  silenceFilter,
  timeFilter,
  type Loudness
} from '#lib/server/productions/filters.ts';
import type { FoundSound, Making } from '#lib/server/productions/making.ts';
import { makeWhole } from '#lib/server/productions/place.ts';
import { hlsOutput, rungFolder, rungsOf, withoutTags } from '#lib/server/productions/steps/transcode.ts';

export const soundFile = (place: number, ending: 'm4a' | 'opus'): string => `sound-${String(place)}.${ending}`;
export const soundFolder = (place: number): string => `hls/a${String(place)}`;
export const filmFile = (place: number): string => `film-${String(place)}.mp4`;

/** Our own files, made a moment ago. */
export const ownMp4 = (path: string): Source => ({ path, demuxer: 'mov', whitelist: 'mov,mp4,m4a,3gp,3g2,mj2' });

const figure = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/));
const Measured = v.object({
  input_i: figure,
  input_tp: figure,
  input_lra: figure,
  input_thresh: figure,
  target_offset: figure
});

/** What loudnorm's first pass says of a sound; null for one in which nothing is heard. */
async function measure(
  making: Making,
  sound: FoundSound,
  before: string,
  progress: (share: number) => void
): Promise<Loudness | null> {
  const { found, signal } = making;
  const args = [
    ...readingOf(sound.source),
    ...['-map', `0:${String(sound.stream.index)}`, '-vn', '-sn', '-dn'],
    ...['-af', `${before},${loudnessTarget}:print_format=json`, '-f', 'null', '-']
  ];
  const lines: string[] = [];
  await ffmpeg(['-loglevel', 'info', ...args], {
    limits: workLimits(found.durationMs),
    signal,
    onLine: (line) => {
      if (/^[{}\s"]/.test(line)) lines.push(line);
    },
    onSeconds: (seconds) => progress(Math.min(1, (seconds * 1000) / found.durationMs))
  });
  const text = lines.join('\n');
  const from = text.lastIndexOf('{');
  const answer = v.safeParse(Measured, from < 0 ? null : JSON.parse(text.slice(from, text.indexOf('}', from) + 1)));
  return answer.success ? answer.output : null;
}

/** Speech in one channel where there is one; more channels than two are put into two. */
const encodingOf = ({ stream }: FoundSound) =>
  stream.channels > 1 ? { channels: 2, kilobits: 96 } : { channels: 1, kilobits: 64 };

async function encode(
  making: Making,
  sound: FoundSound,
  chain: string,
  folder: string,
  progress: (share: number) => void
): Promise<void> {
  const { found, signal } = making;
  const { channels, kilobits } = encodingOf(sound);
  await mkdir(folder, { recursive: true });
  const args = [
    ...readingOf(sound.source),
    ...['-filter_complex', `[0:${String(sound.stream.index)}]${chain},asplit=2[a][b]`],
    ...['-map', '[a]', '-c:a', 'aac', '-b:a', `${String(kilobits)}k`, '-ac', String(channels), ...withoutTags],
    ...['-movflags', '+faststart', join(folder, 'sound.m4a')],
    ...['-map', '[b]', '-c:a', 'libopus', '-b:a', '32k', '-ac', '1', '-application', 'voip', ...withoutTags],
    ...['-f', 'ogg', join(folder, 'sound.opus')]
  ];
  await ffmpeg(args, {
    limits: workLimits(found.durationMs),
    signal,
    onSeconds: (seconds) => progress(Math.min(1, (seconds * 1000) / found.durationMs))
  });
}

/** The sound as a stream of its own, and with the picture of moderate size as one file. Nothing is encoded again. */
async function wrap(making: Making, place: number, encoded: string): Promise<void> {
  const { folder, signal, found } = making;
  const options = { limits: workLimits(found.durationMs), signal };
  const sound = readingOf(ownMp4(join(encoded, 'sound.m4a')));
  await makeWhole(join(folder, soundFolder(place)), async (beside) => {
    await mkdir(beside, { recursive: true });
    await ffmpeg([...sound, '-map', '0:a', '-c', 'copy', ...withoutTags, ...hlsOutput(beside)], options);
  });
  const rung = moderateRung(rungsOf(making));
  if (!rung) return;
  await makeWhole(join(folder, filmFile(place)), async (beside) => {
    const picture = readingOf(ownMp4(join(folder, rungFolder(rung.name), 'media.mp4')));
    const maps = ['-map', '0:v', '-map', '1:a', '-c', 'copy', '-t', String(found.durationMs / 1000)];
    await ffmpeg([...picture, ...sound, ...maps, ...withoutTags, '-movflags', '+faststart', beside], options);
  });
}

/** Every sound: put on the recording's time, brought to one loudness, silenced where a passage is left out. */
export async function makeSounds(making: Making): Promise<{ loudness: (Loudness | null)[] }> {
  const { folder, found, omissions, production, progress, note } = making;
  const loudness: (Loudness | null)[] = [];
  for (const [place, sound] of found.sounds.entries()) {
    const part = (share: number) => progress((place + share) / found.sounds.length);
    const before = timeFilter(sound.offsetMs, found.durationMs);
    const encoded = join(folder, `sounds/${String(place)}`);
    await makeWhole(encoded, async (beside) => {
      const measured = production.options.evenLoudness
        ? await measure(making, sound, before, (s) => part(s * 0.4))
        : null;
      if (production.options.evenLoudness && !measured)
        note(`sound ${String(place + 1)}: nothing to measure, left as loud as it is`);
      loudness.push(measured);
      const chain = [before, measured && loudnessFilter(measured), silenceFilter(omissions)].filter(Boolean).join(',');
      await encode(making, sound, chain, beside, (s) => part(0.4 + s * 0.5));
    });
    await wrap(making, place, encoded);
    part(1);
  }
  return { loudness };
}
