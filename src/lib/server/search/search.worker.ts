import { parentPort, workerData } from 'node:worker_threads';
import { answerSearch } from '#lib/server/search/answer.ts';
import { Searcher } from '#lib/server/search/engine/search.ts';
import type { Answer, Question, WorkerSettings } from '#lib/server/search/pool.ts';

const { databaseUrl, limitMs } = workerData as WorkerSettings;
const isPostgres = /^postgres(ql)?:/.test(databaseUrl);
const reader = isPostgres
  ? (await import('#lib/server/search/postgres-reader.ts')).openPostgresArchive(databaseUrl, limitMs)
  : (await import('#lib/server/search/sqlite-reader.ts')).openSqliteArchive(databaseUrl);
const searcher = new Searcher(reader);
const port = parentPort;
if (port === null) throw new Error('a search thread is started by the pool');

port.on('message', ({ id, request }: Question) => {
  answerSearch(reader, searcher, request)
    .then((answer): Answer => ({ id, answer }))
    .catch((error: unknown): Answer => ({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error)
    }))
    .then((message) => port.postMessage(message))
    .catch(() => undefined);
});
port.postMessage('ready');
