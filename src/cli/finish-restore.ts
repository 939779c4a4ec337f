import { operator } from '#lib/domain/access/viewer.ts';
import type { Config } from '#lib/server/config.ts';
import { createContext } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { inTransaction } from '#lib/server/context.ts';
import { createLog } from '#lib/server/log.ts';
import { noteOperation } from '#lib/server/operating/index.ts';
import { keepPromises } from '#lib/server/records/index.ts';
import { refreshIndex } from '#lib/server/search/index.ts';

/** What must be true of a database that came from outside before anybody is served from it. */
export async function finishRestore(config: Config): Promise<void> {
  const db = await openDatabase(config.databaseUrl);
  try {
    await db.migrate();
    const ctx = createContext({ db, viewer: operator('restore'), config, log: createLog(config.logLevel) });
    const startedAt = ctx.now();
    await keepPromises(ctx);
    await inTransaction(ctx, (tx) => raiseContentRevision(tx.write));
    await refreshIndex(ctx, () => undefined);
    await noteOperation(ctx, { kind: 'restore', startedAt, ok: true, data: {} });
  } finally {
    await db.close();
  }
}
