import { and, eq, gt, lt } from 'drizzle-orm';
import type { Tx } from '#lib/server/context.ts';
import { files, renditions } from '#lib/server/db/schema/index.ts';

/**
 * Files that no rendition plays any more are for organizers only, from this transaction on: every address of them is closed. Those of
 * an HLS folder go with their playlist.
 */
export async function hideFiles(tx: Tx, keys: readonly string[]): Promise<void> {
  for (const key of new Set(keys)) {
    const [still] = await tx.write
      .select({ id: renditions.id })
      .from(renditions)
      .where(eq(renditions.fileKey, key))
      .limit(1);
    if (still) continue;
    await tx.write.update(files).set({ audience: 'organizers' }).where(eq(files.key, key));
    const [, production] = /^(productions\/[a-z2-7]+)\//.exec(key) ?? [];
    if (production) await hideProduction(tx, production);
  }
}

/** Everything below a production's folder, once nothing of it is played any more. */
async function hideProduction(tx: Tx, folder: string): Promise<void> {
  const below = [`${folder}/`, `${folder}0`] as const;
  const [played] = await tx.write
    .select({ id: renditions.id })
    .from(renditions)
    .where(and(gt(renditions.fileKey, below[0]), lt(renditions.fileKey, below[1])))
    .limit(1);
  if (played) return;
  await tx.write
    .update(files)
    .set({ audience: 'organizers' })
    .where(and(gt(files.key, below[0]), lt(files.key, below[1])));
}
