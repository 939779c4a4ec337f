import { randomBytes } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import { sign } from '#lib/server/auth/secret-key.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { recoveryCodes } from '#lib/server/db/schema/index.ts';

const many = 10;
/** No 0, O, 1, I, L: they are read from paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const newCode = (): string => [...randomBytes(12)].map((byte) => letters[byte % letters.length] ?? '').join('');
const plain = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
const hashOf = (ctx: Ctx, code: string) => sign(ctx.config.dataDir, 'recovery-code', plain(code));

/** Ten new codes in place of the old ones. This is the only time that they are seen. */
export async function newRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: many }, newCode);
  await tx.write.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.write.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: hashOf(tx, code) })));
  return codes.map((code) => code.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3'));
}

export async function removeRecoveryCodes(tx: Tx, userId: string): Promise<void> {
  await tx.write.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
}

/** How many are left. */
export async function recoveryCodesLeft(ctx: Ctx, userId: string): Promise<number> {
  const unused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
  const [row] = await ctx.read.select({ n: count() }).from(recoveryCodes).where(unused);
  return row?.n ?? 0;
}

/** True when it is one of theirs that was not used; it is used from now on. */
export async function useRecoveryCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const own = and(
    eq(recoveryCodes.userId, userId),
    eq(recoveryCodes.codeHash, hashOf(tx, code)),
    isNull(recoveryCodes.usedAt)
  );
  const [found] = await tx.read.select().from(recoveryCodes).where(own);
  if (!found) return false;
  await tx.write.update(recoveryCodes).set({ usedAt: tx.now() }).where(own);
  return true;
}
