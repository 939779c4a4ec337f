import { statfs } from 'node:fs/promises';
import { and, count, inArray, lt, min } from 'drizzle-orm';
import type { Condition, Ended } from '#lib/domain/operating/warnings.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, jobs, recordings } from '#lib/server/db/schema/index.ts';
import { lastOperation, type Operation } from '#lib/server/operating/reports.ts';

const ended = (operation: Operation | null): Ended | null => operation && { at: operation.endedAt, ok: operation.ok };

export async function diskOf(dataDir: string): Promise<Condition['disk']> {
  const { bavail, blocks, bsize } = await statfs(dataDir);
  return { free: bavail * bsize, total: blocks * bsize };
}

/** Jobs that need a person are those that failed for good in the last month. */
const monthMs = 30 * 86_400_000;

export async function queueOf(ctx: Ctx): Promise<Condition['queue']> {
  const now = ctx.now();
  const rows = await ctx.read.select({ state: jobs.state, n: count() }).from(jobs).groupBy(jobs.state);
  const due = and(inArray(jobs.state, ['queued']), lt(jobs.runAfter, now));
  const [oldest] = await ctx.read
    .select({ at: min(jobs.runAfter).mapWith(Number) })
    .from(jobs)
    .where(due);
  const recent = and(inArray(jobs.state, ['failed']), lt(jobs.updatedAt, now + 1));
  const failed = await ctx.read.select({ at: jobs.updatedAt }).from(jobs).where(recent);
  const of = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0);
  return {
    waiting: of('queued', 'waiting'),
    running: of('running'),
    failed: failed.filter(({ at }) => now - at < monthMs).length,
    oldestMs: oldest?.at ? Math.max(0, now - oldest.at) : 0
  };
}

/** When the first thing was taken in. */
async function beginningOf({ read }: Ctx): Promise<number | null> {
  const [[event], [recording]] = await Promise.all([
    read.select({ at: min(events.createdAt).mapWith(Number) }).from(events),
    read.select({ at: min(recordings.createdAt).mapWith(Number) }).from(recordings)
  ]);
  const known = [event?.at, recording?.at].filter((at): at is number => Boolean(at));
  return known.length > 0 ? Math.min(...known) : null;
}

/** How the machine and the archive on it are now. */
export async function conditionOf(ctx: Ctx): Promise<Condition> {
  const [disk, queue, since, backup, fixity] = await Promise.all([
    diskOf(ctx.config.dataDir),
    queueOf(ctx),
    beginningOf(ctx),
    lastOperation(ctx, 'backup'),
    lastOperation(ctx, 'fixity')
  ]);
  const { backupWarnDays } = ctx.config;
  return { now: ctx.now(), disk, queue, since, backup: ended(backup), fixity: ended(fixity), backupWarnDays };
}
