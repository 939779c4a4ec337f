import { Command } from 'commander';
import type { Output } from './output.ts';
import { run, withArchive } from './run.ts';

async function check(out: Output): Promise<void> {
  const { checkLinks } = await import('#lib/server/links/index.ts');
  const report = await withArchive('links', (ctx) => checkLinks(ctx, { signal: new AbortController().signal }));
  out.data(report);
  for (const { url, why } of report.failed) if (!out.json) out.complain(`${url}: ${why}`);
  out.say(
    `${report.checked} addresses asked: ${report.failed.length} failed, ${report.dead.length} of them count as dead.`
  );
}

async function copy(out: Output, url: string, archivedUrl: string): Promise<void> {
  const { nameCopy } = await import('#lib/server/links/index.ts');
  await withArchive('links', (ctx) => nameCopy(ctx, url, archivedUrl === 'none' ? null : archivedUrl));
  out.say(
    archivedUrl === 'none' ? `No copy is offered for ${url} any more.` : `${archivedUrl} is offered beside ${url}.`
  );
  out.data({ url, archivedUrl: archivedUrl === 'none' ? null : archivedUrl });
}

export function linksCommand(): Command {
  const command = new Command('links').description('links that lead away: are they still there, where is a copy');
  command
    .command('check')
    .description('ask every address outside once; the second failure on another day marks a link as dead')
    .option('--json', 'answer with one JSON object a line')
    .action((options: { json?: boolean }) => run(options, check));
  command
    .command('copy')
    .description('name a copy that is kept elsewhere; "none" takes it away')
    .argument('<address>', 'the address as the archive has it')
    .argument('<copy>', 'where the copy is')
    .option('--json', 'answer with one JSON object a line')
    .action((address: string, where: string, options: { json?: boolean }) =>
      run(options, (out) => copy(out, address, where))
    );
  return command;
}
