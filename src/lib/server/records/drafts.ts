import { and, eq, lt } from 'drizzle-orm';
import type { LooseRecord, RecordKind } from '#lib/domain/records/kinds.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { drafts } from '#lib/server/db/schema/index.ts';
import { missing } from '#lib/server/errors.ts';
import { actorOf, assertMay, assertMayBegin, publicationOf } from '#lib/server/records/objects.ts';

export type Draft = typeof drafts.$inferSelect;

const mine = (ctx: Ctx, kind: RecordKind, objectId: string) =>
  and(eq(drafts.kind, kind), eq(drafts.objectId, objectId), eq(drafts.organizerId, actorOf(ctx)));

/** What this organizer wrote and did not save; null when there is nothing. */
export async function draftOf(ctx: Ctx, kind: RecordKind, objectId: string): Promise<Draft | null> {
  const [row] = await ctx.read
    .select()
    .from(drafts)
    .where(mine(ctx, kind, objectId));
  return row ?? null;
}

/** Keeps what is being written, unchecked. `objectId` of something new is the key of its form. */
export function keepDraft(
  ctx: Ctx,
  kind: RecordKind,
  objectId: string,
  record: LooseRecord,
  base: string
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const object = await publicationOf(tx.read, kind, objectId);
    if (!object && !isFormKey(objectId)) throw missing(kind, { id: objectId });
    if (object) assertMay(tx, kind, 'edit', object);
    else assertMayBegin(tx, kind);
    await tx.write.delete(drafts).where(mine(tx, kind, objectId));
    const updatedAt = tx.now();
    await tx.write.insert(drafts).values({ kind, objectId, organizerId: actorOf(tx), record, base, updatedAt });
    return updatedAt;
  });
}

/** The key of a form for something that is not there yet. */
export const newFormKey = (ctx: Ctx): string => `new.${ctx.newId()}`;
export const isFormKey = (text: string): boolean => /^new\.[a-z2-7]{26}$/.test(text);

export async function dropDraft(tx: Tx, kind: RecordKind, objectId: string): Promise<void> {
  await tx.write.delete(drafts).where(mine(tx, kind, objectId));
}

export function discardDraft(ctx: Ctx, kind: RecordKind, objectId: string): Promise<void> {
  return inTransaction(ctx, (tx) => dropDraft(tx, kind, objectId));
}

const keptMs = 90 * 24 * 3_600_000;
/** What nobody came back to for three months. */
export const dropOldDrafts = (tx: Tx) => tx.write.delete(drafts).where(lt(drafts.updatedAt, tx.now() - keptMs));
