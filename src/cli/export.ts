import { resolve } from 'node:path';
import { Command } from 'commander';
import { formatBytes } from './bytes.ts';
import type { Output } from './output.ts';
import { createProgress, noProgress } from './progress.ts';
import { run, withArchive } from './run.ts';

interface Options {
  event?: string;
  public?: boolean;
  json?: boolean;
}

async function exportArchive(out: Output, into: string, options: Options): Promise<void> {
  const { exportBag } = await import('#lib/server/bag/index.ts');
  let bar = noProgress;
  const report = await withArchive('export', (ctx) =>
    exportBag(ctx, {
      into: resolve(into),
      ...(options.event === undefined ? {} : { eventId: options.event }),
      publicOnly: options.public ?? false,
      onProgress(done, total, what) {
        if (out.json || total < 200) return;
        if (bar === noProgress) bar = createProgress({ label: 'Copying files', total });
        bar.at(done, what);
      }
    })
  );
  if (bar !== noProgress) bar.end();
  out.data(report);
  const { folder, files, bytes, pages, damaged } = report;
  out.say(
    `${folder}: a bag of ${files} files, ${formatBytes(bytes)}, with ${pages} pages. Open data/index.html in a browser.`
  );
  if (damaged.length === 0) return;
  out.complain(
    `${damaged.length} files are gone or changed in the archive itself: ${damaged.slice(0, 5).join(', ')}. Run: acervo verify`
  );
  process.exitCode = 1;
}

export const exportCommand = (): Command =>
  new Command('export')
    .description('write the archive, or one event, as a BagIt bag that is read without this program')
    .argument('<dir>', 'a new or empty folder')
    .option('--event <id>', 'only this event, with its recordings and who is named there')
    .option('--public', 'only what the public sees; cannot be imported')
    .option('--json', 'answer with one JSON object')
    .addHelpText(
      'after',
      `
Without --public the bag holds drafts and names that are not shown: see docs/handover.md before you give it away.
acervo import takes it back; acervo verify-bag tells whether it is whole.

Examples:
  acervo export /mnt/disk/acervo-2026
  acervo export /tmp/talk --event webinar-2020-04-16 --public`
    )
    .action((into: string, options: Options) => run(options, (out) => exportArchive(out, into, options)));
