import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a program of the system is; null when it is not there. */
export async function onPath(name: string): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin').split(':')) {
    const path = join(folder, name);
    if (folder && (await access(path, constants.X_OK).then(...yesOrNo))) return path;
  }
  return null;
}
const yesOrNo = [() => true, () => false] as const;

/** What a program prints, at most some kilobytes; null when it cannot be run or ends in a failure. */
export const outputOf = (command: string, args: readonly string[]): Promise<string | null> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: 10_000 });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (text.length < 20_000) text += chunk.toString();
    });
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code === 0 ? text : null));
  });

export interface Ffmpeg {
  ffmpeg: string;
  ffprobe: string;
  /** As it names itself: 5.1.9-0+deb12u1 */
  version: string;
  /** False: older than the first version of its line in which known holes are mended. */
  isMended: boolean;
}

/**
 * The first version of each line with CVE-2026-8461 (a write out of bounds in a decoder) mended. Formats and codecs are chosen
 * from a list here, which keeps that decoder out; an older version is worth a word, not a refusal.
 */
const mended: readonly (readonly number[])[] = [
  [5, 1, 10],
  [6, 1, 6],
  [7, 1, 5],
  [8, 1, 2]
];

export function isMendedVersion(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split(/[^\d]+/).map(Number);
  const line = mended.find(([first]) => first === major);
  if (!line) return major > 8;
  const [, leastMinor = 0, leastPatch = 0] = line;
  return minor > leastMinor || (minor === leastMinor && patch >= leastPatch);
}

let found: Promise<Ffmpeg | null> | null = null;

async function look(): Promise<Ffmpeg | null> {
  const [ffmpeg, ffprobe] = await Promise.all([onPath('ffmpeg'), onPath('ffprobe')]);
  if (!ffmpeg || !ffprobe) return null;
  const said = await outputOf(ffmpeg, ['-version']);
  const version = /^ffmpeg version (\S+)/.exec(said ?? '')?.[1];
  return version ? { ffmpeg, ffprobe, version, isMended: isMendedVersion(version) } : null;
}

/** The ffmpeg of the system; null when there is none. Looked for again as long as it is missing: it may be installed meanwhile. */
export async function findFfmpeg(): Promise<Ffmpeg | null> {
  found ??= look();
  const answer = await found;
  if (!answer) found = null;
  return answer;
}
