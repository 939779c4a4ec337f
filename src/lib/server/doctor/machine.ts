import { existsSync } from 'node:fs';
import { readFile, stat, statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { prepareDataDir } from '#lib/server/data-dir.ts';
import { doubtful, gibibyte, right, wrong, type Checks } from '#lib/server/doctor/finding.ts';
import { findCage, findFfmpeg } from '#lib/server/ffmpeg/index.ts';
import { serverOf } from '#lib/server/lock.ts';
import { isNodeSupported, nodeWanted } from '#lib/server/node-version.ts';
import { root } from '#lib/server/root.ts';

/** Numbers that Linux gives to file systems of the network (statfs(2)): SQLite's locks do not hold there. */
const overNetwork = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'SMB'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x65735546, 'FUSE']
]);

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** Null: this system does not say. */
async function mostOpenFiles(): Promise<number | null> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  const [, soft] = /^Max open files\s+(\d+)/m.exec(limits) ?? [];
  return soft === undefined ? null : Number(soft);
}

/** Whose folder it is, where that can be asked. */
const ownId = () => process.getuid?.() ?? null;

export const machineChecks: Checks = {
  node: async () =>
    isNodeSupported(process.version)
      ? right(process.version)
      : wrong(`This is Node ${process.version}; the archive needs ${nodeWanted}.`),

  build: async () =>
    existsSync(new URL('build/handler.js', root)) && existsSync(new URL('build/start.js', root))
      ? right('The server is built.')
      : wrong('The server is not built. Run: npm run build'),

  memory: async () => {
    const gib = totalmem() / gibibyte;
    const text = `This machine has ${gib.toFixed(1)} GiB.`;
    return gib < 0.9 ? doubtful(`${text} One is the least that the archive was made for.`) : right(text);
  },

  'open files': async () => {
    const most = await mostOpenFiles();
    if (most === null) return right('This system does not say how many files may be open.');
    return most < 4096
      ? doubtful(
          `Only ${most} files may be open at once; a crowd needs more. Set LimitNOFILE=16384 in the service, or: ulimit -n 16384`
        )
      : right(`${most} files may be open at once.`);
  },

  address: async ({ publicUrl, host }) => {
    if (publicUrl.protocol === 'https:' || isLoopback(publicUrl.hostname)) return right(publicUrl.href);
    const where = isLoopback(host) ? 'a proxy in front of it' : 'the archive';
    return doubtful(`${publicUrl.href} is not encrypted. Give ${where} a certificate and set PUBLIC_URL to https://…`);
  },

  proxy: async ({ publicUrl, host, trustsProxies }) => {
    if (isLoopback(publicUrl.hostname)) return right('No proxy is needed on this machine alone.');
    if (trustsProxies) return right('The addresses of visitors are taken from the proxy.');
    return isLoopback(host)
      ? doubtful(
          'TRUSTED_PROXIES is not set: every visitor seems to come from the proxy, and limits by address hit all of them. Set it to the proxy’s address, as in 127.0.0.1'
        )
      : right('Visitors come to the archive itself.');
  },

  'data folder': async ({ dataDir }) => {
    prepareDataDir(dataDir);
    return right(`${dataDir} can be written to.`);
  },

  owner: async ({ dataDir }) => {
    const { uid } = await stat(dataDir);
    const me = ownId();
    if (me === null || me === uid) return right('The data folder belongs to this user.');
    return doubtful(
      `The data folder belongs to user ${uid}, this is user ${me}: files made now may be closed to the server. Run as that user: sudo -u '#${uid}' acervo …`
    );
  },

  'file system': async ({ dataDir }) => {
    const { type } = await statfs(dataDir);
    const name = overNetwork.get(type);
    return name === undefined
      ? right('The data folder is on a disk of this machine.')
      : doubtful(
          `The data folder is on ${name}. SQLite may be damaged there; use a disk of this machine, or PostgreSQL.`
        );
  },

  'free space': async ({ dataDir }) => {
    const { bavail, bsize } = await statfs(dataDir);
    const free = (bavail * bsize) / gibibyte;
    const text = `${free.toFixed(1)} GiB are free in ${dataDir}.`;
    return free < 0.2 ? wrong(`${text} Free some.`) : free < 2 ? doubtful(`${text} That is little.`) : right(text);
  },

  'free names': async ({ dataDir }) => {
    const { ffree, files } = await statfs(dataDir);
    if (files === 0) return right('This file system counts no names.');
    return ffree < 10_000
      ? doubtful(
          `Only ${ffree} more files can be made on this disk (inodes), whatever space is left. Remove small files.`
        )
      : right(`${ffree} more files can be made.`);
  },

  server: async ({ dataDir }) => {
    const pid = serverOf(dataDir);
    return right(pid === null ? 'No server is running on this folder.' : `A server is running, process id ${pid}.`);
  },

  ffmpeg: async () => {
    const tools = await findFfmpeg();
    if (!tools) {
      return doubtful(
        'ffmpeg is missing. What is here is served, but uploads wait until it is there. On Debian or Ubuntu: sudo apt-get install ffmpeg'
      );
    }
    return tools.isMended
      ? right(`ffmpeg ${tools.version}`)
      : doubtful(`ffmpeg ${tools.version} has holes that newer versions mend. Update it: sudo apt-get upgrade ffmpeg`);
  },

  cage: async () => {
    const { withoutNetwork, prlimit } = await findCage();
    return withoutNetwork.length === 0 || !prlimit
      ? doubtful('This system does not let ffmpeg be run without network and with limits (unshare, prlimit).')
      : right('ffmpeg is run without network and with limits.');
  }
};
