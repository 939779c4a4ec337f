import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assertNoRestoreLeft } from '#lib/server/operating/unfinished.ts';

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

/** As mkdir -p. Node's own `recursive` never comes back where the system says ENOENT for ever, as below /proc. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (hasCode(error, 'EEXIST') && statSync(path).isDirectory()) return;
    if (!hasCode(error, 'ENOENT') || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    mkdirSync(path);
  }
}

/** Makes the folder when it is missing and tries whether it can be written to; throws what the system says. */
export function prepareDataDir(dataDir: string): void {
  makeFolder(dataDir);
  assertNoRestoreLeft(dataDir);
  const probe = join(dataDir, `.probe-${process.pid}`);
  writeFileSync(probe, '');
  rmSync(probe);
}
