import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import { locales, otherLocale, type Locale } from '#lib/domain/i18n/locale.ts';
import type { Ctx } from '#lib/server/context.ts';
import { goneSlugs, slugs } from '#lib/server/db/schema/index.ts';
import { gone } from '#lib/server/errors.ts';

export type Slugs = Record<Locale, string>;

/** What an address leads to. */
export interface Found {
  id: string;
  slugs: Slugs;
  /** True when the address is a former one, or that of the other language: the page answers with a redirect. */
  moved: boolean;
}

/** SQLite takes at most 32,766 values in one query; lists of pages stay far below, exports go in slices. */
const sliceLength = 1000;

/** Current slugs by object. Where a language has none, the other's stands in; an object without any is found by its id. */
export async function slugsOf(ctx: Ctx, kind: ObjectKind, ids: readonly string[]): Promise<Map<string, Slugs>> {
  const found = new Map<string, Partial<Slugs>>(ids.map((id) => [id, {}]));
  for (let from = 0; from < ids.length; from += sliceLength) {
    const rows = await ctx.read
      .select()
      .from(slugs)
      .where(
        and(
          eq(slugs.kind, kind),
          eq(slugs.isCurrent, true),
          inArray(slugs.objectId, ids.slice(from, from + sliceLength))
        )
      );
    for (const { objectId, locale, slug } of rows) found.set(objectId, { ...found.get(objectId), [locale]: slug });
  }
  return new Map([...found].map(([id, some]) => [id, whole(some, id)]));
}

const whole = (some: Partial<Slugs>, id: string): Slugs => ({
  en: some.en ?? some.es ?? id,
  es: some.es ?? some.en ?? id
});

/** The object behind an address, current or former, of this language or the other; null when there is none. */
export async function findBySlug(ctx: Ctx, kind: ObjectKind, locale: Locale, slug: string): Promise<Found | null> {
  const rows = await ctx.read
    .select()
    .from(slugs)
    .where(and(eq(slugs.kind, kind), eq(slugs.slug, slug), inArray(slugs.locale, [...locales])));
  if (rows.length === 0 && (await isGone(ctx, kind, slug))) throw gone(kind);
  const row = rows.find((one) => one.locale === locale) ?? rows.find((one) => one.locale === otherLocale(locale));
  const id = row?.objectId ?? slug;
  const current = (await slugsOf(ctx, kind, [id])).get(id) ?? whole({}, id);
  // only an object without any slug is found by its id: an id may hold a name that the address must not
  if (!row && current[locale] !== id) return null;
  return { id, slugs: current, moved: current[locale] !== slug };
}

/** How an address is remembered that must not be read any more. */
export const goneHash = (slug: string): string => createHash('sha256').update(slug).digest('base64url');

async function isGone(ctx: Ctx, kind: ObjectKind, slug: string): Promise<boolean> {
  const rows = await ctx.read
    .select({ kind: goneSlugs.kind })
    .from(goneSlugs)
    .where(and(eq(goneSlugs.kind, kind), eq(goneSlugs.hash, goneHash(slug))));
  return rows.length > 0;
}
