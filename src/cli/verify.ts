import { Command } from 'commander';
import { formatBytes } from './bytes.ts';
import type { Output } from './output.ts';
import { createProgress, noProgress } from './progress.ts';
import { CommandFailed, run, withArchive } from './run.ts';

interface Options {
  backup?: string;
  pace?: string;
  json?: boolean;
}

/** Shows a bar from 200 files on. */
function bars(out: Output, label: string) {
  let bar = noProgress;
  return {
    at(done: number, total: number, what = '') {
      if (out.json || total < 200) return;
      if (bar === noProgress) bar = createProgress({ label, total });
      bar.at(done, what);
    },
    end: () => {
      if (bar !== noProgress) bar.end();
    }
  };
}

async function verifyArchive(out: Output, options: Options): Promise<void> {
  const { checkFiles, isClean } = await import('#lib/server/fixity/index.ts');
  const rest = Number(options.pace ?? '0');
  if (!(rest >= 0 && rest <= 100)) throw new CommandFailed('--pace: a number from 0 to 100.');
  const bar = bars(out, 'Reading files');
  const report = await withArchive('verify', (ctx) =>
    checkFiles(ctx, { rest, onProgress: (done, total, key) => bar.at(done, total, key) })
  );
  bar.end();
  out.data(report);
  for (const state of ['changed', 'missing', 'untracked'] as const) {
    for (const key of report[state]) if (!out.json) out.complain(`${state}: ${key}`);
  }
  const { checked, bytes, changed, missing, untracked } = report;
  out.say(
    `${checked} files read, ${formatBytes(bytes)}: ${changed.length} changed, ${missing.length} missing, ${untracked.length} untracked.`
  );
  if (isClean(report)) return;
  if (changed.length + missing.length > 0)
    out.say('Take changed and missing files from a backup: they have the same paths there.');
  if (untracked.length > 0)
    out.say('Untracked files belong to nothing in the archive; move them away when you know what they are.');
  process.exitCode = 1;
}

async function verifyBackup(out: Output, from: string): Promise<void> {
  const { checkBackup, findBackup, readManifest } = await import('#lib/server/backup/index.ts');
  const folder = await findBackup(from);
  const manifest = await readManifest(folder);
  if (!manifest) throw new CommandFailed(`There is no finished backup in ${folder}.`);
  const bar = bars(out, 'Reading files');
  const faults = await checkBackup(folder, manifest, (done, total) => bar.at(done, total));
  bar.end();
  out.data({ folder, files: manifest.files.length, faults });
  for (const { path, fault } of faults) if (!out.json) out.complain(`${fault}: ${path}`);
  out.say(`${folder}: ${manifest.files.length} files read, ${faults.length} not as they were.`);
  if (faults.length > 0) process.exitCode = 1;
}

export const verifyCommand = (): Command =>
  new Command('verify')
    .description('read every stored file and compare it with what it was')
    .option('--backup <dir>', 'look at a backup (or the latest in a folder) instead of the archive')
    .option('--pace <number>', 'after each file rest so many times as long as it took', '0')
    .option('--json', 'answer with one JSON object')
    .addHelpText(
      'after',
      `
Exit code 1 when something is not as it was: changed (another content), missing, untracked (nothing in the archive names
it). A running server does this by itself, a part each day.

Examples:
  acervo verify
  acervo verify --pace 2
  acervo verify --backup /mnt/disk/acervo`
    )
    .action((options: Options) =>
      run(options, (out) => (options.backup ? verifyBackup(out, options.backup) : verifyArchive(out, options)))
    );
