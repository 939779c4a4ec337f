import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { isPublishedKind, recordKinds, type RecordKind } from '#lib/domain/records/kinds.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { previews } from '#lib/server/db/schema/index.ts';
import { missing } from '#lib/server/errors.ts';
import { actorOf, assertMay, note, publicationOf, type publishedTables } from '#lib/server/records/objects.ts';
import { setState } from '#lib/server/records/publication.ts';
import { headOf } from '#lib/server/records/revisions.ts';
import { writeRecord } from '#lib/server/records/write/index.ts';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const validMs = 14 * 24 * 3_600_000;

export interface Preview {
  kind: keyof typeof publishedTables;
  id: string;
}

/** A new address for showing something that is not public. The token is told once and stands nowhere here. */
export function openPreview(ctx: Ctx, kind: RecordKind, id: string, days = 14): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const object = await publicationOf(tx.read, kind, id);
    if (!object || !isPublishedKind(kind)) throw missing(kind, { id });
    assertMay(tx, kind, 'edit', object);
    const token = randomBytes(24).toString('base64url');
    const createdAt = tx.now();
    const expiresAt = createdAt + Math.min(validMs * 4, Math.max(1, days) * 24 * 3_600_000);
    await tx.write
      .insert(previews)
      .values({ tokenHash: hashOf(token), kind, objectId: id, createdBy: actorOf(tx), createdAt, expiresAt });
    await note(tx, 'preview.opened', kind, id);
    return token;
  });
}

export type PreviewRow = typeof previews.$inferSelect;

/** Those that still open something, the newest first. */
export const openPreviews = (ctx: Ctx, kind: RecordKind, id: string): Promise<PreviewRow[]> =>
  ctx.read
    .select()
    .from(previews)
    .where(
      and(
        eq(previews.kind, kind),
        eq(previews.objectId, id),
        isNull(previews.revokedAt),
        gt(previews.expiresAt, ctx.now())
      )
    )
    .orderBy(desc(previews.createdAt));

/** Ends one address, or all of the object when no hash is given. */
export function revokePreviews(ctx: Ctx, kind: RecordKind, id: string, tokenHash: string | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    assertMay(tx, kind, 'edit', await publicationOf(tx.read, kind, id));
    const of = and(eq(previews.kind, kind), eq(previews.objectId, id), isNull(previews.revokedAt));
    await tx.write
      .update(previews)
      .set({ revokedAt: tx.now() })
      .where(tokenHash === null ? of : and(of, eq(previews.tokenHash, tokenHash)));
    await note(tx, 'preview.revoked', kind, id);
  });
}

/** What a token shows; null when it never was, has run out or was ended. */
export async function previewOf(ctx: Ctx, token: string): Promise<Preview | null> {
  if (!/^[\w-]{32}$/.test(token)) return null;
  const [row] = await ctx.read
    .select()
    .from(previews)
    .where(eq(previews.tokenHash, hashOf(token)));
  if (!row || row.revokedAt !== null || row.expiresAt <= ctx.now()) return null;
  const kind = recordKinds.find((each) => each === row.kind);
  if (!kind || !isPublishedKind(kind)) return null;
  const object = await publicationOf(ctx.read, kind, row.objectId);
  return object && object.state !== 'deleted' ? { kind, id: row.objectId } : null;
}

/** Makes the object what it will be: its latest state, public. For `rehearse`. */
export async function makePublic(tx: Tx, { kind, id }: Preview): Promise<void> {
  const head = await headOf(tx.read, kind, id);
  if (head?.waiting) await writeRecord(tx, kind, id, head.record);
  await setState(tx, kind, id, 'public', null);
}
