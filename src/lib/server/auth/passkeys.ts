import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse
} from '@simplewebauthn/server';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON
} from '@simplewebauthn/server';
import { and, asc, eq } from 'drizzle-orm';
import type { OrganizerRow } from '#lib/server/auth/store.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { passkeys } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';

export type PasskeyRow = typeof passkeys.$inferSelect;

export const passkeysOf = (ctx: Ctx, userId: string): Promise<PasskeyRow[]> =>
  ctx.read.select().from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.createdAt));

const lifeMs = 5 * 60_000;
/** What a browser was asked to sign, by session; each is used once. In memory: who waits through a restart asks again. */
const challenges = new Map<string, { challenge: string; until: number }>();

function remember(session: string, challenge: string, now: number): void {
  for (const [key, { until }] of challenges) if (until <= now) challenges.delete(key);
  challenges.set(session, { challenge, until: now + lifeMs });
}

function take(session: string, now: number): string {
  const known = challenges.get(session);
  challenges.delete(session);
  if (!known || known.until <= now) throw new DomainError('invalid', 'passkey.late');
  return known.challenge;
}

const siteOf = ({ config: { publicUrl } }: Ctx) => ({ rpID: publicUrl.hostname, origin: publicUrl.origin });

/** What a browser needs to make a passkey. */
export async function registrationOptions(
  ctx: Ctx,
  row: OrganizerRow,
  session: string
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await passkeysOf(ctx, row.id);
  const options = await generateRegistrationOptions({
    rpName: ctx.config.publicUrl.host,
    rpID: siteOf(ctx).rpID,
    userName: row.email,
    userDisplayName: row.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' }
  });
  remember(`new ${session}`, options.challenge, ctx.now());
  return options;
}

/** The new passkey as a row, when the browser has signed what it was asked to. */
export async function readRegistration(
  ctx: Ctx,
  userId: string,
  session: string,
  name: string,
  response: RegistrationResponseJSON
): Promise<typeof passkeys.$inferInsert> {
  const { rpID, origin } = siteOf(ctx);
  const expectedChallenge = take(`new ${session}`, ctx.now());
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false
  }).catch(() => null);
  if (!checked?.verified) throw new DomainError('invalid', 'passkey.wrong');
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  const key = Buffer.from(publicKey);
  return { id, userId, name, publicKey: key, counter, transports: [...transports], createdAt: ctx.now() };
}

/** What a browser needs to sign with one of the person's passkeys; null when there is none. */
export async function requestOptions(
  ctx: Ctx,
  userId: string,
  session: string
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const known = await passkeysOf(ctx, userId);
  if (known.length === 0) return null;
  const options = await generateAuthenticationOptions({
    rpID: siteOf(ctx).rpID,
    allowCredentials: known.map(({ id }) => ({ id })),
    userVerification: 'preferred'
  });
  remember(`use ${session}`, options.challenge, ctx.now());
  return options;
}

/** Throws unless one of the person's passkeys has signed; notes its use. */
export async function checkPasskey(
  ctx: Ctx,
  userId: string,
  session: string,
  response: AuthenticationResponseJSON
): Promise<{ id: string; counter: number }> {
  const { rpID, origin } = siteOf(ctx);
  const expectedChallenge = take(`use ${session}`, ctx.now());
  const known = (await passkeysOf(ctx, userId)).find(({ id }) => id === response.id);
  if (!known) throw new DomainError('invalid', 'passkey.wrong');
  const { id, counter } = known;
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
    credential: { id, publicKey: new Uint8Array(known.publicKey), counter }
  }).catch(() => null);
  if (!checked?.verified) throw new DomainError('invalid', 'passkey.wrong');
  return { id, counter: checked.authenticationInfo.newCounter };
}

export async function notePasskeyUse(tx: Tx, { id, counter }: { id: string; counter: number }): Promise<void> {
  await tx.write.update(passkeys).set({ counter, lastUsedAt: tx.now() }).where(eq(passkeys.id, id));
}

export async function insertPasskey(tx: Tx, row: typeof passkeys.$inferInsert): Promise<void> {
  await tx.write.insert(passkeys).values(row).onConflictDoNothing();
}

export async function deletePasskey(tx: Tx, userId: string, id: string): Promise<void> {
  await tx.write.delete(passkeys).where(and(eq(passkeys.userId, userId), eq(passkeys.id, id)));
}
