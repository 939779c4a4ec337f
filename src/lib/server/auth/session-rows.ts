import { createHash } from 'node:crypto';
import { and, desc, eq, isNull, lte, or } from 'drizzle-orm';
import type { Session, SessionRow, SessionUser } from '#lib/server/auth/contract.ts';
import type { Database } from '#lib/server/db/open.ts';
import { organizers, sessions } from '#lib/server/db/schema/index.ts';

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

export interface FoundSession {
  user: SessionUser;
  session: Session;
  createdAt: number;
  expiresAt: number;
}

/** Where sessions lie: by the hash of their token, whoever makes the tokens. Absolute ages are checked here. */
export function sessionRows(db: Database, now: () => number, absoluteMs: number) {
  return {
    async find(token: string): Promise<FoundSession | null> {
      const [row] = await db.read
        .select({ session: sessions, user: organizers })
        .from(sessions)
        .innerJoin(organizers, eq(organizers.id, sessions.userId))
        .where(and(eq(sessions.tokenHash, tokenHash(token)), isNull(organizers.disabledAt)));
      if (!row || row.session.createdAt + absoluteMs <= now()) return null;
      const { id, name, role, seriesIds, locale } = row.user;
      const { tokenHash: hash, pending, confirmedAt, createdAt, expiresAt } = row.session;
      return {
        user: { id, name, role, seriesIds, locale },
        session: { userId: id, hash, pending, confirmedAt },
        createdAt,
        expiresAt
      };
    },
    insert: (row: typeof sessions.$inferInsert) => db.write(async (tx) => void (await tx.insert(sessions).values(row))),
    extend: (token: string, expiresAt: number) =>
      db.write(
        async (tx) =>
          void (await tx
            .update(sessions)
            .set({ expiresAt })
            .where(eq(sessions.tokenHash, tokenHash(token))))
      ),
    remove: (token: string) =>
      db.write(async (tx) => void (await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash(token))))),
    removeAll: (userId: string) =>
      db.write(async (tx) => void (await tx.delete(sessions).where(eq(sessions.userId, userId)))),
    async list(userId: string): Promise<SessionRow[]> {
      const rows = await db.read
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), eq(sessions.pending, false)))
        .orderBy(desc(sessions.createdAt));
      return rows
        .filter((row) => row.expiresAt > now() && row.createdAt + absoluteMs > now())
        .map(({ tokenHash: hash, device, createdAt, expiresAt }) => ({ hash, device, createdAt, expiresAt }));
    },
    removeByHash: (userId: string, hash: string) =>
      db.write(
        async (tx) =>
          void (await tx.delete(sessions).where(and(eq(sessions.userId, userId), eq(sessions.tokenHash, hash))))
      ),
    confirm: (hash: string) =>
      db.write(
        async (tx) => void (await tx.update(sessions).set({ confirmedAt: now() }).where(eq(sessions.tokenHash, hash)))
      ),
    removeEnded: () =>
      db.write(
        async (tx) =>
          void (await tx
            .delete(sessions)
            .where(or(lte(sessions.expiresAt, now()), lte(sessions.createdAt, now() - absoluteMs))))
      )
  };
}
