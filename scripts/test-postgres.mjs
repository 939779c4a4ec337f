// npm run test:postgres: the test files that tests/postgres.txt names, on a throw-away PostgreSQL.
// usage: node scripts/test-postgres.mjs [--summary FILE] [vitest arguments]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensure } from './ensure-tools.mjs';
import { printSums, readVitest } from './results.mjs';
import { checkNode, ensurePackages, giveUp, root, say } from './setup.mjs';

process.chdir(root);
const args = process.argv.slice(2);
const at = args.indexOf('--summary');
const [, summary] = at >= 0 ? args.splice(at, 2) : [];
const report = join(root, 'test-results/postgres.json');

checkNode();
ensurePackages();
if (!ensure('postgres')) giveUp('These tests need PostgreSQL; see the line above.');
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });
say('Postgres', 'running what touches the database');
const listed = readFileSync('tests/postgres.txt', 'utf8')
  .split('\n')
  .filter((line) => /^[^#]/.test(line));
const where = args.length > 0 ? args : listed;
const vitest = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...where];
spawnSync(process.execPath, ['scripts/with-postgres.mjs', 'npx', ...vitest], { stdio: 'inherit' });

const suites = [readVitest('postgres', report)];
if (summary) writeFileSync(summary, JSON.stringify(suites));
process.exitCode = printSums(suites) > 0 ? 1 : 0;
