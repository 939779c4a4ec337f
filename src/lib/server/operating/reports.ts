import { desc, eq } from 'drizzle-orm';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { operations, type OperationKind } from '#lib/server/db/schema/index.ts';

export type Operation = typeof operations.$inferSelect;

/** Notes how something ended that keeps the archive. */
export function noteOperation(ctx: Ctx, done: Omit<Operation, 'id' | 'endedAt'>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await tx.write.insert(operations).values({ ...done, id: tx.newId(), endedAt: tx.now() });
  });
}

/** The last one of its kind; null: it never was. */
export async function lastOperation({ read }: Ctx, kind: OperationKind): Promise<Operation | null> {
  const [row] = await read
    .select()
    .from(operations)
    .where(eq(operations.kind, kind))
    .orderBy(desc(operations.endedAt), desc(operations.id))
    .limit(1);
  return row ?? null;
}
