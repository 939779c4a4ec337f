import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

// What whoever operates the archive sees when it does not start, and how it stops. No browser.

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acervo-start-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

interface Started {
  child: ChildProcess;
  ended: Promise<number | null>;
  output: () => string;
}

function start(env: Record<string, string>): Started {
  const { PUBLIC_URL: _, DATABASE_URL: __, ...rest } = process.env;
  const child = spawn(process.execPath, ['build/start.js'], { env: { ...rest, DATA_DIR: folder, ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => text };
}

const isOpen = async ({ output }: Started) => expect.poll(output, { timeout: 20_000 }).toContain('is open at');

async function expectRefusal(env: Record<string, string>, words: string): Promise<void> {
  const { ended, output } = start({ PORT: String(await freePort()), ...env });
  expect(await ended).toBe(1);
  expect(output()).toContain(words);
  expect(output().trim().split('\n')).toHaveLength(1);
}

test('a taken port @once', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expectRefusal({ PORT: String(port) }, `Port ${port} is taken.`);
  other.close();
});

for (const [name, env, words] of [
  ['a misspelt setting', { TRUSTED_PROXY: '127.0.0.1' }, 'Did you mean TRUSTED_PROXIES?'],
  ['a setting that cannot be', { PORT: 'many' }, 'PORT="many" cannot be'],
  ['an address of another machine', { HOST: '192.0.2.1' }, 'HOST=192.0.2.1 is no address of this machine'],
  ['a folder that cannot be made', { DATA_DIR: '/proc/archive' }, 'Cannot write to /proc/archive'],
  ['a file in the place of the folder', { DATA_DIR: '/etc/hostname' }, '/etc/hostname is not a folder']
] as const) {
  test(`${name} @once`, () => expectRefusal(env, words));
}

test('a folder without the right to write @once', async () => {
  test.skip(process.getuid?.() === 0, 'root may write everywhere');
  mkdirSync(join(folder, 'closed'), { mode: 0o500 });
  await expectRefusal({ DATA_DIR: join(folder, 'closed') }, 'Cannot write to');
});

test('a file that is no database @once', async () => {
  writeFileSync(join(folder, 'acervo.db'), 'not a database, but long enough to be looked at as one. '.repeat(50));
  await expectRefusal({}, 'is not a database of the archive');
});

test('an empty archive says how to begin, in both languages @once', async () => {
  const port = await freePort();
  const server = start({ PORT: String(port) });
  await isOpen(server);
  for (const lang of ['en', 'es']) {
    const answer = await fetch(`http://127.0.0.1:${port}/${lang}`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain('npm run acervo -- import');
  }
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('a second server on the same folder is refused; a killed one is followed by the next @once', async () => {
  const first = start({ PORT: String(await freePort()) });
  await isOpen(first);
  await expectRefusal({}, `is used by the server with process id ${first.child.pid}`);
  first.child.kill('SIGKILL');
  await first.ended;
  expect(existsSync(join(folder, 'server.lock'))).toBe(true);
  const next = start({ PORT: String(await freePort()) });
  await isOpen(next);
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
  expect(existsSync(join(folder, 'server.lock'))).toBe(false);
});

test('a request that has begun is answered before the server stops, a new one is not let in @once', async () => {
  const port = await freePort();
  const server = start({ PORT: String(port), SHUTDOWN_TIMEOUT: '5' });
  await isOpen(server);
  const slow = connect(port, '127.0.0.1');
  let answer = '';
  slow.on('data', (chunk) => (answer += String(chunk)));
  await once(slow, 'connect');
  slow.write(`GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
  // known to the server: it has answered a later one in the meantime
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  server.child.kill('SIGTERM');
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        ({ status }) => status,
        () => 'refused'
      )
    )
    .toBe('refused');
  slow.write('\r\n');
  await once(slow, 'close');
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(await server.ended).toBe(0);
});

test('no command starts a server by importing a part that it shares with it @once', () => {
  const shared = readdirSync('build/shared').filter((name) => name.endsWith('.js'));
  const sources = [...shared.map((name) => `build/shared/${name}`), 'build/cli.js'];
  for (const file of sources) expect(readFileSync(file, 'utf8'), file).not.toMatch(/^import .*"[./]+\/start\.js"/m);
});
