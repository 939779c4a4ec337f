import { parentPort, workerData } from 'node:worker_threads';
import { answerSearch } from '#lib/server/search/answer.ts';
import { Searcher } from '#lib/server/search/engine/search.ts';
import { nearbyWords, wordsBeginning } from '#lib/server/search/nearby.ts';
import type { Answer, Ask, Question, Reply, WorkerSettings } from '#lib/server/search/pool.ts';

const { databaseUrl, limitMs } = workerData as WorkerSettings;
const isPostgres = /^postgres(ql)?:/.test(databaseUrl);
const reader = isPostgres
  ? (await import('#lib/server/search/postgres-reader.ts')).openPostgresArchive(databaseUrl, limitMs)
  : (await import('#lib/server/search/sqlite-reader.ts')).openSqliteArchive(databaseUrl);
const searcher = new Searcher(reader);
const port = parentPort;
if (port === null) throw new Error('a search thread is started by the pool');

async function replyTo(ask: Ask): Promise<Reply> {
  if (ask.kind === 'nearby') return { kind: 'nearby', nearby: await nearbyWords(reader, ask.word) };
  if (ask.kind === 'beginning') return { kind: 'beginning', words: await wordsBeginning(reader, ask.begin, ask.most) };
  return { kind: 'search', answer: await answerSearch(reader, searcher, ask.request) };
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

port.on('message', ({ id, ask }: Question) => {
  replyTo(ask)
    .then((reply): Answer => ({ id, reply }))
    .catch((error: unknown): Answer => ({ id, error: stackOf(error) }))
    .then((message) => port.postMessage(message))
    .catch(() => undefined);
});
port.postMessage('ready');
