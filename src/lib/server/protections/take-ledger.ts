import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { displayPolicies } from '#lib/domain/people/types.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { protections } from '#lib/server/db/schema/index.ts';
import { readLedger } from '#lib/server/protections/ledger.ts';

const Words = v.object({ en: v.optional(v.string(), ''), es: v.optional(v.string(), '') });
const Row = v.object({
  personId: v.string(),
  display: v.picklist(displayPolicies),
  pseudonym: v.nullable(Words),
  noPortrait: v.boolean(),
  withdrawn: v.boolean(),
  passages: v.array(v.object({ recordingId: v.string(), startMs: v.number(), endMs: v.number() })),
  names: v.array(v.string()),
  replacement: Words,
  setBy: v.string(),
  createdAt: v.number(),
  updatedAt: v.number()
});

/**
 * Brings the table of promises to what the ledger says: after a restore the database is older than the file beside it.
 * Returns how many people are in the ledger. Callers to the right of here have the promises kept as well (records: keepPromises).
 */
export async function takeLedger(ctx: Ctx): Promise<number> {
  const ledger = await readLedger(ctx.config);
  if (ledger.size === 0) return 0;
  await inTransaction(ctx, async (tx) => {
    for (const { personId, protection, at } of ledger.values()) {
      const [known] = await tx.read.select().from(protections).where(eq(protections.personId, personId));
      // the power went before the ledger was told: what was saved last holds
      if (known && known.updatedAt > at) continue;
      await tx.write.delete(protections).where(eq(protections.personId, personId));
      if (protection) await tx.write.insert(protections).values(v.parse(Row, protection));
    }
  });
  return ledger.size;
}
