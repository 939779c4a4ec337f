import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ArchiveInUse, assertNoServer, serverOf, takeServerLock } from '#lib/server/lock.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'acervo-lock-'));
const module = fileURLToPath(new URL('./lock.ts', import.meta.url));
const holderOf = (dataDir: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(dataDir, 'server.lock'), 'utf8')) as Record<string, unknown>;
const leave = (dataDir: string, holder: object | string) =>
  writeFileSync(join(dataDir, 'server.lock'), typeof holder === 'string' ? holder : JSON.stringify(holder));

/** Another process that takes the lock, says so, and stays until it is told to go. */
async function otherServer(dataDir: string) {
  const script = `
    import { takeServerLock } from ${JSON.stringify(module)};
    try { takeServerLock(${JSON.stringify(dataDir)}); console.log('has it'); process.stdin.resume(); }
    catch (error) { console.log(error.message); }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, pid: child.pid ?? 0, said: said.toString().trim() };
}

test('a free folder is taken and given back, nothing else is left there', () => {
  const dataDir = folder();
  expect(serverOf(dataDir)).toBeNull();
  const lock = takeServerLock(dataDir);
  expect(serverOf(dataDir)).toBe(process.pid);
  expect(() => takeServerLock(dataDir)).toThrow(ArchiveInUse);
  expect(() => assertNoServer(dataDir)).toThrow(`process id ${process.pid}`);
  lock.release();
  expect(() => assertNoServer(dataDir)).not.toThrow();
  expect(readdirSync(dataDir)).toEqual([]);
});

test('another process has it: refused with its process id; killed: taken over', async () => {
  const dataDir = folder();
  const other = await otherServer(dataDir);
  expect(other.said).toBe('has it');
  expect(() => takeServerLock(dataDir)).toThrow(`process id ${other.pid}`);
  const refused = await otherServer(dataDir);
  expect(refused.said).toContain(`process id ${other.pid}`);
  other.child.kill('SIGKILL');
  await once(other.child, 'exit');
  expect(serverOf(dataDir)).toBeNull();
  takeServerLock(dataDir).release();
});

test.each([
  ['from before the last boot', { bootId: 'another boot' }],
  ['of a process whose number was given to another one', { startedAt: '1' }],
  ['of a process that is gone', { pid: 4_194_305 }]
])('a lock %s is taken over', (_, differs) => {
  const dataDir = folder();
  const lock = takeServerLock(dataDir);
  const mine = holderOf(dataDir);
  lock.release();
  leave(dataDir, { ...mine, ...differs });
  const next = takeServerLock(dataDir);
  expect(holderOf(dataDir)).toEqual(mine);
  next.release();
});

test('a lock that was cut off while it was written is taken over', () => {
  const dataDir = folder();
  leave(dataDir, '{"pid":1');
  takeServerLock(dataDir).release();
});

test('a server in another container is known by its beat', () => {
  const dataDir = folder();
  const lock = takeServerLock(dataDir);
  const mine = holderOf(dataDir);
  lock.release();
  leave(dataDir, { ...mine, pidNamespace: 'pid:[1]', pid: 1 });
  const now = Date.now();
  expect(serverOf(dataDir, now)).toBe(1);
  utimesSync(join(dataDir, 'server.lock'), new Date(now), new Date(now - 60_000));
  expect(serverOf(dataDir, now)).toBeNull();
});

test('release leaves a lock alone that is not its own any more', () => {
  const dataDir = folder();
  const lock = takeServerLock(dataDir);
  leave(dataDir, { pid: 1, bootId: 'x' });
  lock.release();
  expect(readdirSync(dataDir)).toEqual(['server.lock']);
});

test('of eight servers that start at once on a dead lock, one gets it', async () => {
  const dataDir = folder();
  leave(dataDir, { pid: 4_194_305, bootId: 'another boot' });
  const servers = await Promise.all(Array.from({ length: 8 }, () => otherServer(dataDir)));
  for (const { child } of servers) child.kill('SIGKILL');
  expect(servers.filter(({ said }) => said === 'has it')).toHaveLength(1);
});
