// Publishes, merges and rebuilds until it is killed: node --import tsx restless-index.ts DATABASE SEED
import { operator } from '#lib/domain/access/viewer.ts';
import { readConfig } from '#lib/server/config.ts';
import { createContext } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { createLog } from '#lib/server/log.ts';
import { leaveIndex, rebuildIndex, refreshIndex } from '#lib/server/search/index.ts';
import { mergeSegments } from '#lib/server/search/merge.ts';
import { publishLines } from './archive.ts';

const [databaseUrl = '', seed = '1'] = process.argv.slice(2);
let state = Number(seed);
const below = (n: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * n);
};
const words = 'barranca arroyo tierra territorio y la de no asilo año niña'.split(' ');
const line = () => Array.from({ length: 6 }, () => words[below(words.length)]).join(' ');

const db = await openDatabase(databaseUrl);
const config = { ...readConfig({}), databaseUrl };
const ctx = createContext({ db, viewer: operator('test'), config, log: createLog('error') });
process.send?.('ready');
for (;;) {
  await publishLines(ctx, `r${String(below(8))}`, { es: Array.from({ length: 40 }, line) }, [leaveIndex]);
  await refreshIndex(ctx);
  await mergeSegments(ctx);
  if (below(4) === 0) await rebuildIndex(ctx);
}
