import { eq, sql } from 'drizzle-orm';
import type { Queries } from '#lib/server/db/open.ts';
import { archiveState } from '#lib/server/db/schema/index.ts';

/** Key in `archive_state` of the number that rises with every change that a visitor may see. */
export const revisionKey = 'content_revision';
/** PostgreSQL channel on which a raised revision is told. */
export const revisionChannel = 'acervo_revision';

/**
 * Says that visitors may now see something else. Call it in the transaction that changes it: pages that were kept
 * before are then no longer used. Jobs, sessions, drafts and the audit log do not raise it.
 */
export async function raiseContentRevision(tx: Queries): Promise<void> {
  await tx
    .insert(archiveState)
    .values({ key: revisionKey, value: 1 })
    .onConflictDoUpdate({ target: archiveState.key, set: { value: sql`${archiveState.value} + 1` } });
}

/** The revision as this reader sees it; 0 when nothing was ever changed. */
export async function readContentRevision(queries: Queries): Promise<number> {
  const [row] = await queries
    .select({ value: archiveState.value })
    .from(archiveState)
    .where(eq(archiveState.key, revisionKey));
  return row?.value ?? 0;
}
