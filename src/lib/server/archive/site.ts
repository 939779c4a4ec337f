import { asc, eq } from 'drizzle-orm';
import type { SourceRef } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { site, sourceDocuments, sourceLinks } from '#lib/server/db/schema/index.ts';

/** What the archive says of itself; null while it is empty. */
export interface Site {
  title: Localized;
  shortTitle: Localized;
  tagline: Localized | null;
  description: Localized | null;
  license: Localized | null;
  contact: Localized | null;
  /** Who answers for the archive, and how they are reached. */
  responsibleBody: Localized | null;
  contactEmail: string | null;
  /** False until an organizer has read the texts: pages say so. */
  textsReviewed: boolean;
  /** The editors' words for the archive's codes: group → code → words. */
  vocabulary: Record<string, Record<string, Localized>>;
}

export async function getSite(ctx: Ctx): Promise<Site | null> {
  const [row] = await ctx.read.select().from(site).where(eq(site.id, 'site'));
  if (!row) return null;
  const { id: _, textStatus, vocabulary, sources: __, defaultLocale: ___, ...texts } = row;
  const textsReviewed = textStatus === null || textStatus === 'reviewed';
  return { ...texts, textsReviewed, vocabulary: vocabulary ?? {} };
}

export type SiteChange = Partial<Omit<Site, 'vocabulary'>>;

/** Until somebody has given it a name. */
const unnamed: Localized = { en: 'An archive', es: 'Un archivo' };

/** What the archive says of itself, changed as said; the rest stays. Permission and log are the caller's. */
export async function describeSite(tx: Tx, { textsReviewed, ...texts }: SiteChange): Promise<void> {
  const change = {
    ...texts,
    ...(textsReviewed === undefined ? {} : { textStatus: textsReviewed ? 'reviewed' : 'written_for_archive' })
  };
  await tx.write
    .insert(site)
    .values({ id: 'site', title: unnamed, shortTitle: unnamed, ...change })
    .onConflictDoUpdate({ target: site.id, set: change });
  await raiseContentRevision(tx.write);
}

/** A document that facts point to, without its text. */
export interface SourceDocument {
  id: string;
  title: string;
  label: Localized;
  url: string | null;
  publisher: string | null;
  language: string | null;
  copiedOn: string | null;
  /** Is the copy itself in the archive? */
  hasText: boolean;
  sources: SourceRef[];
}

export async function listSources(ctx: Ctx): Promise<SourceDocument[]> {
  const rows = await ctx.read.select().from(sourceDocuments).orderBy(asc(sourceDocuments.id));
  return rows.map(({ id, title, label, url, publisher, language, copiedOn, lines, sources }) => ({
    id,
    title,
    label,
    url,
    publisher,
    language,
    copiedOn,
    hasText: lines !== null,
    sources
  }));
}

export type SourceLink = typeof sourceLinks.$inferSelect;
export const listSourceLinks = (ctx: Ctx): Promise<SourceLink[]> =>
  ctx.read.select().from(sourceLinks).orderBy(asc(sourceLinks.position), asc(sourceLinks.id));
