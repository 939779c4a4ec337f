// npm run trial [-- --short] [--summary FILE]: what an archive survives. Kills, full disks, failing steps, floods, the drill.
// Prints a table with what was counted. The long form takes about a quarter of an hour (at most 40 minutes), the short one
// less than a minute; `npm test` runs the short one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, root } from './setup.mjs';
import { must } from './trial/tools.mjs';
import * as trials from './trial/trials.mjs';

process.chdir(root);
const short = process.argv.includes('--short');
const seed = 20_261_129;
/** Reproducible: Park and Miller's. */
let state = seed;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

const dir = mkdtempSync(join(tmpdir(), 'acervo-trial-'));
const source = join(dir, 'source');
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
const plan = (
  short
    ? [
        ['drill', {}],
        ['killBackup', { rounds: 3 }],
        ['killRestore', { rounds: 3 }],
        ['killImport', { rounds: 3 }],
        ['killServer', { rounds: 2 }],
        ['diskFull', {}],
        ['nginx', {}],
        ['units', {}],
        ['flood', { seconds: 3 }]
      ]
    : [
        ['drill', {}],
        ['killBackup', { rounds: 40 }],
        ['killRestore', { rounds: 40 }],
        ['killImport', { rounds: 40 }],
        ['killServer', { rounds: 20 }],
        ['diskFull', {}],
        ['nginx', {}],
        ['units', {}],
        ['everyStep', {}],
        ['flood', { seconds: 30 }],
        ['soak', { seconds: 600 }]
      ]
).filter(([name]) => only === undefined || name === only);

const suite = { name: 'trial', passed: 0, failed: 0, skipped: [] };
const rows = [];
try {
  ensureBuild();
  must(source, 'import', 'seed', 'captions', '--publish');
  for (const [name, counts] of plan) {
    const started = performance.now();
    let said;
    try {
      const result = await trials[name]({ dir, source, random, rounds: 1, seconds: 1, ...counts });
      said = typeof result === 'string' ? result : `SKIPPED: ${result.skipped}`;
      if (typeof result === 'string') suite.passed++;
      else suite.skipped.push(`trial ${name}: ${result.skipped}`);
    } catch (error) {
      suite.failed++;
      said = `FAILED: ${error instanceof Error ? error.message : String(error)}`;
    }
    const seconds = Math.round((performance.now() - started) / 1000);
    rows.push(`| ${name} | ${seconds} s | ${said.replaceAll('\n', ' ')} |`);
    console.log(`${said.startsWith('FAILED') ? '✗' : '✓'} ${name} (${seconds} s): ${said}`);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
console.log(['', '| Trial | Took | What was survived |', '| --- | --- | --- |', ...rows].join('\n'));
const at = process.argv.indexOf('--summary');
if (at > 0) writeFileSync(process.argv[at + 1], JSON.stringify([suite]));
process.exitCode = suite.failed > 0 ? 1 : 0;
