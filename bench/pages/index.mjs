// npm run bench -- pages [--json] [--seconds 5] [--rounds 3]: a recording page of 1,500 cues in two languages, kept and
// rendered, beside nginx serving the same bytes from a file. Needs nginx and wrk (Debian: nginx-light wrk).
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bar, report, rounded } from '../report.mjs';

const root = join(import.meta.dirname, '..', '..');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const seconds = option('seconds', 5);
const rounds = option('rounds', 3);
const connections = 32;
const cues = 1500;
const dir = mkdtempSync(join(tmpdir(), 'acervo-pages-'));

for (const tool of ['nginx', 'wrk']) {
  if (spawnSync('which', [tool]).status !== 0) {
    console.error(`${tool} is missing. On Debian: sudo apt-get install nginx-light wrk`);
    process.exit(2);
  }
}
if (!existsSync(join(root, 'build/start.js'))) {
  console.error('There is no build yet: npm run build');
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

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** One answer, whole: status, headers, bytes, and milliseconds to the last byte. */
function ask(port, path, headers = {}) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, agent: false, headers: { host: `localhost:${port}`, ...headers } },
      (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            headers: answer.headers,
            body: Buffer.concat(chunks),
            ms: performance.now() - started
          })
        );
      }
    );
    outgoing.on('error', reject).end();
  });
}

async function untilAnswers(port, path) {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await ask(port, path).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing answers on port ${port}`);
}

function node(args, env = {}) {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stdout}${run.stderr}`);
}

async function startAcervo() {
  const port = await freePort();
  const env = { DATA_DIR: join(dir, 'data'), LOG_LEVEL: 'error' };
  const minutes = Math.ceil((cues * 2) / 28.2); // cues of both languages in a minute of the corpus
  node([
    'bench/corpus/make-corpus.mjs',
    '--recordings',
    '1',
    '--minutes',
    String(minutes),
    '--out',
    join(dir, 'corpus'),
    '--quiet',
    '1'
  ]);
  node(['build/cli.js', 'import', join(dir, 'corpus'), '--publish'], env);
  const server = spawn(process.execPath, ['build/start.js'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: `http://localhost:${port}` }
  });
  await untilAnswers(port, '/en/recordings');
  const list = (await ask(port, '/en/recordings')).body.toString();
  const path = /href="(\/en\/recordings\/[^"?#]+)"/.exec(list)?.[1];
  if (!path) throw new Error('the list of recordings has no recording');
  return { port, path, server };
}

async function startNginx(body, encoding) {
  const port = await freePort();
  const web = join(dir, 'web');
  mkdirSync(web, { recursive: true });
  writeFileSync(join(web, 'page.html'), body);
  writeFileSync(
    join(dir, 'nginx.conf'),
    `daemon off; pid ${dir}/nginx.pid; worker_processes 2; error_log ${dir}/nginx.log;
user root;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  types { text/html html; }
  client_body_temp_path ${dir}/b; proxy_temp_path ${dir}/p; fastcgi_temp_path ${dir}/f; uwsgi_temp_path ${dir}/u; scgi_temp_path ${dir}/s;
  open_file_cache max=100; open_file_cache_valid 60s;
  server { listen 127.0.0.1:${port}; root ${web}; ${encoding ? `add_header Content-Encoding ${encoding};` : ''} }
}`
  );
  const server = spawn('nginx', ['-c', join(dir, 'nginx.conf'), '-p', dir, '-e', join(dir, 'nginx.log')], {
    stdio: 'inherit'
  });
  await untilAnswers(port, '/page.html');
  return { port, path: '/page.html', server };
}

/** Requests a second and p99 in milliseconds, as wrk prints them. */
function load({ port, path }, encoding) {
  const args = [
    '-t',
    '2',
    '-c',
    String(connections),
    '-d',
    `${seconds}s`,
    '--latency',
    '-H',
    `Host: localhost:${port}`
  ];
  const run = spawnSync('wrk', [...args, '-H', `Accept-Encoding: ${encoding}`, `http://127.0.0.1:${port}${path}`], {
    encoding: 'utf8'
  });
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(run.stdout)?.[1]);
  const [, value, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(run.stdout) ?? [];
  const failed = /Non-2xx|Socket errors/.test(run.stdout);
  if (failed || !value) throw new Error(`wrk on ${path}: ${run.stdout}${run.stderr}`);
  return { perSecond, p99Ms: Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit] };
}

const started = [];
try {
  const acervo = await startAcervo();
  started.push(acervo.server);
  const encoding = 'br';
  const kept = await ask(acervo.port, acervo.path, { 'accept-encoding': encoding });
  const plain = await ask(acervo.port, acervo.path);
  const nginx = await startNginx(kept.body, encoding);
  started.push(nginx.server);

  const runs = { acervo: [], nginx: [] };
  for (let round = 0; round < rounds; round++) {
    // turns, so that a busy minute of the machine hits both
    for (const name of round % 2 === 0 ? ['acervo', 'nginx'] : ['nginx', 'acervo']) {
      runs[name].push(load(name === 'acervo' ? acervo : nginx, encoding));
    }
  }
  // an address with a parameter that no page reads is rendered each time
  const rendered = [];
  for (let i = 0; i < 60; i++) {
    const { ms } = await ask(acervo.port, `${acervo.path}?uncached=${i}`, { 'accept-encoding': encoding });
    if (i >= 10) rendered.push(ms); // the first ones warm the compiler up
  }
  const figures = Object.entries(runs).map(([server, all]) => ({
    server: server === 'acervo' ? 'acervo, kept page' : 'nginx, file',
    perSecond: Math.round(median(all.map(({ perSecond }) => perSecond))),
    p99Ms: rounded(median(all.map(({ p99Ms }) => p99Ms)))
  }));
  const [ours, theirs] = figures;
  const renderedMs = rounded(median(rendered));
  console.error(
    `A recording page of ${cues} cues in two languages: ${plain.body.length} bytes, ${kept.body.length} as ${encoding}; ${connections} connections.`
  );
  report(
    'pages',
    ['server', 'requests/s', 'p99 ms'],
    [
      ...figures.map(({ server, perSecond, p99Ms }) => [server, perSecond, p99Ms]),
      ['acervo, rendered: median ms', '–', renderedMs]
    ],
    { servers: figures, renderedMs, plainBytes: plain.body.length, sentBytes: kept.body.length },
    [
      bar('kept page: requests/s as a share of nginx', ours.perSecond / theirs.perSecond, '≥', 0.7),
      bar('kept page: p99 ms (or as nginx)', ours.p99Ms, '≤', Math.max(20, theirs.p99Ms)),
      bar('rendered page: median ms to the last byte', renderedMs, '≤', 40)
    ]
  );
} finally {
  for (const server of started) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  rmSync(dir, { recursive: true, force: true });
}
