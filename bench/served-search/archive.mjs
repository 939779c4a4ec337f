// An archive of the generated corpus, imported once and kept in the work folder; each run serves a copy of it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** @param {string[]} args @param {Record<string, string>} env */
export function node(args, env = {}) {
  const run = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, LOG_LEVEL: 'error', ...env }
  });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stdout.slice(-2000)}${run.stderr.slice(-2000)}`);
}

/** Corpus and data folder with about so many cues, made when they are not there. @param {string} work @param {number} cues */
export function prepare(work, cues) {
  const corpus = join(work, `corpus-${cues}`);
  const kept = join(work, `served-${cues}.db`);
  if (!existsSync(join(corpus, 'truth.json'))) {
    node(['bench/corpus/make-corpus.mjs', '--cues', String(cues), '--out', corpus, '--quiet', '1']);
  }
  const data = join(work, `served-${cues}`);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  if (!existsSync(kept)) {
    node(['build/cli.js', 'import', corpus, '--publish'], { DATA_DIR: data });
    copyFileSync(join(data, 'acervo.db'), kept);
  } else copyFileSync(kept, join(data, 'acervo.db'));
  node(['build/cli.js', 'migrate'], { DATA_DIR: data });
  return { corpus, data, database: join(data, 'acervo.db') };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The build, on loopback. Visitors' addresses are believed, so that each can be another one. @param {string} data */
export async function serve(data) {
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [...(process.env.SERVER_FLAGS ?? '').split(' ').filter(Boolean), 'build/start.js'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        DATA_DIR: data,
        LOG_LEVEL: 'error',
        PORT: String(port),
        HOST: '127.0.0.1',
        PUBLIC_URL: `http://localhost:${port}`,
        TRUSTED_PROXIES: '127.0.0.1'
      }
    }
  );
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { headers: { host: `localhost:${port}` } }).catch(
      () => null
    );
    if (answer !== null) break;
    if (tries > 600) throw new Error('the server does not answer');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    port,
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  };
}
