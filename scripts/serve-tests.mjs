// The server of the end-to-end tests: the build, on the first archive freshly imported into a folder that is made anew.
// Playwright starts it; DATA_DIR, PORT and PUBLIC_URL come from playwright.config.ts.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';

const { DATA_DIR: dataDir } = process.env;
if (!dataDir?.startsWith(join(root, 'test-results/')))
  throw new Error(`DATA_DIR=${dataDir} is not below test-results/`);
rmSync(dataDir, { recursive: true, force: true });
const folders = ['seed', 'captions'].filter((name) => existsSync(join(root, name)));
run(process.execPath, ['build/cli.js', 'import', ...folders, '--publish'], {
  failed: 'The archive for the tests could not be imported.'
});
await import('../build/start.js');
