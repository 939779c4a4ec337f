import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Ctx } from '#lib/server/context.ts';
import { pathOf } from '#lib/server/media/index.ts';

type Place = Pick<Ctx, 'config'>;

/** Where a production is worked on; it moves into the store as a whole, when it is whole. */
export const workshopOf = ({ config }: Place, id: string): string => join(config.dataDir, 'productions', id);
export const keyIn = (id: string, name: string): string => `productions/${id}/${name}`;

export const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Makes a file or folder that is either whole or not there: `make` is given a name beside, which is renamed when all of it has
 * reached the disk. What is there already was whole, and is left as it is.
 */
export async function makeWhole(path: string, make: (beside: string) => Promise<void>): Promise<void> {
  if (await exists(path)) return;
  const beside = path.replace(/([^/]+)$/, 'part-$1');
  await rm(beside, { recursive: true, force: true });
  await mkdir(dirname(path), { recursive: true });
  await make(beside);
  for (const file of await filesIn(beside)) await syncPath(file);
  await rename(beside, path);
  await syncPath(dirname(path));
}

/** All files below a folder, or the file itself. */
export async function filesIn(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const below = join(path, entry.name);
    found.push(...(entry.isDirectory() ? await filesIn(below) : [below]));
  }
  return found.sort();
}

export const writeWhole = (path: string, body: string | Uint8Array): Promise<void> =>
  makeWhole(path, (beside) => writeFile(beside, body));

/** From the workshop into the store, in one step of the file system. */
export async function moveIn(ctx: Place, id: string): Promise<string> {
  const target = pathOf(ctx, `productions/${id}`);
  if (await exists(workshopOf(ctx, id))) {
    await mkdir(dirname(target), { recursive: true });
    // a run that was killed after the move left nothing to move; one that was given up left what nobody names
    await rm(target, { recursive: true, force: true });
    await rename(workshopOf(ctx, id), target);
    await syncPath(dirname(target));
  }
  return target;
}

export const clearWorkshop = (ctx: Place, id: string): Promise<void> =>
  rm(workshopOf(ctx, id), { recursive: true, force: true });
