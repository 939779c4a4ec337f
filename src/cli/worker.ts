import { once } from 'node:events';
import { Command } from 'commander';
import type { Output } from './output.ts';
import { run, withArchive } from './run.ts';

/** Ends with what it does not wait for: a job that is not done goes back and is taken up by whoever comes next. */
const asked = () => Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);

async function work(out: Output, { once: isOnce }: { once?: boolean }): Promise<void> {
  const { mediaKinds } = await import('#lib/server/jobs/registry.ts');
  const { createRunner } = await import('#lib/server/jobs/runner.ts');
  await withArchive('worker', async (ctx) => {
    const runner = createRunner({ ctx, kinds: mediaKinds });
    if (isOnce) {
      let count = 0;
      while (await runner.tick()) count++;
      out.say(`Done: ${String(count)}.`);
      return;
    }
    runner.start();
    // its own timers do not keep a process alive
    const alive = setInterval(() => undefined, 60_000);
    out.say('Waiting for uploads to make recordings of. Ctrl-C ends it.');
    await asked();
    clearInterval(alive);
    await runner.stop();
  });
}

export const workerCommand = (): Command =>
  new Command('worker')
    .description('make recordings of what was uploaded, in a process of its own, until it is stopped with Ctrl-C')
    .option('--once', 'do what waits, then end')
    .option('--json', 'answer with one JSON object a line')
    .addHelpText(
      'after',
      '\nSet MEDIA_WORKER=separate for the server, so that it leaves this work alone.\n\nExamples:\n  acervo worker\n  nice acervo worker --once'
    )
    .action((options: { json?: boolean; once?: boolean }) => run(options, (out) => work(out, options)));
