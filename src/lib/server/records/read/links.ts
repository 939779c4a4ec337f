import { and, asc, eq } from 'drizzle-orm';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import type { Queries } from '#lib/server/db/open.ts';
import { objectLinks, organizationLinks, personLinks, slugs } from '#lib/server/db/schema/index.ts';

type Relation = 'topic' | 'image' | 'notice' | 'resource';

/** What hangs on an object in the tables of links, as its record says it. */
export async function linksOf(read: Queries, kind: ObjectKind, id: string) {
  const [people, organizations, links, slug] = await Promise.all([
    read
      .select({ id: personLinks.personId, role: personLinks.role })
      .from(personLinks)
      .where(and(eq(personLinks.objectKind, kind), eq(personLinks.objectId, id)))
      .orderBy(asc(personLinks.position)),
    read
      .select({ id: organizationLinks.organizationId, role: organizationLinks.role })
      .from(organizationLinks)
      .where(and(eq(organizationLinks.objectKind, kind), eq(organizationLinks.objectId, id)))
      .orderBy(asc(organizationLinks.position)),
    read
      .select()
      .from(objectLinks)
      .where(and(eq(objectLinks.objectKind, kind), eq(objectLinks.objectId, id)))
      .orderBy(asc(objectLinks.position)),
    slugOf(read, kind, id)
  ]);
  const targets = (relation: Relation) =>
    links.filter((link) => link.relation === relation).map(({ targetId }) => targetId);
  return {
    slug,
    people,
    organizations,
    topics: targets('topic'),
    images: targets('image'),
    notices: targets('notice'),
    resources: targets('resource')
  };
}

async function slugOf(read: Queries, kind: ObjectKind, id: string): Promise<{ en?: string; es?: string }> {
  const rows = await read
    .select()
    .from(slugs)
    .where(and(eq(slugs.kind, kind), eq(slugs.objectId, id), eq(slugs.isCurrent, true)));
  return Object.fromEntries(rows.map(({ locale, slug }) => [locale, slug]));
}
