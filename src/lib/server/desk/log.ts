import { and, desc, eq, gte, inArray, like, lt, type SQL } from 'drizzle-orm';
import { assertCan } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { audit, organizers } from '#lib/server/db/schema/index.ts';

export interface LogFilter {
  /** An organizer's id, or the name of a command or job. */
  actor?: string | null;
  /** `event`, or `event.published`. */
  action?: string | null;
  /** The id of what it was done to. */
  object?: string | null;
  /** UTC milliseconds: from the first, before the second. */
  from?: number | null;
  until?: number | null;
}

export interface LogLine {
  id: string;
  at: number;
  actor: string;
  /** Their name; null for commands, jobs and visitors. */
  actorName: string | null;
  action: string;
  objectKind: string | null;
  objectId: string | null;
  data: unknown;
}

function conditionOf({ actor, action, object, from, until }: LogFilter): SQL | undefined {
  const area = action?.replaceAll(/[%_]/g, '');
  return and(
    actor ? eq(audit.actor, actor) : undefined,
    area ? (area.includes('.') ? eq(audit.action, area) : like(audit.action, `${area}.%`)) : undefined,
    object ? eq(audit.objectId, object) : undefined,
    from == null ? undefined : gte(audit.at, from),
    until == null ? undefined : lt(audit.at, until)
  );
}

async function lines(ctx: Ctx, condition: SQL | undefined, limit: number, offset: number): Promise<LogLine[]> {
  const rows = await ctx.read
    .select({ line: audit, actorName: organizers.name })
    .from(audit)
    .leftJoin(organizers, eq(organizers.id, audit.actor))
    .where(condition)
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ line, actorName }) => ({ ...line, actorName }));
}

export const logPage = 100;

/** The newest first; one line more than a page says that there are more. */
export async function readLog(ctx: Ctx, filter: LogFilter, page = 1): Promise<{ lines: LogLine[]; more: boolean }> {
  assertCan(ctx, 'archive:read-log', null);
  const found = await lines(ctx, conditionOf(filter), logPage + 1, (page - 1) * logPage);
  return { lines: found.slice(0, logPage), more: found.length > logPage };
}

/** All of it, a thousand lines at a time. */
export async function* wholeLog(ctx: Ctx, filter: LogFilter): AsyncGenerator<LogLine[]> {
  assertCan(ctx, 'archive:read-log', null);
  const size = 1000;
  for (let offset = 0; ; offset += size) {
    const found = await lines(ctx, conditionOf(filter), size, offset);
    if (found.length > 0) yield found;
    if (found.length < size) return;
  }
}

/** Who appears in the log, for the filter. */
export async function logActors(ctx: Ctx): Promise<{ actor: string; name: string | null }[]> {
  assertCan(ctx, 'archive:read-log', null);
  const rows = await ctx.read
    .selectDistinct({ actor: audit.actor, name: organizers.name })
    .from(audit)
    .leftJoin(organizers, eq(organizers.id, audit.actor));
  return rows.sort((a, b) => (a.name ?? a.actor).localeCompare(b.name ?? b.actor));
}

/** What was done to the archive lately, without what concerns accounts: for every organizer's first page. */
export async function recentChanges(ctx: Ctx, limit = 12): Promise<LogLine[]> {
  assertCan(ctx, 'archive:see-drafts', null);
  const kinds = ['event', 'series', 'recording', 'person', 'organization', 'page', 'action', 'campaign', 'topic'];
  const ofContent = inArray(audit.objectKind, [...kinds, 'timelineEntry', 'glossaryTerm', 'image', 'track']);
  return lines(ctx, ofContent, limit, 0);
}
