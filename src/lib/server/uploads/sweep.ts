import { readdir } from 'node:fs/promises';
import { and, eq, lt } from 'drizzle-orm';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { uploads } from '#lib/server/db/schema/index.ts';
import { isUploadId, placeOfUploads, receivedBytes, removePlace } from '#lib/server/uploads/place.ts';
import { closeUpload } from '#lib/server/uploads/service.ts';

export interface Swept {
  /** Complete on the disk, but the server died before it could say so. */
  closed: number;
  /** Parts that nobody went on sending. */
  expired: number;
  /** Folders that no row knows. */
  orphans: number;
}

async function closeWhole(ctx: Ctx): Promise<number> {
  let closed = 0;
  for (const { id, declaredBytes } of await ctx.read.select().from(uploads).where(eq(uploads.state, 'receiving'))) {
    if (declaredBytes === null || (await receivedBytes(ctx, id)) !== declaredBytes) continue;
    await closeUpload(ctx, id);
    closed++;
  }
  return closed;
}

async function dropExpired(ctx: Ctx): Promise<number> {
  const old = and(eq(uploads.state, 'receiving'), lt(uploads.expiresAt, ctx.now()));
  const gone = await inTransaction(ctx, (tx) => tx.write.delete(uploads).where(old).returning({ id: uploads.id }));
  for (const { id } of gone) await removePlace(ctx, id);
  return gone.length;
}

async function dropOrphans(ctx: Ctx): Promise<number> {
  const names = await readdir(placeOfUploads(ctx.config)).catch(() => []);
  const rows = await ctx.read.select({ id: uploads.id, state: uploads.state }).from(uploads);
  // a folder is made before its row: one that is being opened just now has a row when it is looked for again
  const needed = new Set(rows.filter(({ state }) => state === 'receiving' || state === 'arrived').map(({ id }) => id));
  let orphans = 0;
  for (const name of names) {
    if (!isUploadId(name) || needed.has(name)) continue;
    const [row] = await ctx.read.select({ state: uploads.state }).from(uploads).where(eq(uploads.id, name));
    if (row?.state === 'receiving' || row?.state === 'arrived') continue;
    await removePlace(ctx, name);
    orphans++;
  }
  return orphans;
}

/** Finishes what a death interrupted and throws away what nobody will finish. Safe to run at any time, and twice. */
export const sweepUploads = async (ctx: Ctx): Promise<Swept> => ({
  closed: await closeWhole(ctx),
  expired: await dropExpired(ctx),
  orphans: await dropOrphans(ctx)
});
