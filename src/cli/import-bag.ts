import type { Output } from './output.ts';
import { CommandFailed, withArchive } from './run.ts';

/** What `acervo export` wrote, taken in again. */
export async function importBag(
  out: Output,
  folders: string[],
  { dryRun = false }: { dryRun?: boolean }
): Promise<void> {
  const { takeInBag } = await import('#lib/server/bag/index.ts');
  const { keepPromises } = await import('#lib/server/records/index.ts');
  const { refreshIndex } = await import('#lib/server/search/index.ts');
  const [folder = '', ...more] = folders;
  if (more.length > 0) throw new CommandFailed('A bag is imported by itself, one at a time.');
  if (dryRun) throw new CommandFailed('A bag has no --dry-run. To see whether it is whole: acervo verify-bag');
  const report = await withArchive('import', async (ctx) => {
    const taken = await takeInBag(ctx, folder);
    await keepPromises(ctx);
    await refreshIndex(ctx, () => undefined);
    return taken;
  });
  out.data(report);
  const rows = Object.values(report.taken).reduce((sum, count) => sum + count, 0);
  out.say(
    `${rows.toLocaleString('en')} rows taken in, ${report.here.toLocaleString('en')} left out because they are here already.`
  );
}
