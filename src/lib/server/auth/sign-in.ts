import type { Attempts } from '#lib/server/auth/attempts.ts';
import { normalEmail } from '#lib/server/auth/organizers.ts';
import { verifyPassword } from '#lib/server/auth/passwords.ts';
import { hasSecondFactor } from '#lib/server/auth/second-factor.ts';
import { findByEmail } from '#lib/server/auth/store.ts';
import type { Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';

export interface Credentials {
  email: string;
  password: string;
  /** Where the request comes from. */
  address: string;
}

export interface SignedIn {
  userId: string;
  /** The password was right and is not enough. */
  needsSecondFactor: boolean;
}

/**
 * Who that is. The answer, its words and its time are the same for a wrong password, an unknown address and an account
 * that is closed.
 */
export async function signIn(ctx: Ctx, attempts: Attempts, credentials: Credentials): Promise<SignedIn> {
  const { password, address } = credentials;
  const email = normalEmail(credentials.email).slice(0, 254);
  const waitMs = attempts.waitMs(email, address, ctx.now());
  if (waitMs > 0) throw new DomainError('too-many', 'sign-in.wait', { seconds: Math.ceil(waitMs / 1000) });
  const row = await findByEmail(ctx, email);
  const isRight = await verifyPassword(row?.passwordHash ?? null, password.slice(0, 1000));
  if (!row || !isRight || row.disabledAt !== null) {
    attempts.failed(email, address, ctx.now());
    throw new DomainError('invalid', 'sign-in.wrong', { field: 'password' });
  }
  attempts.succeeded(email, address);
  return { userId: row.id, needsSecondFactor: await hasSecondFactor(ctx, row) };
}
