import { isEmail } from '#lib/domain/access/account.ts';
import type { Role } from '#lib/domain/access/viewer.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { assertCan, noteAudit } from '#lib/server/access/index.ts';
import { tellOwner } from '#lib/server/auth/owner-notices.ts';
import { assertGoodPassword } from '#lib/server/auth/password-rules.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import {
  allOrganizers,
  countOtherAdmins,
  findByEmail,
  findById,
  insertOrganizer,
  passkeyOwners,
  updateOrganizer,
  type OrganizerRow
} from '#lib/server/auth/store.ts';
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

export const organizerOf = (row: OrganizerRow, hasPasskey: boolean): Organizer => ({
  ...{ id: row.id, email: row.email, name: row.name, role: row.role, seriesIds: row.seriesIds, locale: row.locale },
  invited: row.passwordHash === null,
  disabled: row.disabledAt !== null,
  hasSecondFactor: row.totpSecret !== null || hasPasskey,
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
  if (input.password) assertGoodPassword(input.password, [input.name, input.email]);
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  return inTransaction(ctx, async (tx) => {
    const id = await addOrganizer(tx, input, passwordHash);
    await noteAudit(tx, 'organizer.created', { kind: 'organizer', id }, { role: input.role });
    return id;
  });
}

export async function listOrganizers(ctx: Ctx): Promise<Organizer[]> {
  assertCan(ctx, 'archive:manage-people', null);
  const [rows, owners] = await Promise.all([allOrganizers(ctx), passkeyOwners(ctx)]);
  return rows.map((row) => organizerOf(row, owners.has(row.id)));
}

export type OrganizerChange = Partial<Pick<Organizer, 'name' | 'role' | 'seriesIds' | 'disabled'>>;

const mayLetIn = ({ role, disabled, seriesIds }: Pick<Organizer, 'role' | 'disabled' | 'seriesIds'>) =>
  role === 'admin' && !disabled && seriesIds === null;

/**
 * Changes what somebody may do, or closes or opens their account. Somebody who may let others in is always left. The
 * sessions of the person are for the caller to end.
 */
export async function changeOrganizer(ctx: Ctx, id: string, change: OrganizerChange): Promise<void> {
  assertCan(ctx, 'archive:manage-people', null);
  await inTransaction(ctx, async (tx) => {
    const row = await findById(tx, id);
    if (!row) throw new DomainError('missing', 'organizer.missing');
    const before = organizerOf(row, false);
    const after = { ...before, ...change };
    if (mayLetIn(before) && !mayLetIn(after) && (await countOtherAdmins(tx, id)) === 0)
      throw new DomainError('conflict', 'organizer.last-admin', { field: 'role' });
    const disabledAt = after.disabled ? (row.disabledAt ?? tx.now()) : null;
    const { name, role, seriesIds } = after;
    await updateOrganizer(tx, id, { name, role, seriesIds, disabledAt });
    await noteAudit(tx, 'organizer.changed', { kind: 'organizer', id }, change);
    if (change.role !== undefined || change.seriesIds !== undefined) await tellOwner(tx, id, 'role-changed');
  });
}
