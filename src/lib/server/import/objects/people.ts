import { createHash } from 'node:crypto';
import { institutions, organizations, people, withheldStatements } from '#lib/server/db/schema/index.ts';
import type { Collected, Lists } from '#lib/server/import/collect.ts';
import type { ImportObject } from '#lib/server/import/import-object.ts';
import { plainObject, publishedObject, type Mapping } from '#lib/server/import/objects/context.ts';
import { rightsOf } from '#lib/server/import/objects/values.ts';

type Insert<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>;

export function organizationObject(mapping: Mapping, { entry, place }: Collected<'organizations'>): ImportObject {
  const columns = {
    position: entry.order,
    shortName: entry.short,
    name: entry.name,
    nameLanguage: entry.lang,
    nameOrigin: entry.nameOrigin,
    url: entry.url,
    note: entry.note,
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof organizations>;
  return publishedObject(mapping, {
    kind: 'organization',
    id: entry.id,
    place,
    table: organizations,
    columns,
    slug: entry.slug
  });
}

export function institutionObject(
  mapping: Mapping,
  { entry, place }: Collected<'institutions'>,
  position: number
): ImportObject {
  const columns = {
    position,
    name: entry.name,
    url: entry.url,
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof institutions>;
  return plainObject({ kind: 'institution', id: entry.id, place, table: institutions, columns });
}

/**
 * Nobody of the campaign is named to the world before they agreed. `as_in_source` is an organizer's word that the source named
 * them publicly in that very role; search engines are still kept away.
 */
export function personObject(
  mapping: Mapping,
  { entry, place }: Collected<'people'>,
  institutionIds: ReadonlySet<string>
): ImportObject {
  const consent = entry.consent ?? (entry.kind === 'campaign' ? 'to_confirm' : 'not_needed');
  const agreed = consent === 'confirmed' || consent === 'not_needed';
  const asInSource = entry.publishName === 'as_in_source' && consent === 'to_confirm';
  const isInstitution = Boolean(entry.organization && institutionIds.has(entry.organization));
  const columns = {
    name: entry.name,
    kind: entry.kind,
    display: entry.display,
    pseudonym: entry.pseudonym,
    consent,
    publishName: entry.publishName,
    noindex: !agreed && asInSource,
    organizationId: isInstitution ? null : entry.organization,
    institutionId: isInstitution ? entry.organization : entry.organization === undefined ? undefined : null,
    roles: entry.roles,
    office: entry.office,
    bio: entry.bio,
    portraitImageId: entry.portrait,
    email: entry.email,
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof people>;
  return publishedObject(mapping, {
    kind: 'person',
    id: entry.id,
    place,
    table: people,
    columns,
    slug: entry.slug,
    publishable: agreed || asInSource,
    defaultSlug: entry.kind === 'public_official' ? entry.id : namelessSlug(entry.id)
  });
}

/** An address that does not hold the name: it stays in other people's lists for ever. */
const namelessSlug = (id: string): string => `p-${createHash('sha256').update(id).digest('hex').slice(0, 10)}`;

export function withheldStatementObject(
  mapping: Mapping,
  { entry, place }: Collected<'withheldStatements'>
): ImportObject {
  const columns = {
    personId: entry.person,
    topic: entry.topic,
    reason: entry.reason,
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof withheldStatements>;
  return plainObject({ kind: 'withheldStatement', id: entry.id, place, table: withheldStatements, columns });
}

export function peopleObjects(mapping: Mapping, lists: Lists, institutionIds: ReadonlySet<string>): ImportObject[] {
  return [
    ...lists.organizations.map((each) => organizationObject(mapping, each)),
    ...lists.institutions.map((each, position) => institutionObject(mapping, each, position)),
    ...lists.people.map((each) => personObject(mapping, each, institutionIds)),
    ...lists.withheldStatements.map((each) => withheldStatementObject(mapping, each))
  ];
}
