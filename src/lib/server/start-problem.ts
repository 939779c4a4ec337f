import { ConfigError, type Config } from '#lib/server/config.ts';
import { OperatorProblem } from '#lib/server/errors.ts';
import { ArchiveInUse } from '#lib/server/lock.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** drizzle wraps what the driver said; the driver's code is what tells. */
function* chain(error: unknown): Generator<unknown> {
  for (let next = error; next; next = next instanceof Error ? next.cause : null) yield next;
}

type Lines = Readonly<Record<string, (config: Config, error: unknown) => string>>;

const cannotWrite = ({ dataDir }: Config) =>
  `Cannot write to ${dataDir}. Give this user the right to write there (chown), or set DATA_DIR to another folder.`;
const isFull = ({ dataDir }: Config) => `The disk with ${dataDir} is full. Free some space and start again.`;
const noDatabase = (_: Config, error: unknown) =>
  `PostgreSQL does not answer (${codeOf(error)}). Is it running, and is DATABASE_URL right?`;

const lines: Lines = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken. Stop what uses it, or choose another one: PORT=${port === 65_535 ? 3001 : port + 1}.`,
  EADDRNOTAVAIL: ({ host }) => `HOST=${host} is no address of this machine.`,
  EACCES: (config, error) =>
    messageOf(error).includes('listen')
      ? `This user may not listen on port ${config.port}. Choose a port above 1023, for example PORT=3000.`
      : cannotWrite(config),
  EPERM: cannotWrite,
  EROFS: cannotWrite,
  ENOENT: cannotWrite,
  ENOTDIR: ({ dataDir }) => `${dataDir} is not a folder. Set DATA_DIR to one.`,
  EEXIST: ({ dataDir }) => `${dataDir} is not a folder. Set DATA_DIR to one.`,
  ENOSPC: isFull,
  SQLITE_FULL: isFull,
  SQLITE_CANTOPEN: cannotWrite,
  SQLITE_READONLY: cannotWrite,
  SQLITE_READONLY_DIRECTORY: cannotWrite,
  SQLITE_NOTADB: ({ databaseUrl }) => `${databaseUrl} is not a database of the archive. Restore it from a backup.`,
  SQLITE_CORRUPT: ({ databaseUrl }) => `${databaseUrl} is damaged. Restore it from a backup.`,
  SQLITE_BUSY: ({ databaseUrl }) =>
    `${databaseUrl} is being written by another program. Try again when it has finished.`,
  ERR_DLOPEN_FAILED: () =>
    `better-sqlite3 was built for another Node than ${process.version}. Run: npm rebuild better-sqlite3`,
  ECONNREFUSED: noDatabase,
  ENOTFOUND: noDatabase,
  CONNECT_TIMEOUT: noDatabase,
  '28P01': () => 'PostgreSQL refuses the user or the password in DATABASE_URL.',
  '3D000': () => 'The database in DATABASE_URL does not exist. Create it with: createdb NAME'
};

/**
 * One line that says what is wrong and what to do, or null when nobody thought of it: then the whole error is to be
 * shown.
 */
export function explainProblem(error: unknown, config: Config | null): string | null {
  if (error instanceof ConfigError || error instanceof OperatorProblem) return error.message;
  if (error instanceof ArchiveInUse) {
    return `${error.message} Stop it first (kill ${error.pid}), or set DATA_DIR to another folder.`;
  }
  if (!config) return null;
  for (const link of chain(error)) {
    const explain = lines[codeOf(link)];
    if (explain) return explain(config, link);
  }
  return null;
}
