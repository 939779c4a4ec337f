import { randomBytes } from 'node:crypto';
import type { MakeSessions, SessionCookie } from '#lib/server/auth/contract.ts';
import { sessionRows, tokenHash } from '#lib/server/auth/session-rows.ts';

/**
 * Sessions without a package, as the author of lucia now advises. Used by tests only: they show that the archive needs
 * nothing of lucia but what contract.ts says, so that it can be replaced in one line.
 */
export const createPlainSessions: MakeSessions = (
  db,
  { publicUrl, now = Date.now, idleHours = 24, absoluteDays = 10 }
) => {
  const rows = sessionRows(db, now, absoluteDays * 86_400_000);
  const idleMs = idleHours * 3_600_000;
  const secure = publicUrl.protocol === 'https:';
  const name = secure ? '__Host-acervo' : 'acervo';
  const cookie = (token: string | null): SessionCookie => ({
    ...{ name, value: token ?? '' },
    attributes: { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: token ? idleMs / 1000 : 0 }
  });
  return {
    cookieName: name,
    cookie,
    async create(userId, { pending = false, device = null } = {}) {
      const token = randomBytes(25).toString('base64url');
      const at = now();
      await rows.insert({
        ...{ tokenHash: tokenHash(token), userId, pending, device },
        ...{ confirmedAt: at, createdAt: at, expiresAt: at + idleMs }
      });
      return token;
    },
    async validate(token) {
      const found = await rows.find(token);
      if (!found) return null;
      if (found.expiresAt <= now()) {
        await rows.remove(token);
        return null;
      }
      const fresh = found.expiresAt - now() < idleMs / 2;
      if (fresh) await rows.extend(token, now() + idleMs);
      return { user: found.user, session: found.session, fresh };
    },
    revoke: (token) => rows.remove(token),
    revokeAll: (userId) => rows.removeAll(userId),
    list: (userId) => rows.list(userId),
    revokeByHash: (userId, hash) => rows.removeByHash(userId, hash),
    confirm: (hash) => rows.confirm(hash),
    sweep: () => rows.removeEnded()
  };
};
