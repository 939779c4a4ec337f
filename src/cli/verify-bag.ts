import { Command } from 'commander';
import type { Output } from './output.ts';
import { run } from './run.ts';

const meaning: Readonly<Record<string, string>> = {
  declaration: 'bagit.txt is missing, wrong, or of a version other than 0.97 and 1.0',
  manifest: 'a manifest cannot be read, or uses an unknown algorithm',
  path: 'a path that leads out of the bag, or does not belong in this manifest',
  missing: 'listed, and not there',
  unlisted: 'there, and not listed',
  duplicate: 'listed twice',
  checksum: 'its content is not what the manifest says',
  oxum: 'size or number of files is not what bag-info.txt says',
  fetch: 'a line of fetch.txt cannot be used',
  link: 'a link or a device: not followed',
  'bag-info': 'bag-info.txt cannot be read',
  encoding: 'not UTF-8'
};

async function verify(out: Output, folders: string[]): Promise<void> {
  const { verifyBag } = await import('#lib/server/bag/index.ts');
  for (const folder of folders) {
    const verdict = await verifyBag(folder);
    out.data({ folder, ...verdict });
    const word = verdict.valid ? 'valid' : verdict.complete ? 'complete, not valid' : 'not complete';
    out.say(`${folder}: ${word}`);
    for (const { code, path } of verdict.faults) if (!out.json) out.complain(`  ${path}: ${meaning[code] ?? code}`);
    if (!verdict.valid) process.exitCode = 1;
  }
}

export const verifyBagCommand = (): Command =>
  new Command('verify-bag')
    .description('judge BagIt bags (RFC 8493, and 0.97): complete means all files are there, valid that none changed')
    .argument('<dir...>', 'folders with bagit.txt')
    .option('--json', 'answer with one JSON object a line')
    .addHelpText(
      'after',
      '\nExit code 1 when one is not valid.\n\nExamples:\n  acervo verify-bag /mnt/disk/acervo-2026'
    )
    .action((folders: string[], options: { json?: boolean }) => run(options, (out) => verify(out, folders)));
