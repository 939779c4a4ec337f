import { noteAudit, assertCan } from '#lib/server/access/index.ts';
import { queueMail } from '#lib/server/auth/mail-job.ts';
import { normalEmail } from '#lib/server/auth/organizers.ts';
import { tellOwner } from '#lib/server/auth/owner-notices.ts';
import { assertGoodPassword } from '#lib/server/auth/password-rules.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { passwordLink, readPasswordLink } from '#lib/server/auth/password-link.ts';
import { findById, updateOrganizer } from '#lib/server/auth/store.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';

/** For an admin, who gives it to the person by a way that both trust. */
export async function makePasswordLink(ctx: Ctx, id: string): Promise<string> {
  assertCan(ctx, 'archive:manage-people', null);
  const row = await findById(ctx, id);
  if (!row) throw new DomainError('missing', 'organizer.missing');
  const action = row.passwordHash === null ? 'organizer.invited' : 'organizer.reset-link';
  await inTransaction(ctx, (tx) => noteAudit(tx, action, { kind: 'organizer', id }));
  return passwordLink(ctx, row);
}

/**
 * For somebody who has forgotten theirs: whether the address is known or not, the same is done here, so that neither the
 * answer nor its time tells. The link goes out by mail, which only who has the address can read.
 */
export async function askForLink(ctx: Ctx, email: string): Promise<void> {
  await inTransaction(ctx, (tx) => queueMail(tx, { kind: 'link', email: normalEmail(email).slice(0, 254) }));
}

/** Sets the password that the owner of the link has chosen; gives their id. Their sessions are for the caller to end. */
export async function takePasswordLink(ctx: Ctx, code: string, password: string): Promise<string> {
  const before = await readPasswordLink(ctx, code);
  if (!before) throw new DomainError('gone', 'password-link.gone');
  assertGoodPassword(password, [before.name, before.email]);
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (tx) => {
    // looked at once more: of two who use it at once, one is first
    const row = await readPasswordLink(tx, code);
    if (!row) throw new DomainError('gone', 'password-link.gone');
    await updateOrganizer(tx, row.id, { passwordHash });
    await noteAudit(tx, 'organizer.password', { kind: 'organizer', id: row.id });
    await tellOwner(tx, row.id, 'password-changed');
    return row.id;
  });
}
