import { noteAudit, assertCan } from '#lib/server/access/index.ts';
import { assertGoodPassword } from '#lib/server/auth/password-rules.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { isSignature, sign } from '#lib/server/auth/secret-key.ts';
import { findById, updateOrganizer, type OrganizerRow } from '#lib/server/auth/store.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';

/** A link for a new password works until it was used, but not longer than this. */
const lifeMs = { invitation: 7 * 86_400_000, reset: 86_400_000 } as const;

/** A new password makes another text: the link that set it is nothing any more, and neither are those made with it. */
const textOf = ({ id, email, passwordHash }: OrganizerRow, expires: string) =>
  JSON.stringify([id, email, passwordHash, expires]);

/** The address at which this person chooses a password. Only who gets it may use it: it is never logged. */
export function passwordLink(ctx: Ctx, row: OrganizerRow): string {
  const expires = (ctx.now() + lifeMs[row.passwordHash === null ? 'invitation' : 'reset']).toString(36);
  const signature = sign(ctx.config.dataDir, 'password-link', textOf(row, expires));
  const path = pathIn(row.locale, 'password', `${row.id}.${expires}.${signature}`);
  return new URL(path, ctx.config.publicUrl).href;
}

/** Whose link this is; null when it was used, is too old, or nobody made it. */
export async function readPasswordLink(ctx: Ctx, code: string): Promise<OrganizerRow | null> {
  const [id = '', expires = '', signature = ''] = code.split('.');
  const row = await findById(ctx, id);
  if (!row || row.disabledAt !== null || !(parseInt(expires, 36) > ctx.now())) return null;
  return isSignature(ctx.config.dataDir, 'password-link', textOf(row, expires), signature) ? row : null;
}

/** For an admin, who gives it to the person by a way that both trust. */
export async function makePasswordLink(ctx: Ctx, id: string): Promise<string> {
  assertCan(ctx, 'archive:manage-people', null);
  const row = await findById(ctx, id);
  if (!row) throw new DomainError('missing', 'organizer.missing');
  const action = row.passwordHash === null ? 'organizer.invited' : 'organizer.reset-link';
  await inTransaction(ctx, (tx) => noteAudit(tx, action, { kind: 'organizer', id }));
  return passwordLink(ctx, row);
}

/** Sets the password that the owner of the link has chosen; gives their id. Their sessions are for the caller to end. */
export async function takePasswordLink(ctx: Ctx, code: string, password: string): Promise<string> {
  const before = await readPasswordLink(ctx, code);
  if (!before) throw new DomainError('gone', 'password-link.gone');
  assertGoodPassword(password);
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (tx) => {
    // looked at once more: of two who use it at once, one is first
    const row = await readPasswordLink(tx, code);
    if (!row) throw new DomainError('gone', 'password-link.gone');
    await updateOrganizer(tx, row.id, { passwordHash });
    await noteAudit(tx, 'organizer.password', { kind: 'organizer', id: row.id });
    return row.id;
  });
}
