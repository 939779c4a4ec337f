import { resolve } from 'node:path';
import { Command } from 'commander';
import { formatBytes } from './bytes.ts';
import type { Output } from './output.ts';
import { createProgress, noProgress } from './progress.ts';
import { CommandFailed, run, withArchive } from './run.ts';

interface Options {
  link?: boolean;
  keep?: string;
  encryptTo?: string;
  json?: boolean;
}

const plural = (n: number, word: string) => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;

async function backup(out: Output, into: string, options: Options): Promise<void> {
  const { makeBackup, sealBackup } = await import('#lib/server/backup/index.ts');
  const keep = options.keep === undefined ? undefined : Number(options.keep);
  if (keep !== undefined && !(Number.isInteger(keep) && keep >= 1)) {
    throw new CommandFailed('--keep: a whole number from 1.');
  }
  let bar = noProgress;
  const report = await withArchive('backup', (ctx) =>
    makeBackup(ctx, {
      into: resolve(into),
      ...(keep === undefined ? {} : { keep }),
      link: options.link ?? false,
      onProgress(done, total, what) {
        if (out.json || total < 200) return;
        if (bar === noProgress) bar = createProgress({ label: 'Copying files', total });
        bar.at(done, what);
      }
    })
  );
  bar.end();
  const sealed = options.encryptTo ? await sealBackup(report.folder, options.encryptTo) : null;
  out.data({ ...report, sealed });
  const { folder, copied, linked, bytes, damaged, removed } = report;
  out.say(
    `${folder}: ${plural(copied, 'new file')}, ${linked.toLocaleString('en')} as in the last one, ${formatBytes(bytes)} in all.`
  );
  if (sealed) out.say(`Sealed: ${sealed}`);
  if (removed.length > 0) out.say(`${plural(removed.length, 'old backup')} removed.`);
  if (damaged.length === 0) return;
  out.complain(
    `${plural(damaged.length, 'file')} of the archive could not be taken, gone or changed: ${damaged.slice(0, 5).join(', ')}. Run: acervo verify`
  );
  process.exitCode = 1;
}

export const backupCommand = (): Command =>
  new Command('backup')
    .description('copy the archive into a new folder in DIR, while the site works')
    .argument(
      '<dir>',
      'where backups are kept, best on another disk; what has not changed since the last one takes no space'
    )
    .option(
      '--link',
      'give the archive’s files a second name instead of copying them (same disk: no help when it fails)'
    )
    .option('--keep <count>', 'keep so many backups and remove older ones')
    .option('--encrypt-to <key>', 'beside the folder write one file, encrypted to an age or gpg key')
    .option('--json', 'answer with one JSON object')
    .addHelpText(
      'after',
      `
Sessions are left out. Exit code 1: not done, or done without files that are damaged in the archive itself.

Examples:
  acervo backup /mnt/disk/acervo
  acervo backup /mnt/disk/acervo --keep 30
  acervo backup /srv/out --encrypt-to age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq`
    )
    .action((into: string, options: Options) => run(options, (out) => backup(out, into, options)));
