import { asc, eq } from 'drizzle-orm';
import type { SourceRef } from '#lib/domain/archive/types.ts';
import type { PageSection } from '#lib/domain/campaigns/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { assertCan, listed } from '#lib/server/access/index.ts';
import { findBySlug, noticesFor, slugsOf, type Slugs } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { pages } from '#lib/server/db/schema/index.ts';

export interface PageLink {
  id: string;
  slugs: Slugs;
  title: Localized;
  /** Does it describe the site itself (how to use it, privacy, accessibility)? */
  aboutTheSite: boolean;
}

export interface Page extends PageLink {
  sections: PageSection[];
  notices: Localized[];
  noindex: boolean;
  updatedAt: number;
  sources: SourceRef[];
}

export async function listPages(ctx: Ctx): Promise<PageLink[]> {
  const rows = listed(
    ctx,
    'page:list',
    await ctx.read.select().from(pages).orderBy(asc(pages.createdAt), asc(pages.id))
  );
  const slugs = await slugsOf(
    ctx,
    'page',
    rows.map(({ id }) => id)
  );
  return rows.map(({ id, title, checkAgainstSite }) => ({
    ...{ id, title, aboutTheSite: checkAgainstSite },
    slugs: slugs.get(id) ?? { en: id, es: id }
  }));
}

/** A page of text; null when there is none. Throws when it may not be read. */
export async function getPage(ctx: Ctx, locale: Locale, slug: string): Promise<{ page: Page; moved: boolean } | null> {
  const found = await findBySlug(ctx, 'page', locale, slug);
  const [row] = found ? await ctx.read.select().from(pages).where(eq(pages.id, found.id)) : [];
  if (!found || !row) return null;
  assertCan(ctx, 'page:read', row);
  const { id, title, checkAgainstSite, sections, noindex, updatedAt, sources } = row;
  const page: Page = {
    ...{ id, title, sections, noindex, updatedAt, sources, slugs: found.slugs, aboutTheSite: checkAgainstSite },
    notices: await noticesFor(ctx, 'page', { kind: 'page', id })
  };
  return { page, moved: found.moved };
}
