import { eq } from 'drizzle-orm';
import type { Queries } from '#lib/server/db/open.ts';
import { glossary, images, organizations, people } from '#lib/server/db/schema/index.ts';
import { linksOf } from '#lib/server/records/read/links.ts';
import { sourceOf } from '#lib/server/records/read/values.ts';

export async function readPerson(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(people).where(eq(people.id, id));
  if (!row) return null;
  const { slug } = await linksOf(read, 'person', id);
  const { name, kind, roles, display, pseudonym, consent, publishName, office, bio, email, rights, sources } = row;
  return {
    ...{ id, slug, name, kind, roles, display, pseudonym, consent, publishName, office, bio, email, rights },
    organization: row.organizationId ?? row.institutionId,
    portrait: row.portraitImageId,
    source: sourceOf(sources)
  };
}

export async function readOrganization(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(organizations).where(eq(organizations.id, id));
  if (!row) return null;
  const { slug } = await linksOf(read, 'organization', id);
  const { position, shortName, name, nameLanguage, nameOrigin, url, note, rights, sources } = row;
  return {
    ...{ id, slug, name, nameOrigin, url, note, rights },
    order: position,
    short: shortName,
    lang: nameLanguage,
    source: sourceOf(sources)
  };
}

export async function readImage(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(images).where(eq(images.id, id));
  if (!row) return null;
  const { creditOrganizationId, credit, alt, textInImage, rights, sources } = row;
  return {
    ...{ id, alt, textInImage, rights },
    credit: creditOrganizationId,
    creditLine: credit,
    source: sourceOf(sources)
  };
}

export async function readGlossaryTerm(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(glossary).where(eq(glossary.id, id));
  if (!row) return null;
  return {
    ...{ id, domain: row.domain, note: row.note },
    en: { term: row.enTerm, variants: row.enVariants, notOurWord: row.enNotOurWord },
    es: { term: row.esTerm, variants: row.esVariants, notOurWord: row.esNotOurWord }
  };
}
