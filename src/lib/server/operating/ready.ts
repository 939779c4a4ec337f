import { isDiskFull, stuckMs } from '#lib/domain/operating/warnings.ts';
import type { Ctx } from '#lib/server/context.ts';
import { isDatabaseAnswering } from '#lib/server/archive/health.ts';
import { diskOf, queueOf } from '#lib/server/operating/condition.ts';

export interface Readiness {
  database: boolean;
  disk: boolean;
  queue: boolean;
}

/** Can it do its work? A disk without room and a queue that stands still say no, though pages are still served. */
export async function readinessOf(ctx: Ctx): Promise<Readiness> {
  const database = await isDatabaseAnswering(ctx);
  const disk = await diskOf(ctx.config.dataDir).then(
    (room) => !isDiskFull(room),
    () => false
  );
  const queue = database && (await queueOf(ctx)).oldestMs <= stuckMs;
  return { database, disk, queue };
}
