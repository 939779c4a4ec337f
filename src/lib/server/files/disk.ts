import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { LookedAt } from '#lib/server/files/store.ts';

export type DiskStep = 'folder' | 'write' | 'sync' | 'link' | 'rename' | 'remove';

let beforeStep: (step: DiskStep, path: string) => void = () => undefined;

/** Calls `told` before each step that changes the disk; what it throws is what the step fails with. Ends the watch that was. */
export function watchDisk(told: (step: DiskStep, path: string) => void = () => undefined): void {
  beforeStep = told;
}

export async function makeFolders(path: string): Promise<void> {
  beforeStep('folder', path);
  await mkdir(path, { recursive: true });
}

async function sync(handle: FileHandle, path: string): Promise<void> {
  beforeStep('sync', path);
  await handle.sync();
}

export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await sync(handle, path);
  } finally {
    await handle.close();
  }
}

/** Bytes that are on the disk when this resolves, under a name that nobody else looks at. */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  beforeStep('write', path);
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(bytes);
    await sync(handle, path);
  } finally {
    await handle.close();
  }
}

/** A text that is on the disk when this resolves, or an error. Half of it is never seen: written beside, then named. */
export async function writeText(path: string, text: string): Promise<void> {
  const beside = `${path}.part`;
  beforeStep('write', path);
  const handle = await open(beside, 'w');
  try {
    await handle.writeFile(text);
    await sync(handle, path);
  } finally {
    await handle.close();
  }
  await moveTo(beside, path);
}

/** Adds a line that is on the disk when this resolves. */
export async function appendLine(path: string, line: string): Promise<void> {
  beforeStep('write', path);
  const handle = await open(path, 'a', 0o600);
  try {
    await handle.writeFile(`${line}\n`);
    await sync(handle, path);
  } finally {
    await handle.close();
  }
}

/** Copies in pieces, looks at what it copies, and gives the name only to a whole copy that is on the disk. */
export async function copyWhole(from: string, to: string, mode = 0o666): Promise<LookedAt> {
  const beside = `${to}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  beforeStep('write', to);
  const handle = await open(beside, 'w', mode);
  try {
    await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        hash.update(chunk);
        bytes += chunk.length;
        await handle.writeFile(chunk);
      }
    });
    await sync(handle, to);
  } finally {
    await handle.close();
  }
  await moveTo(beside, to);
  return { path: to, bytes, sha256: hash.digest('hex') };
}

/** A copy that is on the disk, sharing its blocks where the file system can. */
export async function cloneFile(from: string, to: string): Promise<void> {
  beforeStep('write', to);
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await syncPath(to);
}

/** A second name of a file. False: this disk cannot (another disk, too many names). */
export async function linkTo(from: string, to: string): Promise<boolean> {
  beforeStep('link', to);
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EXDEV' || code === 'EMLINK' || code === 'EPERM' || code === 'ENOTSUP') return false;
    throw error;
  }
}

/** Gives a file or folder its name, on the disk as well. */
export async function moveTo(from: string, to: string): Promise<void> {
  beforeStep('rename', to);
  await rename(from, to);
  await syncPath(dirname(to));
}

export async function removeAll(path: string): Promise<void> {
  beforeStep('remove', path);
  await rm(path, { recursive: true, force: true });
}
