import { readdir } from 'node:fs/promises';
import type { Ctx } from '#lib/server/context.ts';
import { conditionOf } from '#lib/server/operating/condition.ts';
import { metricsText, Traffic } from '#lib/server/operating/metrics.ts';
import { programVersion } from '#lib/server/program.ts';

const openFiles = (): Promise<number | null> =>
  readdir('/proc/self/fd').then(
    (names) => names.length,
    () => null // not Linux
  );

/** What a program that watches over the server reads. */
export async function metricsOf(ctx: Ctx): Promise<string> {
  const { disk, queue, backup, fixity } = await conditionOf(ctx);
  const seconds = (at: number | undefined) => (at === undefined ? null : Math.round(at / 1000));
  return metricsText(
    Traffic.shared,
    {
      freeBytes: disk.free,
      jobs: queue,
      lastBackup: seconds(backup?.at),
      lastFixity: seconds(fixity?.at),
      fixityOk: fixity?.ok ?? true,
      openFiles: await openFiles()
    },
    programVersion()
  );
}
