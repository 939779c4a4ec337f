import { parentPort, workerData } from 'node:worker_threads';
import { answerSearch } from '#lib/server/search/answer.ts';
import { Searcher } from '#lib/server/search/engine/search.ts';
import { knownWords, nearbyWords, wordsBeginning } from '#lib/server/search/nearby.ts';
import type { Answer, Ask, Question, Reply, WorkerSettings } from '#lib/server/search/pool.ts';

const { databaseUrl, limitMs } = workerData as WorkerSettings;
const isPostgres = /^postgres(ql)?:/.test(databaseUrl);
const reader = isPostgres
  ? (await import('#lib/server/search/postgres-reader.ts')).openPostgresArchive(databaseUrl, limitMs)
  : (await import('#lib/server/search/sqlite-reader.ts')).openSqliteArchive(databaseUrl);
const searcher = new Searcher(reader);
/** In postings, see Searcher.weigh(): some tens of milliseconds. */
const lightWeight = 1_500_000;
const port = parentPort;
if (port === null) throw new Error('a search thread is started by the pool');

async function replyTo(ask: Ask): Promise<Reply> {
  if (ask.kind === 'nearby') return { kind: 'nearby', nearby: await nearbyWords(reader, ask.word) };
  if (ask.kind === 'tilde') return { kind: 'tilde', words: await knownWords(reader, ask.words) };
  if (ask.kind === 'beginning') return { kind: 'beginning', words: await wordsBeginning(reader, ask.begin, ask.most) };
  return { kind: 'search', answer: await answerSearch(reader, searcher, ask.request) };
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

async function answerTo({ id, ask, onlyLight }: Question): Promise<Answer> {
  if (onlyLight && ask.kind === 'search' && (await searcher.weigh(ask.request)) > lightWeight)
    return { id, heavy: true };
  return { id, reply: await replyTo(ask) };
}

port.on('message', (question: Question) => {
  const { id } = question;
  answerTo(question)
    .catch((error: unknown): Answer => ({ id, error: stackOf(error) }))
    .then((message) => port.postMessage(message))
    .catch(() => undefined);
});
// an index that cannot be read is said by the first question that needs it
await reader.inSnapshot(() => searcher.open()).catch(() => undefined);
port.postMessage('ready');
