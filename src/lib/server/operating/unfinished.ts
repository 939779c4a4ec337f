import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorProblem } from '#lib/server/errors.ts';

const markName = 'restore.unfinished';

/** Stands in the data folder from the first step of a restore to the last; what it holds says how to go on. */
export const restoreMark = (dataDir: string): string => join(dataDir, markName);

/** Nothing may be served or changed while half of a restore is there. */
export function assertNoRestoreLeft(dataDir: string): void {
  const mark = restoreMark(dataDir);
  if (!existsSync(mark)) return;
  const from = readFileSync(mark, 'utf8').split('\n')[0] ?? '';
  throw new OperatorProblem(`A restore into ${dataDir} was broken off. Run it again: acervo restore ${from}`);
}
