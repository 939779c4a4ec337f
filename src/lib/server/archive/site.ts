import { asc, eq } from 'drizzle-orm';
import type { SourceRef } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import type { Ctx } from '#lib/server/context.ts';
import { site, sourceDocuments, sourceLinks } from '#lib/server/db/schema/index.ts';

/** What the archive says of itself; null while it is empty. */
export interface Site {
  title: Localized;
  shortTitle: Localized;
  tagline: Localized | null;
  description: Localized | null;
  license: Localized | null;
  contact: Localized | null;
  /** False until an organizer has read the texts: pages say so. */
  textsReviewed: boolean;
  /** The editors' words for the archive's codes: group → code → words. */
  vocabulary: Record<string, Record<string, Localized>>;
}

export async function getSite(ctx: Ctx): Promise<Site | null> {
  const [row] = await ctx.read.select().from(site).where(eq(site.id, 'site'));
  if (!row) return null;
  const { title, shortTitle, tagline, description, license, contact, textStatus, vocabulary } = row;
  const textsReviewed = textStatus === null || textStatus === 'reviewed';
  return { title, shortTitle, tagline, description, license, contact, textsReviewed, vocabulary: vocabulary ?? {} };
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
