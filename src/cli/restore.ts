import { Command } from 'commander';
import { formatBytes } from './bytes.ts';
import type { Output } from './output.ts';
import { createProgress, noProgress } from './progress.ts';
import { run } from './run.ts';

interface Options {
  replace?: boolean;
  json?: boolean;
}

const labels = { check: 'Reading the backup', copy: 'Copying files' } as const;

async function restore(out: Output, from: string, options: Options): Promise<void> {
  const { readConfig } = await import('#lib/server/config.ts');
  const { restoreBackup } = await import('#lib/server/backup/index.ts');
  const { finishRestore } = await import('./finish-restore.ts');
  const config = readConfig();
  let bar = noProgress;
  let phase = '';
  const report = await restoreBackup(
    config,
    {
      from,
      replace: options.replace ?? false,
      onProgress(now, done, total) {
        if (out.json || total < 200) return;
        if (phase !== now) {
          if (phase) bar.end();
          bar = createProgress({ label: labels[now], total });
          phase = now;
        }
        bar.at(done);
      }
    },
    () => finishRestore(config)
  );
  if (phase) bar.end();
  out.data(report);
  out.say(
    `${config.dataDir} holds the archive of ${report.madeAt} again: ${report.files} files, ${formatBytes(report.bytes)}.`
  );
  if (report.aside) out.say(`What was there is in ${report.aside}. Remove it when you no longer need it.`);
  out.say('Everybody has to sign in again. Next: acervo verify, then start the server.');
}

export const restoreCommand = (): Command =>
  new Command('restore')
    .description('bring a backup back into DATA_DIR; not while a server is running')
    .argument('<dir>', 'a backup, or a folder of backups: then the latest')
    .option('--replace', 'put aside what is there')
    .option('--json', 'answer with one JSON object')
    .addHelpText(
      'after',
      `
The backup is read and compared first; nothing is changed when it is damaged. What people were promised since it was made
(names taken out) holds afterwards too. Killed, the same command goes on.

Examples:
  DATA_DIR=/srv/acervo acervo restore /mnt/disk/acervo
  acervo restore /mnt/disk/acervo/2026-11-29T21-30-00Z --replace`
    )
    .action((from: string, options: Options) => run(options, (out) => restore(out, from, options)));
