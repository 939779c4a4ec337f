// What the trials share: the built command line and server in folders of their own.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../setup.mjs';

export const cli = join(root, 'build/cli.js');
const { PUBLIC_URL: _, DATABASE_URL: __, ...outside } = process.env;

/** @param {string} dataDir */
export const environment = (dataDir, more = {}) => ({ ...outside, DATA_DIR: dataDir, LOG_LEVEL: 'error', ...more });

/** One command to its end. @param {string} dataDir @param {string[]} args */
export function acervo(dataDir, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    env: environment(dataDir),
    encoding: 'utf8'
  });
  return { code: status, text: `${stdout}${stderr}` };
}

/** As `acervo`, and an error when the exit code is not 0. @param {string} dataDir @param {string[]} args */
export function must(dataDir, ...args) {
  const { code, text } = acervo(dataDir, ...args);
  if (code !== 0) throw new Error(`acervo ${args.join(' ')} ended with ${code}: ${text.slice(-600)}`);
  return text;
}

/** Begins a command and kills it without a word after so many milliseconds. True: it was still running. */
export async function killed(dataDir, afterMs, ...args) {
  const child = spawn(process.execPath, [cli, ...args], { env: environment(dataDir), stdio: 'ignore' });
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  const [, signal] = await ended;
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

/** A folder with `acervo` in it, for scripts that call it by its name. @param {string} dir */
export function binFolder(dir) {
  const bin = join(dir, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'acervo'), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`, { mode: 0o755 });
  return bin;
}

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Status, milliseconds; status 0 when the connection was cut. */
export function ask(port, path, headers = {}) {
  const started = performance.now();
  return new Promise((resolve) => {
    const done = (status) => resolve({ status, ms: performance.now() - started });
    const options = { host: '127.0.0.1', port, path, agent: false, headers: { host: `localhost:${port}`, ...headers } };
    const outgoing = request(options, (answer) => {
      answer.on('error', () => done(0));
      answer.on('end', () => done(answer.statusCode)).resume();
    });
    outgoing.on('error', () => done(0)).end();
  });
}

/** The built server, answering. @param {string} dataDir */
export async function serve(dataDir, more = {}) {
  const port = await freePort();
  const env = environment(dataDir, { PORT: String(port), ...more });
  const child = spawn(process.execPath, ['build/start.js'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  for (let tries = 0; tries < 600; tries++) {
    if ((await ask(port, '/healthz')).status === 200) return { port, child, ended };
    if (child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the server did not open');
}

export const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
