import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { root } from '#lib/server/root.ts';
import { CommandFailed, run } from './run.ts';

interface Options {
  port?: string;
  host?: string;
}

async function serve({ port, host }: Options): Promise<void> {
  const start = new URL('build/start.js', root);
  if (!existsSync(start)) throw new CommandFailed('The server has not been built yet. Run: npm run build');
  if (port !== undefined) process.env.PORT = port;
  if (host !== undefined) process.env.HOST = host;
  await import(start.href);
}

export const serveCommand = (): Command =>
  new Command('serve')
    .description('open the archive to visitors, until it is stopped with Ctrl-C')
    .option('--port <number>', 'the port to listen on (PORT)')
    .option('--host <address>', 'the address to listen on (HOST)')
    .addHelpText('after', '\nExamples:\n  acervo serve\n  DATA_DIR=data/demo acervo serve --port 8080')
    .action((options: Options) => run({}, () => serve(options)));
