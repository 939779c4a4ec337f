import { and, eq, inArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { locales } from '#lib/domain/i18n/locale.ts';
import { routePath } from '#lib/domain/i18n/paths.ts';
import { marked } from '#lib/domain/import/shape.ts';
import type { ReferenceKind } from '#lib/domain/import/values.ts';
import type { RecordProblem } from '#lib/domain/records/check.ts';
import { isPublishedKind, recordSchemas, type LooseRecord, type RecordKind } from '#lib/domain/records/kinds.ts';
import { valueAt } from '#lib/domain/records/merge.ts';
import type { Queries } from '#lib/server/db/open.ts';
import * as tables from '#lib/server/db/schema/index.ts';

const tableOf: Record<ReferenceKind, SQLiteTable & { id: SQLiteColumn }> = {
  organization: tables.organizations,
  institution: tables.institutions,
  person: tables.people,
  topic: tables.topics,
  series: tables.series,
  event: tables.events,
  recording: tables.recordings,
  image: tables.images,
  notice: tables.notices,
  resource: tables.resources,
  campaign: tables.campaigns,
  demand: tables.demands,
  letterTemplate: tables.letterTemplates,
  document: tables.sourceDocuments
};

/** What only shows beside the others: things that are not there, addresses that are taken. */
export async function checkAcross(
  read: Queries,
  kind: RecordKind,
  id: string,
  record: LooseRecord
): Promise<RecordProblem[]> {
  return [
    ...(await unknownReferences(read, kind, record)),
    ...(isPublishedKind(kind) ? await slugProblems(read, kind, id, record) : [])
  ];
}

async function unknownReferences(read: Queries, kind: RecordKind, record: LooseRecord): Promise<RecordProblem[]> {
  const problems: RecordProblem[] = [];
  const inside = new Set(
    (Array.isArray(record.demands) ? record.demands : []).map((one: unknown) => valueAt(one, ['id']))
  );
  for (const { value, shape, container, key } of marked(recordSchemas[kind], record)) {
    if (shape.refersTo.length === 0 || inside.has(value)) continue;
    const found = await Promise.all(
      shape.refersTo.map((target) =>
        read.select({ id: tableOf[target].id }).from(tableOf[target]).where(eq(tableOf[target].id, value))
      )
    );
    if (found.some((rows) => rows.length > 0)) continue;
    problems.push({
      path: [...(pathTo(container, record) ?? []), String(key)],
      code: 'unknown-reference',
      data: { id: value }
    });
  }
  return problems;
}

function pathTo(container: object, value: unknown): string[] | null {
  if (value === container) return [];
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const rest = pathTo(container, item);
    if (rest) return [key, ...rest];
  }
  return null;
}

/** A word that the addresses themselves use cannot be the name of an object. */
export const isReserved = (slug: string): boolean =>
  ['new', 'nuevo', 'edit', 'editar'].includes(slug) ||
  locales.some((locale) => routePath(`/${locale}/x/${slug}`) !== `/${locale}/x/${slug}`);

type AddressedKind = (typeof tables.slugs.$inferSelect)['kind'];

async function slugProblems(
  read: Queries,
  kind: AddressedKind,
  id: string,
  record: LooseRecord
): Promise<RecordProblem[]> {
  const problems: RecordProblem[] = [];
  for (const locale of locales) {
    const slug = valueAt(record.slug, [locale]);
    if (typeof slug !== 'string') continue;
    if (isReserved(slug)) problems.push({ path: ['slug', locale], code: 'slug-reserved', data: { slug } });
    else if (await isTaken(read, kind, locale, slug, id))
      problems.push({ path: ['slug', locale], code: 'slug-taken', data: { slug } });
  }
  return problems;
}

async function isTaken(
  read: Queries,
  kind: AddressedKind,
  locale: 'en' | 'es',
  slug: string,
  id: string
): Promise<boolean> {
  const { slugs } = tables;
  const [holder] = await read
    .select()
    .from(slugs)
    .where(and(eq(slugs.kind, kind), eq(slugs.locale, locale), eq(slugs.slug, slug)));
  return holder !== undefined && holder.objectId !== id;
}

/** The first of `word`, `word-2`, `word-3` … that is neither an id nor an address of this kind. */
export async function freeWord(
  read: Queries,
  kind: RecordKind,
  table: SQLiteTable & { id: SQLiteColumn },
  word: string
): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? word : `${word}-${String(number)}`;
    if (isReserved(candidate)) continue;
    const [row] = await read.select({ id: table.id }).from(table).where(eq(table.id, candidate));
    if (row) continue;
    if (!isPublishedKind(kind)) return candidate;
    const { slugs } = tables;
    const taken = await read
      .select({ slug: slugs.slug })
      .from(slugs)
      .where(and(eq(slugs.kind, kind), eq(slugs.slug, candidate), inArray(slugs.locale, [...locales])));
    if (taken.length === 0) return candidate;
  }
}
