import { mkdir, statfs } from 'node:fs/promises';
import { eq, sql } from 'drizzle-orm';
import { DomainError } from '#lib/server/errors.ts';
import type { Ctx } from '#lib/server/context.ts';
import { files, uploads } from '#lib/server/db/schema/index.ts';
import { placeOfUploads, receivedBytes } from '#lib/server/uploads/place.ts';

/** Kept free for the database, the pages and what is made of an upload: 5 % of the disk, at most this. */
const leastFree = 2 * 2 ** 30;

/** Bytes that may still be written without touching what must stay free. */
export async function freeBytes({ config }: Pick<Ctx, 'config'>): Promise<number> {
  const folder = placeOfUploads(config);
  await mkdir(folder, { recursive: true });
  const { bavail, blocks, bsize } = await statfs(folder);
  return bavail * bsize - Math.min(leastFree, blocks * bsize * 0.05);
}

/** What unfinished uploads were promised and have not used yet. */
async function promisedBytes(ctx: Ctx): Promise<number> {
  const open = await ctx.read.select().from(uploads).where(eq(uploads.state, 'receiving'));
  let promised = 0;
  for (const { id, declaredBytes } of open)
    promised += Math.max(0, (declaredBytes ?? 0) - (await receivedBytes(ctx, id)));
  return promised;
}

const storedBytes = async ({ read }: Ctx): Promise<number> => {
  const [row] = await read.select({ bytes: sql<number>`coalesce(sum(${files.bytes}), 0)` }).from(files);
  return Number(row?.bytes ?? 0);
};

/** Throws `upload.too-large`, `upload.quota` or `upload.no-space` when so many bytes more cannot be taken. */
export async function assertRoomFor(ctx: Ctx, bytes: number): Promise<void> {
  const { uploadMaxBytes, mediaQuotaBytes } = ctx.config;
  const data = { bytes };
  if (bytes > uploadMaxBytes) throw new DomainError('too-large', 'upload.too-large', { ...data, most: uploadMaxBytes });
  const promised = await promisedBytes(ctx);
  if (mediaQuotaBytes !== null && (await storedBytes(ctx)) + promised + bytes > mediaQuotaBytes) {
    throw new DomainError('no-space', 'upload.quota', { ...data, most: mediaQuotaBytes });
  }
  const free = (await freeBytes(ctx)) - promised;
  if (bytes > free)
    throw new DomainError('no-space', 'upload.no-space', { ...data, free: Math.max(0, Math.floor(free)) });
}
