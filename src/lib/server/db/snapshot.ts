import Sqlite from 'better-sqlite3';

/** Who is signed in, and what leads to being signed in: never in a copy that leaves the machine. */
const passing = ['sessions'];

/**
 * A copy of the SQLite database as it was at one moment, by SQLite's own online backup, while others go on writing.
 * Sessions are taken out of it, and the pages that they stood on.
 */
export async function snapshotSqlite(file: string, target: string): Promise<void> {
  const source = new Sqlite(file, { readonly: true, timeout: 5000 });
  try {
    // in one step: after each smaller one a write of another process would begin the copy anew
    await source.backup(target, { progress: () => 0x7fffffff });
  } finally {
    source.close();
  }
  const copy = new Sqlite(target);
  try {
    copy.pragma('journal_mode = DELETE'); // one file, without a -wal beside it
    copy.pragma('secure_delete = ON');
    const there = copy.prepare("select name from sqlite_master where type = 'table'").pluck().all();
    for (const table of passing) if (there.includes(table)) copy.exec(`delete from "${table}"`);
    copy.exec('vacuum');
  } finally {
    copy.close();
  }
}

/** What a copy is made of, read without the rest of the program: it may be of an older shape. */
export function readSnapshot(file: string): {
  migrations: number;
  files: { key: string; sha256: string; bytes: number }[];
} {
  const copy = new Sqlite(file, { readonly: true });
  try {
    const migrations = copy.prepare('select count(*) from __drizzle_migrations').pluck().get();
    const files = copy.prepare('select key, sha256, bytes from files order by key').all();
    return {
      migrations: typeof migrations === 'number' ? migrations : 0,
      files: files as { key: string; sha256: string; bytes: number }[]
    };
  } finally {
    copy.close();
  }
}

/** Null: whole. Else what SQLite says of it. */
export function damageOf(file: string): string | null {
  const copy = new Sqlite(file, { readonly: true });
  try {
    const said = copy.pragma('integrity_check', { simple: true });
    return said === 'ok' ? null : String(said);
  } finally {
    copy.close();
  }
}
