import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who holds a data folder. Pid and start time together name a process of this boot; a pid alone is used again. */
interface Holder {
  pid: number;
  /** /proc/sys/kernel/random/boot_id, "" where there is none */
  bootId: string;
  /** The container, so to speak: the same pid in another namespace is another process. */
  pidNamespace: string;
  /** Clock ticks after the boot at which the process started, "" where it cannot be known */
  startedAt: string;
}

const beatMs = 5_000;
/** After so long without a beat a holder whose process cannot be looked at (another container) counts as dead. */
const silentMs = 3 * beatMs;

const lockFile = (dataDir: string) => join(dataDir, 'server.lock');

/** One server per data folder; workers and commands run beside it. */
export class ArchiveInUse extends Error {
  override readonly name = 'ArchiveInUse';
  readonly pid: number;

  constructor(dataDir: string, pid: number) {
    super(`${dataDir} is used by the server with process id ${pid}.`);
    this.pid = pid;
  }
}

const readOr = (fallback: string, read: () => string): string => {
  try {
    return read().trim();
  } catch {
    return fallback;
  }
};

/** Field 22 of /proc/PID/stat, counted after the name in brackets, which may hold spaces. */
const startOf = (pid: number): string =>
  readOr('', () => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  });

const me = (): Holder => ({
  pid: process.pid,
  bootId: readOr('', () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
  pidNamespace: readOr('', () => readlinkSync('/proc/self/ns/pid')),
  startedAt: startOf(process.pid)
});

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isAlive(holder: Holder, lastBeat: number, now: number): boolean {
  const here = me();
  if (holder.bootId !== here.bootId) return false;
  if (holder.pidNamespace !== here.pidNamespace) return now - lastBeat < silentMs;
  return exists(holder.pid) && startOf(holder.pid) === holder.startedAt;
}

function parseHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number'
      ? { bootId: '', pidNamespace: '', startedAt: '', ...value, pid: value.pid }
      : null;
  } catch {
    return null;
  }
}

interface Found {
  text: string;
  holder: Holder | null;
  lastBeat: number;
}

function readLock(dataDir: string): Found | null {
  const text = readOr('', () => readFileSync(lockFile(dataDir), 'utf8'));
  if (!text) return null;
  const lastBeat = Number(readOr('0', () => String(statSync(lockFile(dataDir)).mtimeMs)));
  return { text, holder: parseHolder(text), lastBeat };
}

/** The process id of the server that uses this folder, or null. A lock left by a dead server counts as none. */
export function serverOf(dataDir: string, now = Date.now()): number | null {
  const found = readLock(dataDir);
  return found?.holder && isAlive(found.holder, found.lastBeat, now) ? found.holder.pid : null;
}

/** For commands that may not run beside a server: restore, migrate. Throws ArchiveInUse. */
export function assertNoServer(dataDir: string): void {
  const pid = serverOf(dataDir);
  if (pid !== null) throw new ArchiveInUse(dataDir, pid);
}

/** Creates the lock with its content in one step, so that nobody reads half of it. False: there is one already. */
function create(dataDir: string, text: string): boolean {
  const draft = `${lockFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, lockFile(dataDir));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Puts a dead server's lock out of the way. Of two that try, one moves it; a lock that is not the dead one goes back. */
function clear(dataDir: string, dead: Found): void {
  const aside = `${lockFile(dataDir)}.dead.${process.pid}`;
  try {
    renameSync(lockFile(dataDir), aside);
  } catch {
    return; // somebody else was quicker
  }
  const wasDead = readFileSync(aside, 'utf8').trim() === dead.text;
  try {
    if (!wasDead) linkSync(aside, lockFile(dataDir));
  } finally {
    rmSync(aside, { force: true });
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // removed by hand: no reason to stop serving
  }
}

export interface ServerLock {
  release(): void;
}

/**
 * Takes the folder for this process; throws ArchiveInUse when another server has it. The file goes with `release`, or
 * is found to be a dead server's by the next one.
 */
export function takeServerLock(dataDir: string): ServerLock {
  const text = JSON.stringify(me());
  for (let attempt = 0; !create(dataDir, `${text}\n`); attempt++) {
    const found = readLock(dataDir);
    const pid = serverOf(dataDir);
    if (pid !== null || attempt === 5) throw new ArchiveInUse(dataDir, pid ?? found?.holder?.pid ?? 0);
    if (found) clear(dataDir, found);
  }
  const beat = setInterval(() => touch(lockFile(dataDir)), beatMs);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (readLock(dataDir)?.text === text) rmSync(lockFile(dataDir), { force: true });
    }
  };
}
