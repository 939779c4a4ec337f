import { asc, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { organizers, reports } from '#lib/server/db/schema/index.ts';

export type ReportRow = typeof reports.$inferSelect;

export async function insertReport(tx: Tx, row: typeof reports.$inferInsert): Promise<void> {
  await tx.write.insert(reports).values(row);
}

/** Open ones: of people who are shown first, then as they came. */
export const openReports = (ctx: Ctx): Promise<ReportRow[]> =>
  ctx.read
    .select()
    .from(reports)
    .where(isNull(reports.closedAt))
    .orderBy(asc(sql`case when ${reports.kind} = 'person' then 0 else 1 end`), asc(reports.at))
    .limit(500);

export interface ClosedReport extends ReportRow {
  closedByName: string | null;
}

export async function closedReports(ctx: Ctx): Promise<ClosedReport[]> {
  const rows = await ctx.read
    .select({ report: reports, closedByName: organizers.name })
    .from(reports)
    .leftJoin(organizers, eq(organizers.id, reports.closedBy))
    .where(isNotNull(reports.closedAt))
    .orderBy(desc(reports.closedAt))
    .limit(100);
  return rows.map(({ report, closedByName }) => ({ ...report, closedByName }));
}

export async function findReport(ctx: Ctx, id: string): Promise<ReportRow | null> {
  const [row] = await ctx.read.select().from(reports).where(eq(reports.id, id));
  return row ?? null;
}

export async function updateReport(tx: Tx, id: string, change: Partial<ReportRow>): Promise<void> {
  await tx.write.update(reports).set(change).where(eq(reports.id, id));
}

export async function countOpen(ctx: Ctx): Promise<number> {
  const [row] = await ctx.read.select({ n: count() }).from(reports).where(isNull(reports.closedAt));
  return row?.n ?? 0;
}
