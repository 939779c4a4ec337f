import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '#lib/server/config.ts';
import type { Ctx } from '#lib/server/context.ts';

/** Each upload has a folder of its own, whose name is ours; the file in it is always called the same. */
export const placeOfUploads = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'uploads');
export const isUploadId = (id: string): boolean => /^[a-z2-7]{26}$/.test(id);

type Place = Pick<Ctx, 'config'>;
export const folderOf = ({ config }: Place, id: string): string => join(placeOfUploads(config), id);
export const dataOf = (ctx: Place, id: string): string => join(folderOf(ctx, id), 'data');

/** What lies on the disk; 0 when nothing does. */
export const receivedBytes = async (ctx: Place, id: string): Promise<number> =>
  (await stat(dataOf(ctx, id)).catch(() => null))?.size ?? 0;

export async function makePlace(ctx: Place, id: string): Promise<void> {
  await mkdir(folderOf(ctx, id), { recursive: true });
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Forces the bytes, and the names that lead to them, to the disk: what is said to have arrived outlives a power cut. */
export async function syncUpload(ctx: Place, id: string): Promise<void> {
  const data = dataOf(ctx, id);
  await sync(data);
  await sync(dirname(data));
  await sync(dirname(dirname(data)));
}

export const removePlace = (ctx: Place, id: string): Promise<void> =>
  rm(folderOf(ctx, id), { recursive: true, force: true });
