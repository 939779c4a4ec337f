// Each trial does harm and looks at what is left. It returns what it counted; it throws when something was lost.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';
import { acervo, ask, binFolder, environment, freePort, killed, must, percentile, serve } from './tools.mjs';

/** @typedef {{ dir: string, source: string, rounds: number, seconds: number, random: () => number }} Trial */

const fresh = (dir, name) => {
  const path = join(dir, name);
  rmSync(path, { recursive: true, force: true });
  return path;
};

/** Everything that tells damage: files, database, search index. */
function assertWhole(dataDir) {
  must(dataDir, 'verify');
  must(dataDir, 'search', 'check');
  const findings = acervo(dataDir, 'doctor', '--json')
    .text.split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const wrong = findings.filter(
    ({ state, name }) => state === 'wrong' && ['database', 'references', 'shape'].includes(name)
  );
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
}

/** The drill of docs/operating.md, its very lines. @param {Trial} trial */
export function drill({ dir, source }) {
  const text = readFileSync(join(root, 'docs/operating.md'), 'utf8');
  const lines = /```sh drill\n([\s\S]*?)```/.exec(text)?.[1]?.trim().split('\n') ?? [];
  if (lines.length < 5) throw new Error('docs/operating.md has no drill');
  const backups = fresh(dir, 'drill-backups');
  must(source, 'backup', backups);
  const variables = { BACKUPS: backups, DRILL: fresh(dir, 'drill'), PATH: `${binFolder(dir)}:${process.env.PATH}` };
  for (const line of lines) {
    const { status, stderr, stdout } = spawnSync('sh', ['-ec', line], {
      env: environment(source, variables),
      encoding: 'utf8'
    });
    if (status !== 0) throw new Error(`${line}: ${stdout}${stderr}`);
  }
  return `${lines.length} lines of the drill, each with exit code 0`;
}

/** @param {Trial} trial */
export async function killBackup({ dir, source, rounds, random }) {
  const into = fresh(dir, 'kill-backups');
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    if (await killed(source, 250 + random() * 900, 'backup', into)) hits++;
    const named = existsSync(into) ? readdirSync(into).filter((name) => !name.startsWith('.')) : [];
    for (const name of named) must(source, 'verify', '--backup', join(into, name));
    rmSync(into, { recursive: true, force: true, maxRetries: 3 });
  }
  must(source, 'backup', into);
  assertWhole(source);
  return `${hits} of ${rounds} backups killed; every one that had a name was whole`;
}

/** @param {Trial} trial */
export async function killRestore({ dir, source, rounds, random }) {
  const into = fresh(dir, 'restore-backups');
  must(source, 'backup', into);
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    const target = fresh(dir, 'killed-restore');
    if (await killed(target, 250 + random() * 1100, 'restore', into)) hits++;
    must(target, 'restore', into, '--replace');
    must(target, 'verify');
  }
  assertWhole(join(dir, 'killed-restore'));
  return `${hits} of ${rounds} restores killed; the same command ended each`;
}

/** @param {Trial} trial */
export async function killImport({ dir, rounds, random }) {
  const target = fresh(dir, 'killed-import');
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    if (await killed(target, 300 + random() * 2500, 'import', 'seed', 'captions', '--publish')) hits++;
  }
  must(target, 'import', 'seed', 'captions', '--publish');
  assertWhole(target);
  const again = must(target, 'import', 'seed', 'captions', '--publish', '--json');
  if (!/"made":0,"changed":0/.test(again))
    throw new Error(`the import after the last kill changed something: ${again}`);
  return `${hits} of ${rounds} imports killed; the next ones went on, and a last one changed nothing`;
}

/** @param {Trial} trial */
export async function killServer({ dir, source, rounds }) {
  const target = fresh(dir, 'killed-server');
  cpSync(source, target, { recursive: true });
  rmSync(join(target, 'server.lock'), { force: true });
  for (let round = 0; round < rounds; round++) {
    const { port, child, ended } = await serve(target);
    const asked = Promise.all(Array.from({ length: 20 }, (_, i) => ask(port, `/en/recordings?kill=${round}.${i}`)));
    child.kill('SIGKILL');
    await Promise.all([ended, asked]);
  }
  const { child, ended } = await serve(target);
  child.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`stopped with exit code ${code}`);
  assertWhole(target);
  return `${rounds} servers killed under requests; each next one opened, the last one stopped with exit code 0`;
}

/** On a disk of a few megabytes, in a mount namespace of its own. @param {Trial} trial */
export function diskFull({ dir, source }) {
  const mount = join(dir, 'small-disk');
  mkdirSync(mount, { recursive: true });
  const inside = (script) =>
    spawnSync('unshare', ['--mount', 'sh', '-ec', `mount -t tmpfs -o size=6m none "${mount}"\n${script}`], {
      cwd: root,
      env: environment(source, { PATH: `${binFolder(dir)}:${process.env.PATH}` }),
      encoding: 'utf8'
    });
  if (inside('true').status !== 0)
    return { skipped: 'no right to mount a small disk here (root and unshare are needed)' };
  const refuses = (what, script, words) => {
    const { status, stdout, stderr } = inside(script);
    if (status === 0) throw new Error(`${what}: it should have failed`);
    if (!words.test(stdout + stderr)) throw new Error(`${what}: ${stdout}${stderr}`);
  };
  const full = /is full|no space|ENOSPC|SQLITE_FULL/i;
  refuses('backup', `acervo backup "${mount}/b"`, full);
  refuses('export', `acervo export "${mount}/bag"`, full);
  refuses('import', `DATA_DIR="${mount}/data" acervo import seed captions --publish`, full);
  const later = inside(
    `acervo backup "${mount}/b" >/dev/null 2>&1 && exit 1; test -z "$(ls "${mount}/b")" && mount -o remount,size=200m "${mount}" && acervo backup "${mount}/b" && acervo verify --backup "${mount}/b"`
  );
  if (later.status !== 0) throw new Error(`after room was made: ${later.stdout}${later.stderr}`);
  assertWhole(source);
  return 'backup, export and import on a full disk: each said so, nothing with a name was half; after room was made the next one ended';
}

/** @param {Trial} trial */
export async function flood({ source, seconds }) {
  const { port, child, ended } = await serve(source, { REQUESTS_PER_MINUTE: '10' });
  const until = performance.now() + seconds * 1000;
  const counts = new Map();
  const others = [];
  let n = 0;
  const attacker = async () => {
    while (performance.now() < until) {
      const { status } = await ask(port, `/en/search?q=palabra+${n++}`);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
  };
  const reader = async () => {
    while (performance.now() < until) {
      const { status, ms } = await ask(port, '/en');
      if (status !== 200) throw new Error(`a reader was answered ${status}`);
      others.push(ms);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  await ask(port, '/en');
  try {
    await Promise.all([reader(), ...Array.from({ length: 30 }, attacker)]);
    if ((await ask(port, '/healthz')).status !== 200) throw new Error('/healthz does not answer');
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
  const strange = [...counts.keys()].filter((status) => ![200, 429, 503].includes(status));
  if (strange.length > 0) throw new Error(`answers of the flood: ${JSON.stringify([...counts])}`);
  if (!counts.get(429)) throw new Error('nobody was limited');
  return `${n} searches from one address in ${seconds} s: ${[...counts].map(([s, c]) => `${c} × ${s}`).join(', ')}; ${others.length} readers of a finished page: p99 ${percentile(others, 0.99).toFixed(0)} ms`;
}

const rssOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Pages and searches for a while: memory, and not one answer of 500. @param {Trial} trial */
export async function soak({ source, seconds }) {
  const { port, child, ended } = await serve(source, { REQUESTS_PER_MINUTE: '1000000' });
  const until = performance.now() + seconds * 1000;
  const memory = [];
  let n = 0;
  let failed = 0;
  const one = async () => {
    while (performance.now() < until) {
      const i = n++;
      const paths = [
        '/en',
        '/es',
        `/en/recordings?x=${i}`,
        `/en/search?q=asilo+${i % 50}`,
        '/en/events',
        '/api/v1/events'
      ];
      const { status } = await ask(port, paths[i % paths.length]);
      if (status >= 500 || status === 0) failed++;
    }
  };
  const started = performance.now();
  const watch = setInterval(
    () => memory.push([(performance.now() - started) / 60_000, rssOf(child.pid)]),
    Math.max(500, seconds * 10)
  );
  await Promise.all(Array.from({ length: 8 }, one));
  clearInterval(watch);
  child.kill('SIGTERM');
  await ended;
  if (failed > 0) throw new Error(`${failed} of ${n} answers failed`);
  // the first third warms up
  const rest = memory.slice(Math.floor(memory.length / 3));
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(rest.map(([at]) => at)), mean(rest.map(([, mib]) => mib))];
  const slope =
    rest.reduce((sum, [at, mib]) => sum + (at - x) * (mib - y), 0) / rest.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return `${n} answers in ${seconds} s, none of 500; memory at the end ${rest.at(-1)?.[1].toFixed(0)} MiB, ${slope.toFixed(2)} MiB a minute`;
}

/** Every step on the disk fails once, in every backup, restore, export and storing of a file. */
export function everyStep() {
  const args = ['vitest', 'run', 'src/lib/server/backup', 'src/lib/server/bag/bag.test.ts', '-t', 'whichever step'];
  const { status, stdout } = spawnSync('npx', args, {
    cwd: root,
    env: { ...process.env, EVERY_STEP: '1' },
    encoding: 'utf8'
  });
  if (status !== 0) throw new Error(stdout.slice(-2000));
  return 'each step of backup, restore, export and storing failed once: never a state that verify calls bad';
}

/** The example of docs/operating.md in front of the server: pages, ranges, headers, files by nginx itself. @param {Trial} trial */
export async function nginx({ dir, source }) {
  if (spawnSync('nginx', ['-v']).status !== 0) return { skipped: 'nginx is not here (Debian: nginx-light)' };
  const example = /```nginx\n([^`]*?\nserver \{[\s\S]*?\n)```/.exec(
    readFileSync(join(root, 'docs/operating.md'), 'utf8')
  )?.[1];
  if (!example) throw new Error('docs/operating.md has no example for nginx');
  const front = await freePort();
  const more = { PUBLIC_URL: `http://localhost:${front}`, TRUSTED_PROXIES: '127.0.0.1', ACCEL_PREFIX: '/files/' };
  const behind = await freePort();
  const child = spawn(process.execPath, ['build/start.js'], {
    cwd: root,
    env: environment(source, { ...more, PORT: String(behind) }),
    stdio: ['ignore', 'ignore', 'inherit']
  });
  const site = example
    .replace('listen 8080', `listen 127.0.0.1:${front}`)
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${behind}`)
    .replace('$host;', '$http_host;')
    .replace('/var/lib/acervo/files/', `${source}/files/`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${dir}/${name};`)
    .join(' ');
  const config = join(dir, 'nginx.conf');
  writeFileSync(
    config,
    `daemon off; pid ${dir}/nginx.pid; error_log ${dir}/nginx.log; ${process.getuid?.() === 0 ? 'user root;' : ''}\nevents {}\nhttp { access_log off; ${temporary}\n${site}\n}`
  );
  const proxy = spawn('nginx', ['-c', config, '-p', dir, '-e', join(dir, 'nginx.log')], { stdio: 'inherit' });
  try {
    for (let tries = 0; (await ask(front, '/healthz')).status !== 200; tries++) {
      if (tries > 400)
        throw new Error(`nothing answers behind nginx: ${readFileSync(join(dir, 'nginx.log'), 'utf8').slice(-500)}`);
      await new Promise((done) => setTimeout(done, 50));
    }
    const page = await fetch(`http://localhost:${front}/en/recordings`);
    const [, recording] = /href="(\/en\/recordings\/[^"?#]+)"/.exec(await page.text()) ?? [];
    const shown = await (await fetch(`http://localhost:${front}${recording}`)).text();
    const [, media] = /(\/media\/[\w./-]+\.(?:png|jpg|webp|mp4|m4a))/.exec(shown) ?? [];
    if (page.status !== 200 || !page.headers.get('content-security-policy'))
      throw new Error(`the page: ${page.status}`);
    if (!media) throw new Error('the page shows no file of the store');
    const part = await fetch(`http://localhost:${front}${media}`, { headers: { range: 'bytes=10-19' } });
    const bytes = (await part.arrayBuffer()).byteLength;
    if (part.status !== 206 || bytes !== 10) throw new Error(`a range: ${part.status}, ${bytes} bytes`);
    const direct = await fetch(`http://localhost:${front}/files/${media.slice('/media/'.length)}`);
    if (direct.status !== 404) throw new Error(`the folder of files is open: ${direct.status}`);
    const piece = await fetch(`http://localhost:${front}/uploads`, {
      method: 'POST',
      body: Buffer.alloc(16 * 2 ** 20),
      headers: { origin: `http://localhost:${front}` }
    });
    if (piece.status === 413) throw new Error('a piece of an upload is too large for the example');
    return 'pages with their headers, ranges and X-Accel-Redirect through nginx; the folder of files is closed; a piece of an upload passes';
  } finally {
    const ends = [once(child, 'exit'), once(proxy, 'exit')];
    child.kill('SIGTERM');
    proxy.kill('SIGTERM');
    await Promise.all(ends);
  }
}

/** The units of deploy/systemd, by systemd's own reader, with the paths of this machine. @param {Trial} trial */
export function units({ dir }) {
  if (spawnSync('systemd-analyze', ['--version']).status !== 0) return { skipped: 'systemd-analyze is not here' };
  const folder = join(dir, 'units');
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(join(root, 'deploy/systemd'));
  for (const name of names) {
    const text = readFileSync(join(root, 'deploy/systemd', name), 'utf8').replaceAll('/usr/bin/node', process.execPath);
    writeFileSync(join(folder, name), text);
  }
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...names.map((name) => join(folder, name))], {
    encoding: 'utf8'
  });
  const ours = stderr.split('\n').filter((line) => line.includes(folder) || /^acervo/.test(line));
  if (status !== 0 || ours.length > 0) throw new Error(stderr.slice(-800));
  return `${names.length} units, nothing to say about them`;
}
