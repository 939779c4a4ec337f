import type { ObjectKind, SourceRef } from '#lib/domain/archive/types.ts';
import type { PersonRole } from '#lib/domain/events/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { keptFromSearchEngines } from '#lib/domain/people/search-engines.ts';
import { shownName } from '#lib/domain/people/shown-name.ts';
import type { Consent, DisplayPolicy, PersonKind } from '#lib/domain/people/types.ts';
import { assertCan, may } from '#lib/server/access/index.ts';
import { findBySlug, picturesById, slugsOf, type Picture, type Slugs } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import * as store from '#lib/server/people/store.ts';

/** An organization or a public body that a person belongs to, as a name. */
export interface Affiliation {
  name: Localized;
  /** Null: it has no page here. */
  slugs: Slugs | null;
}

export interface PersonCard {
  id: string;
  slugs: Slugs;
  /** As the display policy allows; never empty. */
  name: Localized;
  kind: PersonKind;
  office: Localized | null;
  affiliation: Affiliation | null;
}

/** Somebody's part in something. `person` is null when the name may not be shown: the role stays. */
export interface Credit {
  role: PersonRole;
  person: PersonCard | null;
}

export interface WithheldStatement {
  id: string;
  topic: Localized;
  reason: Localized;
  /** Null unless the person's page is open. */
  person: PersonCard | null;
  sources: SourceRef[];
}

export interface PersonPage extends PersonCard {
  display: DisplayPolicy;
  consent: Consent;
  roles: string[];
  bio: Localized | null;
  portrait: Picture | null;
  noindex: boolean;
  /** What the person had a part in, as ids; whoever shows them asks for each whether it may. */
  parts: { kind: ObjectKind; id: string; role: PersonRole }[];
  withheld: WithheldStatement[];
  sources: SourceRef[];
}

async function affiliationOf(ctx: Ctx, person: store.PersonRow): Promise<Affiliation | null> {
  const organization = await store.organizationOf(ctx, person.organizationId);
  if (organization && may(ctx, 'organization:list', organization)) {
    const slugs = (await slugsOf(ctx, 'organization', [organization.id])).get(organization.id) ?? null;
    const { shortName } = organization;
    return { name: organization.name ?? { en: shortName, es: shortName }, slugs };
  }
  const institution = await store.institutionOf(ctx, person.institutionId ?? person.organizationId);
  return institution ? { name: institution.name, slugs: null } : null;
}

/** The name in each language as it may be written now; null when there is none to write. */
function nameOf(row: store.PersonRow, mayRead: boolean): Localized | null {
  const [en, es] = [shownName(row, mayRead, 'en'), shownName(row, mayRead, 'es')];
  return en !== null && es !== null ? { en, es } : null;
}

/** Cards of those people who may be named; the rest is left out. Order as given. */
async function cardsOf(ctx: Ctx, rows: readonly store.PersonRow[]): Promise<PersonCard[]> {
  const slugs = await slugsOf(
    ctx,
    'person',
    rows.map(({ id }) => id)
  );
  const cards = rows.map(async (row): Promise<PersonCard[]> => {
    const name = nameOf(row, may(ctx, 'person:list', row));
    if (!name) return [];
    const { id, kind, office } = row;
    const affiliation = await affiliationOf(ctx, row);
    return [{ id, slugs: slugs.get(id) ?? { en: id, es: id }, name, kind, office, affiliation }];
  });
  return (await Promise.all(cards)).flat();
}

export async function listPeople(ctx: Ctx): Promise<PersonCard[]> {
  return cardsOf(ctx, await store.allPeople(ctx));
}

export async function peopleByIds(ctx: Ctx, ids: readonly string[]): Promise<PersonCard[]> {
  return cardsOf(ctx, await store.peopleById(ctx, ids));
}

/** Who had which part, in the order of credit. A person who may not be named keeps the role without a name. */
export async function creditsOf(ctx: Ctx, kind: ObjectKind, id: string): Promise<Credit[]> {
  const links = await store.linksTo(ctx, kind, id);
  const cards = await peopleByIds(
    ctx,
    links.map(({ personId }) => personId)
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  return links.map(({ role, personId }) => ({ role, person: byId.get(personId) ?? null }));
}

/** That a statement exists is told; its words are not in the archive. */
export async function listWithheld(ctx: Ctx, personId?: string): Promise<WithheldStatement[]> {
  const rows = (await store.withheld(ctx)).filter((row) => personId === undefined || row.personId === personId);
  const cards = await peopleByIds(
    ctx,
    rows.map((row) => row.personId)
  );
  return rows.map(({ id, topic, reason, sources, personId: of }) => ({
    id,
    topic,
    reason,
    sources,
    person: cards.find((card) => card.id === of) ?? null
  }));
}

/** A person's page with its addresses; null when there is none. Throws when it may not be read. */
export async function getPerson(
  ctx: Ctx,
  locale: Locale,
  slug: string
): Promise<{ person: PersonPage; moved: boolean } | null> {
  const found = await findBySlug(ctx, 'person', locale, slug);
  const row = found && (await store.personById(ctx, found.id));
  if (!found || !row) return null;
  assertCan(ctx, 'person:read', row);
  const name = nameOf(row, true);
  // a hidden person has no page: the address alone would tell the name
  if (!name) return null;
  const [portrait = null] = row.portraitImageId ? await picturesById(ctx, [row.portraitImageId]) : [];
  const links = await store.linksOf(ctx, row.id);
  const { id, kind, office, display, consent, roles, bio, sources } = row;
  const person: PersonPage = {
    ...{ id, slugs: found.slugs, name, kind, office, display, consent, roles, bio, portrait, sources },
    affiliation: await affiliationOf(ctx, row),
    noindex: keptFromSearchEngines(row),
    parts: links.map(({ objectKind, objectId, role }) => ({ kind: objectKind, id: objectId, role })),
    withheld: await listWithheld(ctx, id)
  };
  return { person, moved: found.moved };
}
