// Feed, sitemap and corpus as they stream, and how far the server's memory grows while they do.
//   npm run bench -- outputs [--events 5000] [--data DIR] [--cues 1000000] [--json]
// DIR: a data folder of an archive with the cues; it is copied, never written to. Without one, an archive is made and imported.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { node, root } from '../archive.mjs';
import { bar, report, rounded } from '../report.mjs';

/** @param {string} name @param {string} fallback */
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const eventCount = Number(option('events', '5000'));
const cueCount = Number(option('cues', '1000000'));
const work = mkdtempSync(join(tmpdir(), 'acervo-bench-outputs-'));
const data = join(work, 'data');

/** The archive with its cues: a copy of the folder given, else made and imported. */
function makeArchive() {
  const given = option('data', '');
  if (given) return cpSync(given, data, { recursive: true, filter: (path) => !path.includes('/files/') });
  const corpus = join(work, 'corpus');
  node(['bench/corpus/make-corpus.mjs', '--cues', String(cueCount), '--out', corpus, '--quiet', '1']);
  node(['build/cli.js', 'import', corpus, '--publish'], { DATA_DIR: data, LOG_LEVEL: 'error' });
}

/** Clears all texts for use elsewhere and adds events, as an import would leave them. */
function fillArchive() {
  const db = new Sqlite(join(data, 'acervo.db'));
  db.prepare('update recordings set rights = ?').run(JSON.stringify({ holder: null, term: 'CC0-1.0', note: null }));
  const columns = db.pragma('table_info(events)').filter(({ name }) => !['id', 'uuid', 'title', 'date'].includes(name));
  const given = {
    kind: 'webinar',
    state: 'public',
    created_at: 1.6e12,
    updated_at: 1.7e12,
    attendance: 'online',
    panel: '{}'
  };
  const empty = ({ name, type, dflt_value: fallback }) =>
    given[name] ?? (fallback === null ? (type === 'integer' ? 0 : '[]') : String(fallback).replaceAll(/^'|'$/g, ''));
  const needed = columns.filter(({ name, notnull }) => notnull === 1 || name in given);
  const names = ['id', 'uuid', 'title', 'date', ...needed.map(({ name }) => name)];
  const insert = db.prepare(`insert into events (${names.join(',')}) values (${names.map(() => '?').join(',')})`);
  const date = (i) => ({
    value: `2020-0${(i % 9) + 1}-1${i % 9}`,
    precision: 'day',
    year: 'stated',
    notBefore: null,
    notAfter: null,
    inferred: [],
    label: null
  });
  db.transaction(() => {
    for (let i = 0; i < eventCount; i++) {
      const title = JSON.stringify({
        en: `Event number ${i} about the canal`,
        es: `Actividad número ${i} sobre el canal`
      });
      const uuid = `00000000-0000-4000-9000-${String(i).padStart(12, '0')}`;
      insert.run(`bench-${i}`, uuid, title, JSON.stringify(date(i)), ...needed.map(empty));
    }
  })();
  const { cues } = db.prepare("select sum(cue_count) cues from track_versions where state = 'public'").get();
  db.close();
  return cues;
}

async function startServer() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const port = String(probe.address().port);
  probe.close();
  const origin = `http://localhost:${port}`;
  const env = { ...process.env, DATA_DIR: data, LOG_LEVEL: 'error', PORT: port, HOST: '127.0.0.1', PUBLIC_URL: origin };
  const server = spawn(process.execPath, ['build/start.js'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env
  });
  for (let tries = 0; !(await fetch(`${origin}/healthz`).catch(() => null))?.ok; tries++) {
    if (tries > 1200) throw new Error('the server does not answer');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin, server };
}

const rssOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Reads an answer as it comes; MB a second, and the most that the server's memory grew meanwhile. */
async function measure({ origin, server }, path) {
  const before = rssOf(server.pid);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, rssOf(server.pid))), 20);
  const started = performance.now();
  const response = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } });
  if (!response.ok || !response.body) throw new Error(`${path}: ${response.status}`);
  let bytes = 0;
  let first = 0;
  for await (const chunk of response.body) {
    first ||= performance.now() - started;
    bytes += chunk.length;
  }
  const seconds = (performance.now() - started) / 1000;
  clearInterval(timer);
  return {
    path,
    bytes,
    seconds,
    firstMs: first,
    perSecond: bytes / 1e6 / seconds,
    grownMb: Math.max(most, rssOf(server.pid)) - before
  };
}

try {
  if (!existsSync(join(root, 'build/start.js'))) throw new Error('There is no build yet: npm run build');
  makeArchive();
  const cues = fillArchive();
  const running = await startServer();
  const figures = [];
  try {
    // the first answers of a process load code; what is measured is what a server does all day
    for (const path of ['/en/atom.xml', '/sitemap.xml', '/en/corpus'])
      await (await fetch(running.origin + path)).arrayBuffer();
    for (const path of ['/en/feed.xml', '/es/atom.xml', '/sitemap/event-1.xml', '/en/corpus.zip'])
      figures.push(await measure(running, path));
  } finally {
    running.server.kill('SIGTERM');
    await once(running.server, 'exit');
  }
  const of = (path) => figures.find((one) => one.path === path);
  report(
    'outputs',
    ['answer', 'MB', 's', 'MB/s', 'first byte ms', 'memory grew MB'],
    figures.map((one) => [
      one.path,
      rounded(one.bytes / 1e6),
      rounded(one.seconds),
      rounded(one.perSecond),
      rounded(one.firstMs),
      rounded(one.grownMb)
    ]),
    { events: eventCount, cues, answers: figures },
    [
      bar('feed of everything, memory grew MB', of('/en/feed.xml').grownMb, '≤', 50),
      bar('sitemap, memory grew MB', of('/sitemap/event-1.xml').grownMb, '≤', 50),
      bar('corpus, MB a second', of('/en/corpus.zip').perSecond, '≥', 20),
      bar('corpus, memory grew MB', of('/en/corpus.zip').grownMb, '≤', 50)
    ]
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
