import { pathIn } from '#lib/domain/i18n/paths.ts';
import { Attempts, needsSetUp, newSetUpToken, type Sessions } from '#lib/server/auth/index.ts';
import { createSessions } from '#lib/server/auth/session.ts';
import { operator, type Viewer } from '#lib/domain/access/viewer.ts';
import { readConfig } from '#lib/server/config.ts';
import { createContext, type Ctx } from '#lib/server/context.ts';
import { prepareDataDir } from '#lib/server/data-dir.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { scheduleFixity } from '#lib/server/fixity/index.ts';
import { scheduleLinks } from '#lib/server/links/index.ts';
import { KeptFiles } from '#lib/server/http/kept-files.ts';
import { KeptPages } from '#lib/server/http/kept-pages.ts';
import { jobKinds, mediaKinds, promptKinds } from '#lib/server/jobs/registry.ts';
import { createRunner } from '#lib/server/jobs/runner.ts';
import { createLog, describeError, type Log } from '#lib/server/log.ts';
import { keepPromises } from '#lib/server/records/index.ts';
import { openSearch, type SearchEngine } from '#lib/server/search/index.ts';
import { sweepUploads } from '#lib/server/uploads/index.ts';

/** What signing in needs beside the database. */
export interface Door {
  sessions: Sessions;
  /** Passwords that were wrong lately. */
  attempts: Attempts;
  /** What the first organizer must know; null as soon as somebody may sign in. */
  setUpToken: string | null;
}

/** What lives as long as the server: opened by SvelteKit's `init`, closed when the server stops. */
export interface App {
  door: Door;
  contextFor(viewer: Viewer): Ctx;
  search: SearchEngine;
  close(): Promise<void>;
}

/** Now and then again, for as long as the server lives; one time that fails is written to the log. */
function every(ms: number, log: Log, what: () => Promise<void>): NodeJS.Timeout {
  const once = () =>
    void what().catch((error: unknown) => log.error('the schedule failed', { detail: describeError(error) }));
  once();
  return setInterval(once, ms).unref();
}

export async function openApp(): Promise<App> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  prepareDataDir(config.dataDir);
  const db = await openDatabase(config.databaseUrl);
  await db.migrate();
  KeptPages.shared.revision = () => db.contentRevision();
  const contextFor = (viewer: Viewer) => createContext({ db, viewer, config, log });
  await keepPromises(contextFor(operator('start')));
  const kindsHere = config.hasMediaWorker ? [jobKinds, promptKinds] : [jobKinds, promptKinds, mediaKinds];
  const runners = kindsHere.map((kinds) => createRunner({ ctx: contextFor(operator('jobs')), kinds }));
  for (const runner of runners) runner.start();
  const schedule = every(10 * 60_000, log, async () => {
    await scheduleFixity(contextFor(operator('schedule')));
    await scheduleLinks(contextFor(operator('schedule')));
  });
  const sweep = every(60 * 60_000, log, async () => {
    await sweepUploads(contextFor(operator('schedule')));
  });
  const search = openSearch(contextFor(operator('search')));
  search.pool.start();
  const sessions = createSessions(db, { publicUrl: config.publicUrl });
  const door: Door = { sessions, attempts: new Attempts(), setUpToken: null };
  if (await needsSetUp(contextFor(operator('start')))) {
    door.setUpToken = newSetUpToken();
    const page = new URL(pathIn('en', 'setup'), config.publicUrl).href;
    console.log(`Nobody may sign in yet. Set the archive up at ${page} with this token: ${door.setUpToken}`);
  }
  return {
    door,
    contextFor,
    search,
    async close() {
      KeptPages.shared.revision = null;
      KeptFiles.shared.clear();
      for (const timer of [schedule, sweep]) clearInterval(timer);
      await Promise.all(runners.map((runner) => runner.stop()));
      await search.close();
      await db.close();
    }
  };
}
