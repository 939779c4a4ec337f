import { renameSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { knownMigrations } from '#lib/server/db/migrations.ts';
import { snapshotSqlite } from '#lib/server/db/snapshot.ts';
import { OperatorProblem } from '#lib/server/errors.ts';

function appliedTo(file: string): number {
  const connection = new Sqlite(file, { timeout: 5000 });
  try {
    const table = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
    const count = table ? connection.prepare('select count(*) from __drizzle_migrations').pluck().get() : 0;
    return typeof count === 'number' ? count : 0;
  } finally {
    connection.close();
  }
}

/**
 * Before the shape of a database is changed, a copy of it as it was stands beside it: `acervo.before-3.db` had three
 * migrations. A database of a newer program is refused: this one could only damage it.
 */
export async function saveBeforeMigration(file: string): Promise<void> {
  const applied = appliedTo(file);
  const known = knownMigrations();
  if (applied > known) {
    throw new OperatorProblem(
      `${file} is of a newer program: it has ${applied} migrations, this one knows ${known}. Install that program again, or restore the backup from before the upgrade.`
    );
  }
  if (applied === 0 || applied === known) return;
  const copy = file.replace(/\.db$/, '') + `.before-${applied}.db`;
  rmSync(`${copy}.part`, { force: true });
  await snapshotSqlite(file, `${copy}.part`);
  renameSync(`${copy}.part`, copy);
}
