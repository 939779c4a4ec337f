import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import type { Ctx } from '#lib/server/context.ts';
import { institutions, organizations, people, personLinks, withheldStatements } from '#lib/server/db/schema/index.ts';

export type PersonRow = typeof people.$inferSelect;
export type PersonLinkRow = typeof personLinks.$inferSelect;
export type WithheldRow = typeof withheldStatements.$inferSelect;

export const allPeople = (ctx: Ctx): Promise<PersonRow[]> => ctx.read.select().from(people).orderBy(asc(people.name));

export async function personById(ctx: Ctx, id: string): Promise<PersonRow | null> {
  const [row] = await ctx.read.select().from(people).where(eq(people.id, id));
  return row ?? null;
}

export const peopleById = async (ctx: Ctx, ids: readonly string[]): Promise<PersonRow[]> =>
  ids.length === 0
    ? []
    : ctx.read
        .select()
        .from(people)
        .where(inArray(people.id, [...ids]));

/** In the order of credit. */
export const linksTo = (ctx: Ctx, kind: ObjectKind, id: string): Promise<PersonLinkRow[]> =>
  ctx.read
    .select()
    .from(personLinks)
    .where(and(eq(personLinks.objectKind, kind), eq(personLinks.objectId, id)))
    .orderBy(asc(personLinks.position));

export const linksOf = (ctx: Ctx, personId: string): Promise<PersonLinkRow[]> =>
  ctx.read.select().from(personLinks).where(eq(personLinks.personId, personId)).orderBy(asc(personLinks.position));

export const withheld = (ctx: Ctx): Promise<WithheldRow[]> =>
  ctx.read.select().from(withheldStatements).orderBy(asc(withheldStatements.id));

export async function organizationOf(ctx: Ctx, id: string | null): Promise<typeof organizations.$inferSelect | null> {
  if (id === null) return null;
  const [row] = await ctx.read.select().from(organizations).where(eq(organizations.id, id));
  return row ?? null;
}

export async function institutionOf(ctx: Ctx, id: string | null): Promise<typeof institutions.$inferSelect | null> {
  if (id === null) return null;
  const [row] = await ctx.read.select().from(institutions).where(eq(institutions.id, id));
  return row ?? null;
}
