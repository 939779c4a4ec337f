// npm test: sets up what is missing, then unit tests, the build, and the end-to-end tests on the build. Goes on after a
// failure, so that one run tells everything; the exit code is not 0 when anything failed.
// usage: node scripts/test.mjs [--summary FILE]     FILE: the suites as JSON, for .ci/run
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensure } from './ensure-tools.mjs';
import { printSums, readOwn, readPlaywright, readVitest } from './results.mjs';
import { checkNode, ensureBuild, ensurePackages, giveUp, root, say } from './setup.mjs';

process.chdir(root);
const reports = join(root, 'test-results');
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'end-to-end.json');
const trialReport = join(reports, 'trial.json');

function step(name, text, args, program = 'npx') {
  const started = performance.now();
  say(name, text);
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  say(name, `${status === 0 ? 'done' : 'failed'} in ${Math.round((performance.now() - started) / 1000)} s`);
}

checkNode();
ensurePackages();
if (!ensure('browser')) giveUp('The end-to-end tests need a browser; see the line above.');
// what makes recordings is tried with it; without it those tests say that they were left out
ensure('ffmpeg');
mkdirSync(reports, { recursive: true });
for (const file of [unitReport, browserReport, trialReport]) rmSync(file, { force: true });

step('Unit', 'running', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]);
ensureBuild();
step('Browser', 'running on the build, en and es, with and without script', ['playwright', 'test']);
step(
  'Trial',
  'kills, a full disk, a flood, the drill: in short',
  ['scripts/trial.mjs', '--short', '--summary', trialReport],
  process.execPath
);

const suites = [
  readVitest('unit', unitReport),
  readPlaywright('end-to-end', browserReport),
  readOwn('trial', trialReport)
];
const summary = process.argv[process.argv.indexOf('--summary') + 1];
if (process.argv.includes('--summary') && summary) {
  mkdirSync(dirname(summary), { recursive: true });
  writeFileSync(summary, JSON.stringify(suites));
}
process.exitCode = printSums(suites) > 0 ? 1 : 0;
