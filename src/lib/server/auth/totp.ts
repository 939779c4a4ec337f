import { Secret, TOTP } from 'otpauth';
import { seal, unseal } from '#lib/server/auth/secret-key.ts';
import type { OrganizerRow } from '#lib/server/auth/store.ts';
import type { Ctx } from '#lib/server/context.ts';

const periodSeconds = 30;
const of = (secret: string, issuer = '', label = '') =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: periodSeconds });

const use = 'authenticator-app';
export const sealTotp = (ctx: Ctx, secret: string): string => seal(ctx.config.dataDir, use, secret);

/** A key for an app, not stored yet: the sealed form comes back with the first code. */
export function proposeTotp(ctx: Ctx, row: OrganizerRow): { secret: string; uri: string; sealed: string } {
  const secret = new Secret({ size: 20 }).base32;
  const uri = of(secret, ctx.config.publicUrl.host, row.email).toString();
  return { secret, uri, sealed: seal(ctx.config.dataDir, 'proposed-app', JSON.stringify([row.id, secret])) };
}

/** The proposed key, when it was proposed to this person. */
export function readProposed(ctx: Ctx, userId: string, sealed: string): string | null {
  const text = unseal(ctx.config.dataDir, 'proposed-app', sealed);
  if (!text) return null;
  const [owner, secret] = JSON.parse(text) as [string, string];
  return owner === userId ? secret : null;
}

/** The time step whose code this is, one before and after allowed for clocks that differ; null: it is none of them. */
export function stepOf(ctx: Ctx, secret: string, code: string): number | null {
  const timestamp = ctx.now();
  const delta = of(secret).validate({ token: code.replaceAll(/\D/g, ''), timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / periodSeconds) + delta;
}

/** As `stepOf` for the key that is stored; a step that was used already is refused: a code works once. */
export function freshStep(ctx: Ctx, row: OrganizerRow, code: string): number | null {
  const secret = row.totpSecret && unseal(ctx.config.dataDir, use, row.totpSecret);
  const step = secret ? stepOf(ctx, secret, code) : null;
  return step !== null && step > (row.totpStep ?? 0) ? step : null;
}
