import { eq } from 'drizzle-orm';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { pathsOf } from '#lib/domain/i18n/paths.ts';
import { may } from '#lib/server/access/index.ts';
import { slugsOf } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, organizations, pages, people, recordings, series } from '#lib/server/db/schema/index.ts';
import { wordOf, type EntryKind } from '#lib/server/feeds/addresses.ts';

const tables: Record<
  EntryKind,
  typeof events | typeof recordings | typeof people | typeof organizations | typeof series | typeof pages
> = {
  event: events,
  recording: recordings,
  person: people,
  organization: organizations,
  series,
  page: pages
};

/** The pages of the object with this UUID, per language; null when there is none that the viewer may read. */
export async function pathsByUuid(ctx: Ctx, uuid: string): Promise<Record<Locale, string> | null> {
  for (const kind of Object.keys(tables) as EntryKind[]) {
    const table = tables[kind];
    const [row] = await ctx.read
      .select({ id: table.id, state: table.state, publishAt: table.publishAt })
      .from(table)
      .where(eq(table.uuid, uuid));
    if (!row) continue;
    if (!may(ctx, `${kind}:read`, row)) return null;
    const slugs = await slugsOf(ctx, kind, [row.id]);
    return pathsOf(wordOf[kind], slugs.get(row.id) ?? { en: row.id, es: row.id });
  }
  return null;
}
