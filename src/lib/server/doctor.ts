import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { Config } from '#lib/server/config.ts';
import { prepareDataDir } from '#lib/server/data-dir.ts';
import { dialect } from '#lib/server/db/dialect.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { findCage, findFfmpeg } from '#lib/server/ffmpeg/index.ts';
import { serverOf } from '#lib/server/lock.ts';
import { isNodeSupported, nodeWanted } from '#lib/server/node-version.ts';
import { root } from '#lib/server/root.ts';
import { explainProblem } from '#lib/server/start-problem.ts';

/** One thing looked at. `wrong` keeps the archive from working, `doubtful` does not. */
export interface Finding {
  name: string;
  state: 'right' | 'doubtful' | 'wrong';
  /** What is so, and where it is not right, what to do. */
  text: string;
}

type Check = (config: Config) => Promise<Omit<Finding, 'name'>>;

const gibibyte = 1024 ** 3;
const right = (text: string) => ({ state: 'right', text }) as const;
const doubtful = (text: string) => ({ state: 'doubtful', text }) as const;
const wrong = (text: string) => ({ state: 'wrong', text }) as const;

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');

const checks: Readonly<Record<string, Check>> = {
  node: async () =>
    isNodeSupported(process.version)
      ? right(process.version)
      : wrong(`This is Node ${process.version}; the archive needs ${nodeWanted}.`),

  build: async () =>
    existsSync(new URL('build/handler.js', root)) && existsSync(new URL('build/start.js', root))
      ? right('The server is built.')
      : wrong('The server is not built. Run: npm run build'),

  address: async ({ publicUrl, host }) => {
    if (publicUrl.protocol === 'https:' || isLoopback(publicUrl.hostname)) return right(publicUrl.href);
    const where = isLoopback(host) ? 'a proxy in front of it' : 'the archive';
    return doubtful(`${publicUrl.href} is not encrypted. Give ${where} a certificate and set PUBLIC_URL to https://…`);
  },

  'data folder': async ({ dataDir }) => {
    prepareDataDir(dataDir);
    return right(`${dataDir} can be written to.`);
  },

  'free space': async ({ dataDir }) => {
    const { bavail, bsize } = await statfs(dataDir);
    const free = (bavail * bsize) / gibibyte;
    const text = `${free.toFixed(1)} GiB are free in ${dataDir}.`;
    return free < 0.1 ? wrong(`${text} Free some.`) : free < 2 ? doubtful(`${text} That is little.`) : right(text);
  },

  server: async ({ dataDir }) => {
    const pid = serverOf(dataDir);
    return right(pid === null ? 'No server is running on this folder.' : `A server is running, process id ${pid}.`);
  },

  ffmpeg: async () => {
    const [tools, { withoutNetwork, prlimit }] = await Promise.all([findFfmpeg(), findCage()]);
    if (!tools) {
      return doubtful(
        'ffmpeg is missing. What is here is served, but uploads wait until it is there. On Debian or Ubuntu: sudo apt-get install ffmpeg'
      );
    }
    const text = `ffmpeg ${tools.version}`;
    if (!tools.isMended)
      return doubtful(`${text} has holes that newer versions mend. Update it: sudo apt-get upgrade ffmpeg`);
    if (withoutNetwork.length === 0 || !prlimit) {
      return doubtful(
        `${text}. This system does not let it be run without network and with limits (unshare, prlimit).`
      );
    }
    return right(`${text}, run without network and with limits.`);
  },

  database: async ({ databaseUrl, dataDir }) => {
    const db = await openDatabase(databaseUrl);
    try {
      if (serverOf(dataDir) === null) await db.migrate();
      const [row] = await db.read.select({ said: quickCheck }).from(sql`${quickCheckTable}`);
      return row?.said === 'ok' ? right(`It answers and is whole (${dialect}).`) : wrong(`It is damaged: ${row?.said}`);
    } finally {
      await db.close();
    }
  }
};

// PostgreSQL looks after its own pages (data checksums); there it is asked only whether it answers
const quickCheck = dialect === 'sqlite' ? sql<string>`quick_check` : sql<string>`'ok'`;
const quickCheckTable = dialect === 'sqlite' ? sql`pragma_quick_check` : sql`(select 1) as one`;

/** Looks at everything that the archive needs, in the order in which a fault of one explains the next. */
export async function examine(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(checks)) {
    const found = await check(config).catch((error: unknown) =>
      wrong(explainProblem(error, config) ?? (error instanceof Error ? error.message : String(error)))
    );
    findings.push({ name, ...found });
  }
  return findings;
}
