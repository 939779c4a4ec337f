import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { and, count, countDistinct, eq, isNull, sql } from 'drizzle-orm';
import { operator } from '#lib/domain/access/viewer.ts';
import type { Config } from '#lib/server/config.ts';
import { createContext, type Ctx } from '#lib/server/context.ts';
import { dialect } from '#lib/server/db/dialect.ts';
import { knownMigrations } from '#lib/server/db/migrations.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { organizers, readingTracks, searchDocuments } from '#lib/server/db/schema/index.ts';
import { dayMs, doubtful, right, wrong, type Checks } from '#lib/server/doctor/finding.ts';
import { serverOf } from '#lib/server/lock.ts';
import { silentLog } from '#lib/server/log.ts';
import { conditionOf, lastOperation } from '#lib/server/operating/index.ts';
import { readLedger } from '#lib/server/protections/index.ts';

/** The archive as it is, for one question. */
async function inArchive<T>(config: Config, ask: (ctx: Ctx) => Promise<T>): Promise<T> {
  const db = await openDatabase(config.databaseUrl);
  try {
    if (serverOf(config.dataDir) === null) await db.migrate();
    return await ask(createContext({ db, viewer: operator('doctor'), config, log: silentLog }));
  } finally {
    await db.close();
  }
}

// PostgreSQL looks after its own pages (data checksums); there it is asked only whether it answers
const quickCheck = dialect === 'sqlite' ? sql<string>`quick_check` : sql<string>`'ok'`;
const quickCheckTable = dialect === 'sqlite' ? sql`pragma_quick_check` : sql`(select 1) as one`;
const brokenLinks =
  dialect === 'sqlite' ? sql<number>`(select count(*) from pragma_foreign_key_check)` : sql<number>`0`;

const ago = (now: number, at: number) => {
  const days = Math.floor((now - at) / dayMs);
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
};

export const archiveChecks: Checks = {
  database: (config) =>
    inArchive(config, async ({ read }) => {
      const [row] = await read.select({ said: quickCheck }).from(sql`${quickCheckTable}`);
      return row?.said === 'ok'
        ? right(`It answers and is whole (${dialect}).`)
        : wrong(`It is damaged: ${row?.said}. Restore it: acervo restore`);
    }),

  references: (config) =>
    inArchive(config, async ({ read }) => {
      const [row] = await read.select({ n: brokenLinks }).from(sql`(select 1) as one`);
      const n = Number(row?.n ?? 0);
      return n === 0
        ? right('No row refers to one that is gone.')
        : wrong(`${n} rows refer to rows that are gone. Restore a backup, and tell us how it came about.`);
    }),

  shape: (config) =>
    inArchive(config, async () => right(`The database has the newest shape (${knownMigrations()} changes).`)),

  search: (config) =>
    inArchive(config, async ({ read }) => {
      const [[kept], [wanted]] = await Promise.all([
        read.select({ n: count() }).from(searchDocuments),
        read.select({ n: countDistinct(readingTracks.recordingId) }).from(readingTracks)
      ]);
      const [has, needs] = [kept?.n ?? 0, wanted?.n ?? 0];
      return has < needs
        ? doubtful(`${has} of ${needs} recordings with captions can be searched. Run: acervo search refresh`)
        : right(`${needs} recordings can be searched.`);
    }),

  'stored files': (config) =>
    inArchive(config, async (ctx) => {
      const last = await lastOperation(ctx, 'fixity');
      if (!last) return doubtful('Stored files were never compared with their hashes. Run: acervo verify');
      const when = ago(ctx.now(), last.endedAt);
      return last.ok
        ? right(`Compared ${when}: nothing changed.`)
        : wrong(`Compared ${when}: some are not what they were. Run: acervo verify`);
    }),

  backup: (config) =>
    inArchive(config, async (ctx) => {
      const last = await lastOperation(ctx, 'backup');
      if (!last) return doubtful('There is no backup. Run: acervo backup FOLDER, on another disk, every night');
      const when = `The last one was made ${ago(ctx.now(), last.endedAt)}`;
      if (ctx.now() - last.endedAt > config.backupWarnDays * dayMs)
        return doubtful(`${when}. Make one: acervo backup FOLDER`);
      return last.ok ? right(`${when}.`) : doubtful(`${when} and lacks damaged files. Run: acervo verify`);
    }),

  jobs: (config) =>
    inArchive(config, async (ctx) => {
      const { queue } = await conditionOf(ctx);
      const text = `${queue.waiting} wait, ${queue.running} run, ${queue.failed} failed this month.`;
      if (queue.oldestMs > 15 * 60_000)
        return doubtful(
          `${text} The oldest has waited ${Math.round(queue.oldestMs / 60_000)} minutes: is a server running?`
        );
      return queue.failed > 0 ? doubtful(`${text} Their recordings say what went wrong.`) : right(text);
    }),

  organizers: (config) =>
    inArchive(config, async ({ read }) => {
      const active = and(eq(organizers.role, 'admin'), isNull(organizers.disabledAt));
      const [row] = await read.select({ n: count() }).from(organizers).where(active);
      const n = row?.n ?? 0;
      const make = 'acervo organizer create --role admin --email …';
      if (n === 0) return doubtful(`Nobody may administer the archive in a browser. Make somebody: ${make}`);
      return n === 1
        ? doubtful(`One admin only. When that person is away, nobody can help: ${make}`)
        : right(`${n} admins.`);
    }),

  promises: async (config) => {
    const ledger = await readLedger(config);
    return right(
      ledger.size === 0
        ? 'Nobody was promised anything about being shown.'
        : `${ledger.size} people are protected; the ledger can be read.`
    );
  },

  'secret key': async ({ dataDir }) => {
    const file = join(dataDir, 'secret.key');
    if (!existsSync(file)) return right('None has been needed yet.');
    const { mode } = await stat(file);
    return (mode & 0o077) === 0
      ? right('Only this user can read it.')
      : wrong(`Others on this machine can read ${file}. Run: chmod 600 ${file}`);
  }
};
