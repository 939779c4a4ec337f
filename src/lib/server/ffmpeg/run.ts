import { spawn } from 'node:child_process';
import { DomainError } from '#lib/server/errors.ts';
import { caged, type Limits } from '#lib/server/ffmpeg/cage.ts';
import { findFfmpeg } from '#lib/server/ffmpeg/find.ts';

const gibibyte = 2 ** 30;

/** A file that came from outside, and the only way in which it may be read. */
export interface Source {
  /** Absolute. */
  path: string;
  demuxer: string;
  whitelist: string;
}

/** Decoders for what people record with; MagicYUV and other rare ones, where the holes are, stay out. */
const decoders = [
  'h264,hevc,vp8,vp9,libvpx,libvpx-vp9,av1,libdav1d,mpeg4,mpeg2video,mjpeg,prores,theora',
  'aac,mp3float,mp3,mp2float,mp2,opus,libopus,vorbis,libvorbis,flac,alac,ac3,eac3',
  'pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_f32le,pcm_u8,pcm_mulaw,pcm_alaw,adpcm_ms'
].join(',');
/** 7680 × 4320 */
const maxPixels = 33_177_600;

/** What stands in front of `-i` for a file of somebody else's: nothing is guessed, nothing else is opened. */
export const readingOf = ({ path, demuxer, whitelist }: Source): string[] => [
  ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', whitelist, '-codec_whitelist', decoders],
  ...['-max_pixels', String(maxPixels), '-f', demuxer, '-i', `file:${path}`]
];

export interface RunOptions {
  limits: Limits;
  signal?: AbortSignal;
  /** Told every line of standard error; ffmpeg's own progress lines as `key=value` when `-progress pipe:2` is asked for. */
  onLine?: (line: string) => void;
  /** Told what is written to standard output; it waits for what this returns. */
  onData?: (chunk: Buffer) => void;
}

export interface Ended {
  code: number | null;
  /** The last lines of standard error. */
  lines: string[];
}

const linesKept = 30;

function linesOf(onLine: (line: string) => void) {
  let rest = '';
  return {
    add(chunk: Buffer) {
      const parts = (rest + chunk.toString()).split(/[\r\n]+/);
      rest = (parts.pop() ?? '').slice(-4096);
      for (const line of parts) if (line) onLine(line);
    },
    end: () => rest && onLine(rest)
  };
}

/** Runs a program of ffmpeg's in its cage, to its end. Throws what the signal was aborted with; a failure is told, not thrown. */
export async function runCaged(
  program: 'ffmpeg' | 'ffprobe',
  args: readonly string[],
  options: RunOptions
): Promise<Ended> {
  const tools = await findFfmpeg();
  if (!tools) throw new DomainError('busy', 'ffmpeg.missing', { waits: true });
  const [command = '', ...rest] = await caged([tools[program], ...args], options.limits);
  options.signal?.throwIfAborted();
  const lines: string[] = [];
  const reader = linesOf((line) => {
    options.onLine?.(line);
    if (/^\w+=\s*\S*$/.test(line)) return; // progress, not words
    lines.push(line);
    if (lines.length > linesKept) lines.shift();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    // nothing of our own environment: it holds the password of the database
    const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], env });
    const stop = () => child.kill('SIGKILL');
    options.signal?.addEventListener('abort', stop, { once: true });
    child.stdout.on('data', (chunk: Buffer) => options.onData?.(chunk));
    child.stderr.on('data', (chunk: Buffer) => reader.add(chunk));
    child.once('error', reject);
    child.once('close', (ended) => {
      options.signal?.removeEventListener('abort', stop);
      resolve(ended);
    });
  });
  reader.end();
  options.signal?.throwIfAborted();
  return { code, lines };
}

/** For making things: as long as 6 times what it plays, and never without end. */
export const workLimits = (durationMs: number, fileBytes = 200 * gibibyte): Limits => ({
  memoryBytes: 6 * gibibyte,
  cpuSeconds: Math.max(600, (durationMs / 1000) * 60),
  fileBytes
});

/** For looking: a file that needs more to be looked at is no recording. */
export const lookLimits: Limits = { memoryBytes: gibibyte, cpuSeconds: 20, fileBytes: 2 ** 20 };

const spaceWords = /No space left on device|Disk quota exceeded/;

/** What went wrong, by its last lines: a full disk waits, everything else is tried again and then needs a person. */
export class FfmpegFailed extends Error {
  override readonly name = 'FfmpegFailed';
  readonly code: string;

  constructor({ code, lines }: Ended) {
    super(lines.slice(-3).join(' · ') || `ffmpeg ended with ${String(code)}`);
    this.code = lines.some((line) => spaceWords.test(line)) ? 'ENOSPC' : 'FFMPEG';
  }
}

/** Runs ffmpeg; throws FfmpegFailed when it fails. `onSeconds` is told how far it is, in seconds of media time. */
export async function ffmpeg(
  args: readonly string[],
  { onSeconds, ...options }: RunOptions & { onSeconds?: (seconds: number) => void }
): Promise<Ended> {
  const onLine = (line: string) => {
    const time = /^out_time_us=(\d+)/.exec(line)?.[1];
    if (time) onSeconds?.(Number(time) / 1e6);
    options.onLine?.(line);
  };
  const base = ['-hide_banner', '-nostdin', '-y', '-loglevel', 'warning', '-progress', 'pipe:2', '-stats_period', '1'];
  const ended = await runCaged('ffmpeg', [...base, ...args], { ...options, onLine });
  if (ended.code !== 0) throw new FfmpegFailed(ended);
  return ended;
}
