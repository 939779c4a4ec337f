import { createSessions } from '#lib/server/auth/session.ts';
import { operator, type Viewer } from '#lib/domain/access/viewer.ts';
import { readConfig } from '#lib/server/config.ts';
import { createContext, type Ctx } from '#lib/server/context.ts';
import { prepareDataDir } from '#lib/server/data-dir.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { KeptPages } from '#lib/server/http/kept-pages.ts';
import { jobKinds } from '#lib/server/jobs/registry.ts';
import { createRunner } from '#lib/server/jobs/runner.ts';
import { createLog } from '#lib/server/log.ts';
import { openSearch, type SearchEngine } from '#lib/server/search/index.ts';

/** What lives as long as the server: opened by SvelteKit's `init`, closed when the server stops. */
export interface App {
  sessions: ReturnType<typeof createSessions>;
  contextFor(viewer: Viewer): Ctx;
  search: SearchEngine;
  close(): Promise<void>;
}

export async function openApp(): Promise<App> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  prepareDataDir(config.dataDir);
  const db = await openDatabase(config.databaseUrl);
  await db.migrate();
  KeptPages.shared.revision = () => db.contentRevision();
  const contextFor = (viewer: Viewer) => createContext({ db, viewer, config, log });
  const runner = createRunner({ ctx: contextFor(operator('jobs')), kinds: jobKinds });
  runner.start();
  const search = openSearch(contextFor(operator('search')));
  return {
    sessions: createSessions(db, { publicUrl: config.publicUrl }),
    contextFor,
    search,
    async close() {
      KeptPages.shared.revision = null;
      await runner.stop();
      await search.close();
      await db.close();
    }
  };
}
