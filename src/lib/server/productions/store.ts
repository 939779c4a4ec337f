import { and, asc, desc, eq } from 'drizzle-orm';
import type { ProductionStep } from '#lib/domain/media/types.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { doneSteps, productions } from '#lib/server/db/schema/index.ts';

export type Production = typeof productions.$inferSelect;
export type DoneStep = typeof doneSteps.$inferSelect;

export async function productionById({ read }: Pick<Ctx, 'read'>, id: string): Promise<Production | null> {
  const [row] = await read.select().from(productions).where(eq(productions.id, id));
  return row ?? null;
}

/** The latest first. */
export const productionsOf = ({ read }: Pick<Ctx, 'read'>, recordingId: string): Promise<Production[]> =>
  read
    .select()
    .from(productions)
    .where(eq(productions.recordingId, recordingId))
    .orderBy(desc(productions.createdAt), desc(productions.id));

export const stepsOf = ({ read }: Pick<Ctx, 'read'>, productionId: string): Promise<DoneStep[]> =>
  read.select().from(doneSteps).where(eq(doneSteps.productionId, productionId)).orderBy(asc(doneSteps.doneAt));

export async function stepOf(
  { read }: Pick<Ctx, 'read'>,
  productionId: string,
  step: ProductionStep
): Promise<DoneStep | null> {
  const [row] = await read
    .select()
    .from(doneSteps)
    .where(and(eq(doneSteps.productionId, productionId), eq(doneSteps.step, step)));
  return row ?? null;
}

/** Says that a step is done, with what it made. Said twice, the first counts. */
export const markDone = (
  ctx: Ctx,
  productionId: string,
  step: ProductionStep,
  output: unknown,
  startedAt: number
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const row = { productionId, step, output, startedAt, doneAt: tx.now() };
    await tx.write.insert(doneSteps).values(row).onConflictDoNothing();
  });
