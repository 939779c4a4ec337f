import { workerData } from 'node:worker_threads';
import { operator } from '#lib/domain/access/viewer.ts';
import { readConfig } from '#lib/server/config.ts';
import { createContext } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { createLog } from '#lib/server/log.ts';
import type { MergeSettings } from '#lib/server/search/merge-job.ts';
import { mergeSegments } from '#lib/server/search/merge.ts';

const { databaseUrl } = workerData as MergeSettings;
const config = { ...readConfig(), databaseUrl };
const db = await openDatabase(databaseUrl);
try {
  const ctx = createContext({ db, viewer: operator('job index-merge'), config, log: createLog(config.logLevel) });
  while (await mergeSegments(ctx));
} finally {
  await db.close();
}
