// The server of the end-to-end tests: the build, on the first archive freshly imported into a folder that is made anew.
// Playwright starts it; DATA_DIR and PORT come from playwright.config.ts.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';

const { DATA_DIR: dataDir } = process.env;
// what the environment says of another archive does not count here
delete process.env.PUBLIC_URL;
delete process.env.DATABASE_URL;
if (!dataDir?.startsWith(join(root, 'test-results/')))
  throw new Error(`DATA_DIR=${dataDir} is not below test-results/`);
rmSync(dataDir, { recursive: true, force: true });
const folders = ['seed', 'captions'].filter((name) => existsSync(join(root, name)));
run(process.execPath, ['build/cli.js', 'import', ...folders, '--publish'], {
  failed: 'The archive for the tests could not be imported.'
});
await import('../build/start.js');

// killed without a word, Playwright would leave the server behind
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 1000).unref();
