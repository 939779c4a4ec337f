// npm run bench -- media [--json] [--seconds 4] [--rounds 3] [--readers 1000]: parts of a film of 200 MB from the
// archive beside sirv and nginx, the archive's answers carried out by nginx, and many slow readers.
// Needs nginx and wrk (Debian: nginx-light wrk).
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { bar, report, rounded } from '../report.mjs';
import { node, root } from '../archive.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const seconds = option('seconds', 4);
const rounds = option('rounds', 3);
const readers = option('readers', 1000);
const dir = mkdtempSync(join(tmpdir(), 'acervo-media-'));
const size = 200 * 2 ** 20;
const key = 'bench/film.mp4';
const running = [];

for (const tool of ['nginx', 'wrk']) {
  if (spawnSync('which', [tool]).status === 0) continue;
  console.error(`${tool} is missing. On Debian: sudo apt-get install nginx-light wrk`);
  process.exit(2);
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answers(port, path) {
  for (let i = 0; i < 300; i++) {
    const answer = await fetch(`http://localhost:${port}${path}`, { headers: { range: 'bytes=0-0' } }).catch(
      () => null
    );
    if (answer && answer.status < 300) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at ${port}${path}`);
}

/** A film that nobody made, in the store, said in the database to belong to a recording that is public. */
function addFilm(dataDir) {
  const folder = join(dataDir, 'files', 'bench');
  mkdirSync(folder, { recursive: true });
  const block = Buffer.alloc(2 ** 20, 7);
  writeFileSync(join(folder, 'film.mp4'), Buffer.concat(Array.from({ length: size / block.length }, () => block)));
  const db = new Sqlite(join(dataDir, 'acervo.db'));
  const recording = db.prepare("select id from recordings where state = 'public'").pluck().get();
  db.prepare('insert into files (key, bytes, sha256, mime_type, audience, created_at) values (?, ?, ?, ?, ?, ?)').run(
    key,
    size,
    'a'.repeat(64),
    'video/mp4',
    'public',
    0
  );
  db.prepare(
    'insert into renditions (recording_id, id, kind, file_key, bytes, mime_type, stand_in) values (?, ?, ?, ?, ?, ?, 0)'
  ).run(recording, 'bench', 'video', key, size, 'video/mp4');
  db.close();
}

function start(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit']
  });
  running.push(child);
  return child;
}

function startNginx(port, dataDir, archive) {
  const conf = join(dir, 'nginx.conf');
  writeFileSync(
    conf,
    `worker_processes 1; daemon off; pid ${dir}/nginx.pid; error_log ${dir}/nginx.log;
events { worker_connections 4096; }
http { access_log off; sendfile on; tcp_nopush on; client_body_temp_path ${dir}; proxy_temp_path ${dir}; fastcgi_temp_path ${dir}; uwsgi_temp_path ${dir}; scgi_temp_path ${dir};
  upstream archive { server 127.0.0.1:${archive}; keepalive 32; }
  server { listen 127.0.0.1:${port};
    location /plain/ { alias ${dataDir}/files/; }
    location /files/ { internal; alias ${dataDir}/files/; }
    location /media/ { proxy_pass http://archive; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host localhost:${archive}; }
  } }`
  );
  start('nginx', ['-c', conf]);
}

const script = join(dir, 'parts.lua');
writeFileSync(
  script,
  `request = function() local o = math.random(0, ${size / 2 ** 20 - 1}) * 1048576
  return wrk.format("GET", nil, { ["Range"] = "bytes=" .. o .. "-" .. (o + 1048575), ["Host"] = wrk.headers["Host"] }) end`
);

/** MB a second of parts of 1 MiB at random places, 8 at a time. */
function partsOf(port, path, host = port) {
  const args = [
    '-t1',
    '-c8',
    `-d${seconds}s`,
    '-s',
    script,
    '-H',
    `Host: localhost:${host}`,
    `http://127.0.0.1:${port}${path}`
  ];
  const { stdout } = spawnSync('wrk', args, { encoding: 'utf8' });
  const [, value, unit] = /Transfer\/sec:\s+([\d.]+)(\w+)/.exec(stdout) ?? [];
  if (/Non-2xx/.test(stdout) || !value) throw new Error(stdout);
  return Number(value) * { KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30 }[unit] * 1e-6;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const residentMb = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

try {
  const dataDir = join(dir, 'data');
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  node(['build/cli.js', 'import', 'seed', 'captions', '--publish'], env);
  addFilm(dataDir);
  const [own, accelerated, rival, nginx] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const server = start(process.execPath, ['build/start.js'], { ...env, PORT: String(own) });
  const path = `/media/${key}`;
  await answers(own, path);
  start(process.execPath, [join(root, 'bench/media/sirv.mjs'), join(dataDir, 'files'), String(rival)]);
  await answers(rival, `/${key}`);

  const speeds = { archive: [], sirv: [], nginx: [], accel: [] };
  for (let round = 0; round < rounds; round++) {
    speeds.archive.push(partsOf(own, path));
    speeds.sirv.push(partsOf(rival, `/${key}`));
  }

  const slow = spawn(process.execPath, [
    join(root, 'bench/media/slow.mjs'),
    String(own),
    path,
    String(readers),
    '250000',
    '15'
  ]);
  let said = '';
  slow.stdout.on('data', (chunk) => (said += chunk));
  let mostMb = 0;
  const watch = setInterval(() => (mostMb = Math.max(mostMb, residentMb(server.pid))), 250);
  await once(slow, 'close');
  clearInterval(watch);
  const slowSaid = JSON.parse(said);

  // one server a folder: the first ends, the second hands its bytes to nginx
  server.kill('SIGTERM');
  await once(server, 'exit');
  start(process.execPath, ['build/start.js'], { ...env, PORT: String(accelerated), ACCEL_PREFIX: '/files/' });
  await answers(accelerated, path);
  startNginx(nginx, dataDir, accelerated);
  await answers(nginx, `/plain/${key}`);
  for (let round = 0; round < rounds; round++) {
    speeds.nginx.push(partsOf(nginx, `/plain/${key}`));
    speeds.accel.push(partsOf(nginx, path, accelerated));
  }

  const {
    archive,
    sirv,
    nginx: plain,
    accel
  } = Object.fromEntries(Object.entries(speeds).map(([name, all]) => [name, median(all)]));
  const figures = {
    archiveMBs: rounded(archive),
    sirvMBs: rounded(sirv),
    nginxMBs: rounded(plain),
    accelMBs: rounded(accel),
    slowMB: rounded(slowSaid.bytes / 1e6)
  };
  report(
    'media',
    ['parts of 1 MiB of 200 MB, 8 connections', 'MB/s'],
    [
      ['archive', figures.archiveMBs],
      ['sirv', figures.sirvMBs],
      ['nginx', figures.nginxMBs],
      ['archive, bytes by nginx (X-Accel-Redirect)', figures.accelMBs]
    ],
    figures,
    [
      bar('archive ÷ sirv', archive / sirv, '≥', 0.9),
      bar('X-Accel-Redirect ÷ nginx', accel / plain, '≥', 0.9),
      bar(`${readers} readers at 250 kB/s for 15 s: errors`, slowSaid.errors, '≤', 0),
      bar('memory of the server meanwhile, MB', mostMb, '≤', 400)
    ]
  );
} finally {
  for (const child of running) child.kill('SIGTERM');
  rmSync(dir, { recursive: true, force: true });
}
