import type { Ctx } from '#lib/server/context.ts';
import { archiveState } from '#lib/server/db/schema/index.ts';

/** A question that costs nothing and touches the tables; a failure is written to the log. */
export async function isDatabaseAnswering({ read, log }: Ctx): Promise<boolean> {
  try {
    await read.select({ key: archiveState.key }).from(archiveState).limit(1);
    return true;
  } catch (error) {
    log.error('the database does not answer', { detail: error instanceof Error ? error.message : String(error) });
    return false;
  }
}
