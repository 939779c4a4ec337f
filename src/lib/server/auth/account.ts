import { noteAudit } from '#lib/server/access/index.ts';
import { tellOwner } from '#lib/server/auth/owner-notices.ts';
import { assertGoodPassword } from '#lib/server/auth/password-rules.ts';
import { hashPassword, verifyPassword } from '#lib/server/auth/passwords.ts';
import type { Attempts } from '#lib/server/auth/attempts.ts';
import { findById, updateOrganizer, type OrganizerRow } from '#lib/server/auth/store.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { DomainError, notAllowed } from '#lib/server/errors.ts';

/** The row of who asks; only people who signed in have one. */
export async function ownRow(ctx: Ctx): Promise<OrganizerRow> {
  const row = ctx.viewer.kind === 'organizer' ? await findById(ctx, ctx.viewer.userId) : null;
  if (!row) throw notAllowed('account:own');
  return row;
}

/** How long after the password was asked for something may be changed that it protects. */
export const confirmedForMs = 10 * 60_000;

/** Asks for the password once more, with the same patience as at the door. Throws when it is another one. */
export async function confirmPassword(ctx: Ctx, attempts: Attempts, password: string, address: string): Promise<void> {
  const row = await ownRow(ctx);
  const waitMs = attempts.waitMs(row.email, address, ctx.now());
  if (waitMs > 0) throw new DomainError('too-many', 'sign-in.wait', { seconds: Math.ceil(waitMs / 1000) });
  if (await verifyPassword(row.passwordHash, password.slice(0, 1000))) return attempts.succeeded(row.email, address);
  attempts.failed(row.email, address, ctx.now());
  throw new DomainError('invalid', 'password.wrong', { field: 'current-password' });
}

/** The old one has been asked for by `confirmPassword`; sessions are for the caller to renew. */
export async function changePassword(ctx: Ctx, password: string): Promise<void> {
  const row = await ownRow(ctx);
  assertGoodPassword(password, [row.name, row.email]);
  const passwordHash = await hashPassword(password);
  await inTransaction(ctx, async (tx) => {
    await updateOrganizer(tx, row.id, { passwordHash });
    await noteAudit(tx, 'organizer.password', { kind: 'organizer', id: row.id });
    await tellOwner(tx, row.id, 'password-changed');
  });
}
