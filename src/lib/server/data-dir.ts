import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the folder when it is missing and tries whether it can be written to; throws what the system says. */
export function prepareDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const probe = join(dataDir, `.probe-${process.pid}`);
  writeFileSync(probe, '');
  rmSync(probe);
}
