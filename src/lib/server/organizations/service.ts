import type { ObjectKind, SourceRef } from '#lib/domain/archive/types.ts';
import type { OrganizationRole } from '#lib/domain/events/types.ts';
import { intlTag, type Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import type { NameOrigin } from '#lib/domain/organizations/types.ts';
import { assertCan, listed } from '#lib/server/access/index.ts';
import { findBySlug, slugsOf, type Slugs } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import * as store from '#lib/server/organizations/store.ts';

export interface OrganizationCard {
  id: string;
  slugs: Slugs;
  shortName: string;
  /** Null: the letters are not expanded. Equal to the short name when there is no longer one. */
  name: Localized | null;
  /** BCP 47, where the name is not in the language of the page around it. */
  nameLanguage: string | null;
  nameOrigin: NameOrigin;
  note: Localized | null;
  url: string | null;
  /** Place in the order of credit; null for those that are only named for something they published. */
  position: number | null;
}

export interface Sponsor {
  role: OrganizationRole;
  organization: OrganizationCard;
}

export interface OrganizationPage extends OrganizationCard {
  noindex: boolean;
  parts: { kind: ObjectKind; id: string; role: OrganizationRole }[];
  sources: SourceRef[];
}

function cardOf(row: store.OrganizationRow, slugs: Slugs): OrganizationCard {
  const { id, shortName, name, nameLanguage, nameOrigin, note, url, position } = row;
  return { id, slugs, shortName, name, nameLanguage, nameOrigin, note, url, position };
}

async function cardsOf(ctx: Ctx, rows: store.OrganizationRow[]): Promise<OrganizationCard[]> {
  const open = listed(ctx, 'organization:list', rows);
  const slugs = await slugsOf(
    ctx,
    'organization',
    open.map(({ id }) => id)
  );
  return open.map((row) => cardOf(row, slugs.get(row.id) ?? { en: row.id, es: row.id }));
}

/** `credit`: as the campaign credited them, then those without a place; `name`: by the short name. */
export type OrganizationOrder = 'credit' | 'name';

export async function listOrganizations(
  ctx: Ctx,
  locale: Locale,
  order: OrganizationOrder = 'credit'
): Promise<OrganizationCard[]> {
  const cards = await cardsOf(ctx, await store.allOrganizations(ctx));
  const { compare } = new Intl.Collator(intlTag[locale], { sensitivity: 'base' });
  const byName = (a: OrganizationCard, b: OrganizationCard) => compare(a.shortName, b.shortName);
  const place = ({ position }: OrganizationCard) => position ?? Number.MAX_SAFE_INTEGER;
  return cards.sort(order === 'name' ? byName : (a, b) => place(a) - place(b) || byName(a, b));
}

/** The organizations behind something, in the order of credit. Those that are not public are left out. */
export async function sponsorsOf(ctx: Ctx, kind: ObjectKind, id: string): Promise<Sponsor[]> {
  const links = await store.linksTo(ctx, kind, id);
  const cards = await organizationsByIds(
    ctx,
    links.map(({ organizationId }) => organizationId)
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  return links.flatMap(({ role, organizationId }) => {
    const organization = byId.get(organizationId);
    return organization ? [{ role, organization }] : [];
  });
}

export async function organizationsByIds(ctx: Ctx, ids: readonly string[]): Promise<OrganizationCard[]> {
  return cardsOf(ctx, await store.organizationsById(ctx, ids));
}

export async function getOrganization(
  ctx: Ctx,
  locale: Locale,
  slug: string
): Promise<{ organization: OrganizationPage; moved: boolean } | null> {
  const found = await findBySlug(ctx, 'organization', locale, slug);
  const [row] = found ? await store.organizationsById(ctx, [found.id]) : [];
  if (!found || !row) return null;
  assertCan(ctx, 'organization:read', row);
  const links = await store.linksOf(ctx, row.id);
  const organization: OrganizationPage = {
    ...cardOf(row, found.slugs),
    noindex: row.noindex,
    parts: links.map(({ objectKind, objectId, role }) => ({ kind: objectKind, id: objectId, role })),
    sources: row.sources
  };
  return { organization, moved: found.moved };
}

export interface Institution {
  id: string;
  name: Localized;
  sources: SourceRef[];
}

/** Public bodies that the campaign named: targets and actors, never partners. */
export async function listInstitutions(ctx: Ctx): Promise<Institution[]> {
  return (await store.allInstitutions(ctx)).map(({ id, name, sources }) => ({ id, name, sources }));
}
