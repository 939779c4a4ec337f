import { pathIn } from '#lib/domain/i18n/paths.ts';
import { isSignature, sign } from '#lib/server/auth/secret-key.ts';
import { findById, type OrganizerRow } from '#lib/server/auth/store.ts';
import type { Ctx } from '#lib/server/context.ts';

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
