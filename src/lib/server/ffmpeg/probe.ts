import { open } from 'node:fs/promises';
import * as v from 'valibot';
import { sniff, sniffBytes, type Sniffed } from '#lib/domain/media/sniff.ts';
import type { Probed, ProbedStream } from '#lib/domain/media/types.ts';
import { DomainError } from '#lib/server/errors.ts';
import { ffmpeg, lookLimits, readingOf, runCaged, type Source } from '#lib/server/ffmpeg/run.ts';

const refused = (code: string) => new DomainError('invalid', code);

export async function sniffFile(path: string): Promise<Sniffed | null> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(sniffBytes), 0, sniffBytes, 0);
    return sniff(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

const Stream = v.object({
  index: v.number(),
  codec_type: v.optional(v.string()),
  codec_name: v.optional(v.string()),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  avg_frame_rate: v.optional(v.string()),
  channels: v.optional(v.number()),
  tags: v.optional(v.record(v.string(), v.string())),
  disposition: v.optional(v.record(v.string(), v.number())),
  side_data_list: v.optional(v.array(v.looseObject({ rotation: v.optional(v.number()) })))
});
const Answer = v.object({
  streams: v.optional(v.array(Stream), []),
  format: v.optional(v.object({ duration: v.optional(v.string()) }), {})
});

function rateOf(text: string | undefined): number | null {
  const [over = 0, under = 0] = (text ?? '').split('/').map(Number);
  const rate = over / under;
  return Number.isFinite(rate) && rate > 0 && rate <= 240 ? rate : null;
}

function streamOf(stream: v.InferOutput<typeof Stream>): ProbedStream | null {
  const { index, codec_type: kind, codec_name: codec = '', width = 0, height = 0 } = stream;
  // a cover picture in a sound file is no film
  if (kind === 'video' && width > 0 && height > 0 && stream.disposition?.attached_pic !== 1) {
    const turned = stream.side_data_list?.some(({ rotation = 0 }) => Math.abs(rotation) % 180 === 90) ?? false;
    const size = turned ? { width: height, height: width } : { width, height };
    return { kind, index, codec, ...size, framesPerSecond: rateOf(stream.avg_frame_rate) };
  }
  if (kind === 'audio' && (stream.channels ?? 0) > 0) {
    return { kind, index, codec, channels: stream.channels ?? 0, language: stream.tags?.language ?? null };
  }
  return null;
}

/** The length of a file that does not say it, as browsers record them: every packet is passed by, none decoded. */
async function walkThrough(source: Source, signal?: AbortSignal): Promise<number> {
  let seconds = 0;
  const limits = { ...lookLimits, cpuSeconds: 300 };
  await ffmpeg([...readingOf(source), '-map', '0:a?', '-map', '0:v?', '-c', 'copy', '-f', 'null', '-'], {
    limits,
    ...(signal && { signal }),
    onSeconds: (now) => {
      seconds = Math.max(seconds, now);
    }
  });
  return seconds;
}

/** What a file is, by its own bytes and by ffprobe bound to the one demuxer for them. Throws `media.*` when it is nothing to play. */
export async function probeFile(
  path: string,
  signal?: AbortSignal
): Promise<{ source: Source; probed: Probed; sniffed: Sniffed }> {
  const sniffed = await sniffFile(path);
  if (!sniffed) throw refused('media.unknown-kind');
  const source: Source = { path, demuxer: sniffed.demuxer, whitelist: sniffed.whitelist };
  const parts: Buffer[] = [];
  const show =
    'stream=index,codec_type,codec_name,width,height,avg_frame_rate,channels,disposition,side_data_list:stream_tags=language:format=duration';
  const args = ['-v', 'error', '-hide_banner', '-show_entries', show, '-of', 'json', ...readingOf(source)];
  const ended = await runCaged('ffprobe', args, {
    limits: lookLimits,
    ...(signal && { signal }),
    onData: (chunk) => {
      if (parts.length < 64) parts.push(chunk);
    }
  });
  if (ended.code !== 0) throw refused('media.broken');
  const said: unknown = JSON.parse(Buffer.concat(parts).toString() || '{}');
  const { streams, format } = v.parse(Answer, said);
  const playable = streams.flatMap((stream) => streamOf(stream) ?? []);
  if (playable.length === 0) throw refused('media.nothing-to-play');
  const seconds = Number(format.duration ?? NaN) || (await walkThrough(source, signal));
  if (!Number.isFinite(seconds) || seconds <= 0 || seconds > 48 * 3600) throw refused('media.no-length');
  return {
    source,
    sniffed,
    probed: { demuxer: sniffed.demuxer, durationMs: Math.round(seconds * 1000), streams: playable }
  };
}
