import { operator } from '#lib/domain/access/viewer.ts';
import type { Config } from '#lib/server/config.ts';
import type { Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import { createOutput, type Output } from './output.ts';

/** Ends a command with a sentence and exit code 1; the sentence says what to do. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

const sentenceOf = ({ code, data }: DomainError) => {
  const details = Object.entries(data).map(([key, value]) => `${key} ${value}`);
  return details.length > 0 ? `${code}: ${details.join(', ')}` : code;
};

/**
 * Runs what a command does. Exit code 0: done; 1: not done, and a line on standard error says why. Wrong usage is 2,
 * see main.ts. `process.exitCode` and not `process.exit()`, which would cut output that is still on its way in a pipe.
 */
export async function run(options: { json?: boolean }, work: (out: Output) => Promise<void>): Promise<void> {
  const out = createOutput(options);
  let config: Config | null = null;
  try {
    const { readConfig } = await import('#lib/server/config.ts');
    config = readConfig();
    await work(out);
  } catch (error) {
    process.exitCode = 1;
    const { explainProblem } = await import('#lib/server/start-problem.ts');
    if (error instanceof CommandFailed) out.complain(error.message);
    else if (error instanceof DomainError) out.complain(sentenceOf(error));
    else out.complain(explainProblem(error, config) ?? (error instanceof Error ? (error.stack ?? '') : String(error)));
  }
}

/** Opens the archive for one command, beside a server or without one, and closes it again. */
export async function withArchive<T>(command: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  // loaded here: --help must not open a database
  const { readConfig } = await import('#lib/server/config.ts');
  const { createContext } = await import('#lib/server/context.ts');
  const { prepareDataDir } = await import('#lib/server/data-dir.ts');
  const { openDatabase } = await import('#lib/server/db/open.ts');
  const { serverOf } = await import('#lib/server/lock.ts');
  const { createLog } = await import('#lib/server/log.ts');
  const config = readConfig();
  prepareDataDir(config.dataDir);
  const db = await openDatabase(config.databaseUrl);
  try {
    // a running server has done it when it started, and is not to have its tables changed beneath it
    if (serverOf(config.dataDir) === null) await db.migrate();
    return await work(createContext({ db, viewer: operator(command), config, log: createLog(config.logLevel) }));
  } finally {
    await db.close();
  }
}
