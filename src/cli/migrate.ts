import { Command } from 'commander';
import type { Output } from './output.ts';
import { run } from './run.ts';

async function migrate(out: Output): Promise<void> {
  const { readConfig } = await import('#lib/server/config.ts');
  const { prepareDataDir } = await import('#lib/server/data-dir.ts');
  const { openDatabase } = await import('#lib/server/db/open.ts');
  const { assertNoServer } = await import('#lib/server/lock.ts');
  const { dataDir, databaseUrl } = readConfig();
  prepareDataDir(dataDir);
  assertNoServer(dataDir);
  const db = await openDatabase(databaseUrl);
  try {
    await db.migrate();
  } finally {
    await db.close();
  }
  out.say(`The database of ${dataDir} has the newest shape.`);
  out.data({ dataDir, migrated: true });
}

export const migrateCommand = (): Command =>
  new Command('migrate')
    .description('bring the database to the newest shape; not while a server is running')
    .option('--json', 'answer with one JSON object a line')
    .addHelpText('after', '\nExamples:\n  acervo migrate\n  DATA_DIR=data/demo acervo migrate')
    .action((options: { json?: boolean }) => run(options, migrate));
