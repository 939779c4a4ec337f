// npm run bench -- NAME [options]: runs bench/NAME/index.mjs. Options: --json (only the last line), and what NAME says itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const [name, ...options] = process.argv.slice(2);
const file = join(here, name ?? '', 'index.mjs');
if (!name || !/^[a-z][a-z-]*$/.test(name) || !existsSync(file)) {
  const names = readdirSync(here).filter((entry) => existsSync(join(here, entry, 'index.mjs')));
  console.error(`usage: npm run bench -- NAME [options]; there are: ${names.join(', ')}`);
  process.exit(2);
}
if (!existsSync(join(here, 'node_modules', '.package-lock.json'))) {
  console.error('Installing the rivals of bench/package.json (npm ci, once) …');
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 2, 2] });
  if (installed.status !== 0) process.exit(installed.status ?? 1);
}
process.exitCode = spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' }).status ?? 1;
