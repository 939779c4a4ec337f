import { eq } from 'drizzle-orm';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { assertCan } from '#lib/server/access/index.ts';
import { findBySlug } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, recordings, series } from '#lib/server/db/schema/index.ts';
import type { EntryKind } from '#lib/server/feeds/addresses.ts';
import { entriesById, listedObjects, type ListedObject } from '#lib/server/feeds/entries.ts';

/** What a feed or a calendar is about: everything, a series, or one event. */
export type Scope =
  { kind: 'all' } | { kind: 'series' | 'event'; id: string; uuid: string; title: string; url: string };

export const everything: Scope = { kind: 'all' };

const tables = { series, event: events, recording: recordings };

/** Throws when the viewer may not read it; false: nothing is there. */
export async function assertReadable(ctx: Ctx, kind: keyof typeof tables, id: string): Promise<boolean> {
  const table = tables[kind];
  const [row] = await ctx.read
    .select({ state: table.state, publishAt: table.publishAt })
    .from(table)
    .where(eq(table.id, id));
  if (row) assertCan(ctx, `${kind}:read`, row);
  return row !== undefined;
}

/** The scope behind an address; null when nothing is there. Throws when it may not be read. */
export async function scopeBySlug(
  ctx: Ctx,
  locale: Locale,
  kind: 'series' | 'event',
  slug: string
): Promise<Scope | null> {
  const found = await findBySlug(ctx, kind, locale, slug);
  if (!found || !(await assertReadable(ctx, kind, found.id))) return null;
  const [entry] = await entriesById(ctx, locale, kind, [found.id], 'read');
  return entry ? { kind, id: found.id, uuid: entry.uuid, title: entry.title.text, url: entry.url } : null;
}

async function idsOfSeries(ctx: Ctx, kind: EntryKind, seriesId: string): Promise<Set<string>> {
  if (kind === 'event') {
    const rows = await ctx.read.select({ id: events.id }).from(events).where(eq(events.seriesId, seriesId));
    return new Set(rows.map(({ id }) => id));
  }
  const own = await ctx.read.select({ id: recordings.id }).from(recordings).where(eq(recordings.seriesId, seriesId));
  const ofEvents = await ctx.read
    .select({ id: recordings.id })
    .from(recordings)
    .innerJoin(events, eq(events.id, recordings.eventId))
    .where(eq(events.seriesId, seriesId));
  return new Set([...own, ...ofEvents].map(({ id }) => id));
}

/** The events or recordings of a scope that lists may name, the newest first. */
export async function objectsIn(ctx: Ctx, kind: 'event' | 'recording', scope: Scope): Promise<ListedObject[]> {
  const all = await listedObjects(ctx, kind);
  if (scope.kind === 'all') return all;
  if (scope.kind === 'event') return all.filter(({ id }) => id === scope.id);
  const inside = await idsOfSeries(ctx, kind, scope.id);
  return all.filter(({ id }) => inside.has(id));
}
