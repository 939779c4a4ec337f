import { randomUUID } from 'node:crypto';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import type { Tx } from '#lib/server/context.ts';
import { given, type ImportObject, type Part } from '#lib/server/import/import-object.ts';
import type { Place } from '#lib/server/import/collect.ts';
import { slugPart, type SlugPair } from '#lib/server/import/objects/parts.ts';
import type { Sources } from '#lib/server/import/objects/values.ts';

/** What every mapping from a file's entry to an object needs to know. */
export interface Mapping {
  sources: Sources;
  /** True: what is new becomes public. */
  publish: boolean;
  /** True: stand-ins are left out. */
  withoutStandIns: boolean;
}

interface Spec {
  kind: string;
  id: string;
  place: Place;
  table: SQLiteTable & { id: SQLiteColumn };
  columns: Record<string, unknown>;
  parts?: Part[];
  /** Further columns of a new row. */
  made?: (tx: Tx) => Promise<Record<string, unknown>>;
}

/** A row that belongs to something else and has no page of its own. */
export const plainObject = ({ kind, id, place, table, columns, parts = [], made }: Spec): ImportObject => ({
  kind,
  id,
  place,
  table,
  columns: given(columns),
  made: made ?? (() => Promise.resolve({})),
  parts
});

interface PublishedSpec extends Spec {
  kind: ObjectKind;
  slug: SlugPair | undefined;
  /** May it become public by `--publish`? */
  publishable?: boolean;
  /** The address when the file gives none. */
  defaultSlug?: string;
}

/** An object with an identity, a publication state and an address. */
export function publishedObject(mapping: Mapping, spec: PublishedSpec): ImportObject {
  const { kind, id, slug, publishable = true, defaultSlug = id } = spec;
  const state = publishable ? 'public' : 'draft';
  const address = slug ?? { en: defaultSlug, es: defaultSlug };
  return {
    ...plainObject(spec),
    columns: given({ ...spec.columns, state: mapping.publish ? state : undefined }),
    async made(tx) {
      const now = tx.now();
      const publishedAt = mapping.publish && publishable ? now : null;
      return { uuid: randomUUID(), createdAt: now, updatedAt: now, publishedAt, ...(await spec.made?.(tx)) };
    },
    parts: [slugPart(kind, id, address, slug === undefined), ...(spec.parts ?? [])]
  };
}
