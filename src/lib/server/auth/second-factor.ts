import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { noteAudit } from '#lib/server/access/index.ts';
import { ownRow } from '#lib/server/auth/account.ts';
import type { Attempts } from '#lib/server/auth/attempts.ts';
import { tellOwner } from '#lib/server/auth/owner-notices.ts';
import {
  checkPasskey,
  deletePasskey,
  insertPasskey,
  notePasskeyUse,
  passkeysOf,
  readRegistration,
  registrationOptions,
  requestOptions
} from '#lib/server/auth/passkeys.ts';
import {
  newRecoveryCodes,
  recoveryCodesLeft,
  removeRecoveryCodes,
  useRecoveryCode
} from '#lib/server/auth/recovery-codes.ts';
import { findById, updateOrganizer, type OrganizerRow } from '#lib/server/auth/store.ts';
import { freshStep, proposeTotp, readProposed, sealTotp, stepOf } from '#lib/server/auth/totp.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';

export const hasSecondFactor = async (ctx: Ctx, row: OrganizerRow): Promise<boolean> =>
  row.totpSecret !== null || (await passkeysOf(ctx, row.id)).length > 0;

/** What the account page shows and offers. `session` is the hash of the one that asks. */
export async function secondFactorOf(ctx: Ctx, session: string) {
  const row = await ownRow(ctx);
  const keys = await passkeysOf(ctx, row.id);
  return {
    hasApp: row.totpSecret !== null,
    proposed: row.totpSecret === null ? proposeTotp(ctx, row) : null,
    passkeys: keys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
    passkeyOptions: await registrationOptions(ctx, row, session),
    codesLeft: await recoveryCodesLeft(ctx, row.id)
  };
}

/** Codes on paper come with the first second step; null when there are some already. */
async function firstCodes(tx: Tx, userId: string): Promise<string[] | null> {
  return (await recoveryCodesLeft(tx, userId)) === 0 ? newRecoveryCodes(tx, userId) : null;
}

/** Takes the app whose first code was typed. Gives the recovery codes when there were none. */
export async function addApp(ctx: Ctx, sealed: string, code: string): Promise<string[] | null> {
  const { id } = await ownRow(ctx);
  const secret = readProposed(ctx, id, sealed);
  const step = secret === null ? null : stepOf(ctx, secret, code);
  if (secret === null || step === null) throw new DomainError('invalid', 'code.wrong', { field: 'code' });
  return inTransaction(ctx, async (tx) => {
    await updateOrganizer(tx, id, { totpSecret: sealTotp(tx, secret), totpStep: step });
    await noteAudit(tx, 'organizer.second-factor-added', { kind: 'organizer', id }, { factor: 'app' });
    await tellOwner(tx, id, 'app-added');
    return firstCodes(tx, id);
  });
}

export async function addPasskey(
  ctx: Ctx,
  session: string,
  name: string,
  response: RegistrationResponseJSON
): Promise<string[] | null> {
  const { id } = await ownRow(ctx);
  const key = await readRegistration(ctx, id, session, name, response);
  return inTransaction(ctx, async (tx) => {
    await insertPasskey(tx, key);
    await noteAudit(tx, 'organizer.second-factor-added', { kind: 'organizer', id }, { factor: 'passkey' });
    await tellOwner(tx, id, 'passkey-added', name);
    return firstCodes(tx, id);
  });
}

/** `app`, or the id of a passkey. With the last one the codes on paper go too. */
export async function removeFactor(ctx: Ctx, factor: string): Promise<void> {
  const { id } = await ownRow(ctx);
  await inTransaction(ctx, async (tx) => {
    if (factor === 'app') await updateOrganizer(tx, id, { totpSecret: null, totpStep: null });
    else await deletePasskey(tx, id, factor);
    await noteAudit(tx, 'organizer.second-factor-removed', { kind: 'organizer', id });
    await tellOwner(tx, id, factor === 'app' ? 'app-removed' : 'passkey-removed');
    const row = await findById(tx, id);
    if (row && !(await hasSecondFactor(tx, row))) await removeRecoveryCodes(tx, id);
  });
}

/** Ten new codes in place of the old ones. */
export async function renewRecoveryCodes(ctx: Ctx): Promise<string[]> {
  const row = await ownRow(ctx);
  if (!(await hasSecondFactor(ctx, row))) throw new DomainError('invalid', 'code.none');
  return inTransaction(ctx, (tx) => newRecoveryCodes(tx, row.id));
}

/** What the page for the second step offers to the owner of a waiting session. */
export async function challengeFor(ctx: Ctx, userId: string, session: string) {
  const row = await findById(ctx, userId);
  return { hasApp: row?.totpSecret != null, passkeyOptions: await requestOptions(ctx, userId, session) };
}

/** With the patience of the door: a code has six digits. Counted for the account from every network together. */
async function patiently<T>(ctx: Ctx, attempts: Attempts, userId: string, work: () => Promise<T>): Promise<T> {
  const key = `second step ${userId}`;
  const waitMs = attempts.waitMs(key, '', ctx.now());
  if (waitMs > 0) throw new DomainError('too-many', 'sign-in.wait', { seconds: Math.ceil(waitMs / 1000) });
  try {
    const result = await work();
    attempts.succeeded(key, '');
    return result;
  } catch (problem) {
    if (problem instanceof DomainError) attempts.failed(key, '', ctx.now());
    throw problem;
  }
}

/** A code of the app, or one from paper. Throws when it is neither. */
export const answerWithCode = (ctx: Ctx, attempts: Attempts, userId: string, code: string): Promise<void> =>
  patiently(ctx, attempts, userId, () =>
    inTransaction(ctx, async (tx) => {
      const row = await findById(tx, userId);
      const step = row && freshStep(tx, row, code);
      if (step) return updateOrganizer(tx, userId, { totpStep: step });
      if (!(await useRecoveryCode(tx, userId, code))) throw new DomainError('invalid', 'code.wrong', { field: 'code' });
      await tellOwner(tx, userId, 'recovery-code-used');
    })
  );

export const answerWithPasskey = (
  ctx: Ctx,
  attempts: Attempts,
  userId: string,
  session: string,
  response: AuthenticationResponseJSON
): Promise<void> =>
  patiently(ctx, attempts, userId, async () => {
    const used = await checkPasskey(ctx, userId, session, response);
    await inTransaction(ctx, (tx) => notePasskeyUse(tx, used));
  });
