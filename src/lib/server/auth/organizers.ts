import { isEmail } from '#lib/domain/access/account.ts';
import type { Role } from '#lib/domain/access/viewer.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { assertCan, noteAudit } from '#lib/server/access/index.ts';
import { assertGoodPassword } from '#lib/server/auth/password-rules.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { allOrganizers, findByEmail, insertOrganizer, type OrganizerRow } from '#lib/server/auth/store.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';

/** An organizer, as other organizers see them. */
export interface Organizer {
  id: string;
  email: string;
  name: string;
  role: Role;
  seriesIds: string[] | null;
  locale: Locale;
  /** An invitation is still to be taken up. */
  invited: boolean;
  disabled: boolean;
  hasSecondFactor: boolean;
  createdAt: number;
}

export interface NewOrganizer {
  email: string;
  name: string;
  role: Role;
  seriesIds?: string[] | null;
  locale?: Locale;
  /** Left out: they choose one themselves, by a link. */
  password?: string | null;
}

export const normalEmail = (email: string): string => email.trim().toLowerCase();

export const organizerOf = (row: OrganizerRow, passkeys = 0): Organizer => ({
  ...{ id: row.id, email: row.email, name: row.name, role: row.role, seriesIds: row.seriesIds, locale: row.locale },
  invited: row.passwordHash === null,
  disabled: row.disabledAt !== null,
  hasSecondFactor: row.totpSecret !== null || passkeys > 0,
  createdAt: row.createdAt
});

/** What an account needs, checked; without permission and transaction of its own. */
export async function addOrganizer(tx: Tx, input: NewOrganizer, passwordHash: string | null): Promise<string> {
  const email = normalEmail(input.email);
  if (!isEmail(email)) throw new DomainError('invalid', 'organizer.email', { field: 'email' });
  if (!input.name.trim()) throw new DomainError('invalid', 'organizer.name', { field: 'name' });
  if (await findByEmail(tx, email)) throw new DomainError('conflict', 'organizer.exists', { field: 'email' });
  const id = tx.newId();
  await insertOrganizer(tx, {
    ...{ id, email, name: input.name.trim(), role: input.role, seriesIds: input.seriesIds ?? null },
    ...{ locale: input.locale ?? 'en', passwordHash, createdAt: tx.now() }
  });
  return id;
}

/** Gives the id of the new account. */
export async function createOrganizer(ctx: Ctx, input: NewOrganizer): Promise<string> {
  assertCan(ctx, 'archive:manage-people', null);
  if (input.password) assertGoodPassword(input.password);
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  return inTransaction(ctx, async (tx) => {
    const id = await addOrganizer(tx, input, passwordHash);
    await noteAudit(tx, 'organizer.created', { kind: 'organizer', id }, { role: input.role });
    return id;
  });
}

export async function listOrganizers(ctx: Ctx): Promise<Organizer[]> {
  assertCan(ctx, 'archive:manage-people', null);
  return (await allOrganizers(ctx)).map((row) => organizerOf(row));
}
