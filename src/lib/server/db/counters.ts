import { sql } from 'drizzle-orm';
import type { Queries } from '#lib/server/db/open.ts';
import { archiveState } from '#lib/server/db/schema/index.ts';

/** Numbers that are never given again, not even after what had them is gone. */
export type Counter = 'recording_number' | 'track_version';

/** Raises a counter inside a transaction and returns its new value; the first is 1. */
export async function nextNumber(write: Queries, key: Counter): Promise<number> {
  const [row] = await write
    .insert(archiveState)
    .values({ key, value: 1 })
    .onConflictDoUpdate({ target: archiveState.key, set: { value: sql`${archiveState.value} + 1` } })
    .returning({ value: archiveState.value });
  return row?.value ?? 1;
}
