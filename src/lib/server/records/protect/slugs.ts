import { and, eq } from 'drizzle-orm';
import { locales } from '#lib/domain/i18n/locale.ts';
import { isPublishedKind, recordKinds } from '#lib/domain/records/kinds.ts';
import { slugFrom } from '#lib/domain/records/words.ts';
import { goneHash } from '#lib/server/archive/index.ts';
import type { Tx } from '#lib/server/context.ts';
import type { Queries } from '#lib/server/db/open.ts';
import { goneSlugs, slugs } from '#lib/server/db/schema/index.ts';
import { freeWord } from '#lib/server/records/across.ts';
import { publishedTables } from '#lib/server/records/objects.ts';

export type SlugRow = typeof slugs.$inferSelect;

const wordsOf = (names: readonly string[]): string[] => names.map(slugFrom).filter((word) => word.length > 1);
const holds = (slug: string, words: readonly string[]): boolean =>
  words.some((word) => `-${slug}-`.includes(`-${word}-`));

/** Addresses in which a name stands, former ones as well. */
export async function slugsWithNames(read: Queries, names: readonly string[]): Promise<SlugRow[]> {
  const words = wordsOf(names);
  return (await read.select().from(slugs)).filter(({ slug }) => holds(slug, words));
}

/** They answer 410 from now on and lead nowhere; what they led to gets an address without the name. */
export async function repairSlugs(tx: Tx, names: readonly string[], instead: string): Promise<number> {
  const found = await slugsWithNames(tx.read, names);
  const words = wordsOf(names);
  for (const row of found) {
    await tx.write
      .insert(goneSlugs)
      .values({ kind: row.kind, hash: goneHash(row.slug), goneAt: tx.now() })
      .onConflictDoNothing();
    await tx.write
      .delete(slugs)
      .where(and(eq(slugs.kind, row.kind), eq(slugs.locale, row.locale), eq(slugs.slug, row.slug)));
  }
  for (const { kind, objectId } of new Map(
    found.filter((row) => row.isCurrent).map((row) => [`${row.kind} ${row.objectId}`, row])
  ).values()) {
    const known = recordKinds.find((each) => each === kind);
    if (!known || !isPublishedKind(known)) continue;
    const former = found.find((row) => row.objectId === objectId && row.kind === kind && row.isCurrent)?.slug ?? '';
    const rest =
      kind === 'person'
        ? ''
        : words.reduce(
            (slug, word) => `-${slug}-`.replaceAll(`-${word}-`, `-${slugFrom(instead)}-`).replaceAll(/^-+|-+$/g, ''),
            former
          );
    const word = await freeWord(tx.read, known, publishedTables[known], rest || `p-${tx.newId().slice(0, 10)}`);
    for (const locale of locales) {
      const has = await tx.read
        .select({ slug: slugs.slug })
        .from(slugs)
        .where(
          and(eq(slugs.kind, kind), eq(slugs.objectId, objectId), eq(slugs.locale, locale), eq(slugs.isCurrent, true))
        );
      if (has.length === 0)
        await tx.write.insert(slugs).values({ kind, locale, slug: word, objectId, createdAt: tx.now() });
    }
  }
  return found.length;
}
