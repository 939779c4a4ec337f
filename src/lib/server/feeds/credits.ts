import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import type { OrganizationRole, PersonRole } from '#lib/domain/events/types.ts';
import type { Credit } from '#lib/domain/feeds/entry.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { shownName } from '#lib/domain/people/shown-name.ts';
import { may } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { organizationLinks, organizations, people, personLinks } from '#lib/server/db/schema/index.ts';
import { urlsOf } from '#lib/server/feeds/addresses.ts';

type ByObject<T> = (objectId: string) => T[];

function grouped<T>(rows: readonly { objectId: string; value: T }[]): ByObject<T> {
  const groups = new Map<string, T[]>();
  for (const { objectId, value } of rows) {
    const group = groups.get(objectId);
    if (group) group.push(value);
    else groups.set(objectId, [value]);
  }
  return (objectId) => groups.get(objectId) ?? [];
}

/**
 * Who had which part in these objects, in the order of credit. Whoever may not be named keeps the part; so does whoever
 * is named on pages only (`noindex`: nobody has asked the person yet), because what machines copy is not taken back.
 */
export async function peopleOf(
  ctx: Ctx,
  locale: Locale,
  kind: ObjectKind,
  ids: readonly string[]
): Promise<ByObject<Credit<PersonRole>>> {
  if (ids.length === 0) return () => [];
  const rows = await ctx.read
    .select({ link: personLinks, person: people })
    .from(personLinks)
    .innerJoin(people, eq(people.id, personLinks.personId))
    .where(and(eq(personLinks.objectKind, kind), inArray(personLinks.objectId, [...ids])))
    .orderBy(asc(personLinks.position));
  const urls = await urlsOf(
    ctx,
    'person',
    rows.map(({ person }) => person.id)
  );
  return grouped(
    rows.map(({ link, person }) => {
      const name = shownName(person, may(ctx, 'person:read', person) && !person.noindex, locale);
      const shown = name === null ? { uuid: null, url: null } : { uuid: person.uuid, url: urls(person.id)[locale] };
      return { objectId: link.objectId, value: { name, ...shown, role: link.role } };
    })
  );
}

/** The same of organizations, by their full name where it is known. */
export async function organizationsOf(
  ctx: Ctx,
  locale: Locale,
  kind: ObjectKind,
  ids: readonly string[]
): Promise<ByObject<Credit<OrganizationRole>>> {
  if (ids.length === 0) return () => [];
  const rows = await ctx.read
    .select({ link: organizationLinks, organization: organizations })
    .from(organizationLinks)
    .innerJoin(organizations, eq(organizations.id, organizationLinks.organizationId))
    .where(and(eq(organizationLinks.objectKind, kind), inArray(organizationLinks.objectId, [...ids])))
    .orderBy(asc(organizationLinks.position));
  const open = rows.filter(({ organization }) => may(ctx, 'organization:list', organization));
  const urls = await urlsOf(
    ctx,
    'organization',
    open.map(({ organization }) => organization.id)
  );
  return grouped(
    open.map(({ link, organization: { id, uuid, name, shortName } }) => ({
      objectId: link.objectId,
      value: { name: textIn(name, locale) || shortName, uuid, url: urls(id)[locale], role: link.role }
    }))
  );
}
