import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import type { Ctx } from '#lib/server/context.ts';
import { institutions, organizationLinks, organizations } from '#lib/server/db/schema/index.ts';

export type OrganizationRow = typeof organizations.$inferSelect;
export type OrganizationLinkRow = typeof organizationLinks.$inferSelect;
export type InstitutionRow = typeof institutions.$inferSelect;

export const allOrganizations = (ctx: Ctx): Promise<OrganizationRow[]> => ctx.read.select().from(organizations);

export const organizationsById = async (ctx: Ctx, ids: readonly string[]): Promise<OrganizationRow[]> =>
  ids.length === 0
    ? []
    : ctx.read
        .select()
        .from(organizations)
        .where(inArray(organizations.id, [...ids]));

/** In the order of credit. */
export const linksTo = (ctx: Ctx, kind: ObjectKind, id: string): Promise<OrganizationLinkRow[]> =>
  ctx.read
    .select()
    .from(organizationLinks)
    .where(and(eq(organizationLinks.objectKind, kind), eq(organizationLinks.objectId, id)))
    .orderBy(asc(organizationLinks.position));

export const linksOf = (ctx: Ctx, organizationId: string): Promise<OrganizationLinkRow[]> =>
  ctx.read
    .select()
    .from(organizationLinks)
    .where(eq(organizationLinks.organizationId, organizationId))
    .orderBy(asc(organizationLinks.position));

export const allInstitutions = (ctx: Ctx): Promise<InstitutionRow[]> =>
  ctx.read.select().from(institutions).orderBy(asc(institutions.position));
