import { and, asc, count, eq, isNull, ne } from 'drizzle-orm';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { organizers, passkeys } from '#lib/server/db/schema/index.ts';

export type OrganizerRow = typeof organizers.$inferSelect;

export async function findByEmail(ctx: Ctx, email: string): Promise<OrganizerRow | null> {
  const [row] = await ctx.read.select().from(organizers).where(eq(organizers.email, email));
  return row ?? null;
}

export async function findById(ctx: Ctx, id: string): Promise<OrganizerRow | null> {
  const [row] = await ctx.read.select().from(organizers).where(eq(organizers.id, id));
  return row ?? null;
}

export const allOrganizers = (ctx: Ctx): Promise<OrganizerRow[]> =>
  ctx.read.select().from(organizers).orderBy(asc(organizers.name), asc(organizers.email));

export async function countOrganizers(ctx: Ctx): Promise<number> {
  const [row] = await ctx.read.select({ n: count() }).from(organizers);
  return row?.n ?? 0;
}

/** Those who may still change who may do what, without this one. */
export async function countOtherAdmins(ctx: Ctx, id: string): Promise<number> {
  const everywhere = and(eq(organizers.role, 'admin'), isNull(organizers.seriesIds));
  const others = and(everywhere, isNull(organizers.disabledAt), ne(organizers.id, id));
  const [row] = await ctx.read.select({ n: count() }).from(organizers).where(others);
  return row?.n ?? 0;
}

export async function insertOrganizer(tx: Tx, row: typeof organizers.$inferInsert): Promise<void> {
  await tx.write.insert(organizers).values(row);
}

export async function updateOrganizer(tx: Tx, id: string, change: Partial<OrganizerRow>): Promise<void> {
  await tx.write.update(organizers).set(change).where(eq(organizers.id, id));
}

/** Who has a passkey. */
export async function passkeyOwners(ctx: Ctx): Promise<Set<string>> {
  const rows = await ctx.read.selectDistinct({ userId: passkeys.userId }).from(passkeys);
  return new Set(rows.map(({ userId }) => userId));
}
