import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
if (!hasFfmpeg) console.warn('ffmpeg is not here: what makes and reads recordings is NOT tried.');

export interface Clip {
  seconds?: number;
  size?: string;
  /** Frequencies of tones, one a sound. */
  tones?: number[];
  picture?: boolean;
  more?: string[];
}

/** Makes a small film with ffmpeg: a test picture, and a tone for each sound. The same arguments give the same film. */
export function makeClip(
  path: string,
  { seconds = 4, size = '320x240', tones = [440], picture = true, more = [] }: Clip = {}
): string {
  if (existsSync(path)) return path;
  const length = String(seconds);
  const inputs = [
    ...(picture ? ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=10:d=${length}`] : []),
    ...tones.flatMap((tone) => ['-f', 'lavfi', '-i', `sine=f=${String(tone)}:r=48000:d=${length}`])
  ];
  const maps = Array.from({ length: tones.length + Number(picture) }, (_, i) => ['-map', String(i)]).flat();
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '20'];
  const args = ['-v', 'error', '-y', ...inputs, ...maps, ...(picture ? codecs : []), '-t', length, ...more, path];
  const { status, stderr } = spawnSync('ffmpeg', args);
  if (status !== 0) throw new Error(String(stderr));
  return path;
}
