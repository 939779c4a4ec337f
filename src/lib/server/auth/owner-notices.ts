import { desc, eq } from 'drizzle-orm';
import type { AccountNoticeKind } from '#lib/domain/access/account.ts';
import { queueMail } from '#lib/server/auth/mail-job.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { accountNotices } from '#lib/server/db/schema/index.ts';

/** Tells the owner of an account what happened to it: on their page, and by mail where mail is set up. */
export async function tellOwner(
  tx: Tx,
  userId: string,
  kind: AccountNoticeKind,
  detail: string | null = null
): Promise<void> {
  await tx.write.insert(accountNotices).values({ id: tx.newId(), userId, at: tx.now(), kind, detail });
  await queueMail(tx, { kind: 'notice', userId, notice: kind });
}

export interface OwnerNotice {
  at: number;
  kind: AccountNoticeKind;
  detail: string | null;
}

/** The latest first. */
export const noticesOf = (ctx: Ctx, userId: string): Promise<OwnerNotice[]> =>
  ctx.read
    .select({ at: accountNotices.at, kind: accountNotices.kind, detail: accountNotices.detail })
    .from(accountNotices)
    .where(eq(accountNotices.userId, userId))
    .orderBy(desc(accountNotices.at), desc(accountNotices.id))
    .limit(20);
