// The index beside what a builder would pick instead, on the same corpora in the same run. One process a peer, one after another.
//   npm run bench -- search [--sizes 10000,100000,1000000] [--only acervo,fts5] [--work DIR] [--seconds 60] [--json]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from '../../scripts/ensure-tools.mjs';
import { bar, report, rounded } from '../report.mjs';
import { isThere as hasXapian } from './peers/xapian.mjs';

const here = import.meta.dirname;
const root = join(here, '../..');
/** @param {string} name @param {string} fallback */
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const work = option('work', join(tmpdir(), 'acervo-bench-search'));
const sizes = option('sizes', '10000,100000,1000000').split(',').map(Number);
const only = option('only', '').split(',').filter(Boolean);
const seconds = option('seconds', '60');
const kinds = ['common', 'rare', 'and', 'phrase', 'phrase over a border', 'prefix', 'accent'];
/** Peers of which a larger corpus would take gigabytes or hours are measured up to this many cues. */
const most = { minisearch: 1_000_000, flexsearch: 1_000_000 };
const names = ['acervo', 'fts5', 'minisearch', 'flexsearch', 'scan-joined', 'postgres', 'xapian'].filter(
  (name) =>
    (only.length === 0 || only.includes(name)) &&
    (name !== 'postgres' || findPostgres()) &&
    (name !== 'xapian' || hasXapian())
);

/** @param {string[]} args */
const node = (args) =>
  spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'pipe']
  });
const figures = [];
for (const size of sizes) {
  const corpus = join(work, `corpus-${size}`);
  const flat = join(work, `flat-${size}`);
  if (!existsSync(join(corpus, 'truth.json'))) {
    node([join(root, 'bench/corpus/make-corpus.mjs'), '--cues', String(size), '--out', corpus, '--quiet', '1']);
  }
  node(['--import', 'tsx', join(here, 'make-flat.mjs'), corpus, flat]);
  for (const name of names) {
    if (size > (most[name] ?? Infinity)) continue;
    const args = ['--expose-gc', '--max-old-space-size=9000', '--import', 'tsx', join(here, 'peer.mjs')];
    const command = [...args, name, flat, join(corpus, 'truth.json'), seconds];
    const withServer = [join(root, 'scripts/with-postgres.mjs'), process.execPath];
    const run = node(name === 'postgres' ? [...withServer, ...command] : command);
    const line = run.stdout.trim().split('\n').at(-1) ?? '';
    if (run.status !== 0 || !line.startsWith('{')) {
      console.error(`${name} at ${size}: ${run.stderr.trim().split('\n').slice(-3).join(' ')}`);
      process.exitCode = 1;
      continue;
    }
    figures.push({ size, ...JSON.parse(line) });
    console.error(`${name} at ${size}: done`);
  }
}

const mb = (/** @type {number} */ bytes) => (bytes > 0 ? Math.round(bytes / 1e6) : '–');
const rows = figures.flatMap((one) =>
  Object.entries(one.modes).map(([mode, { all, kinds: times, done, of }]) => [
    `${one.size} ${one.peer}${mode === 'time' ? '' : `, ${mode}`}`,
    rounded(one.buildS),
    mb(one.diskBytes),
    mb(one.rssBytes),
    ...kinds.map((kind) => (times[kind] ? rounded(times[kind][1]) : '–')),
    all.map(rounded).join(' / ') + (done < of ? ` (${done} of ${of})` : ''),
    mode === 'time' ? `${rounded(one.truth.recall)} / ${rounded(one.truth.precision)} / ${one.truth.forbidden}` : ''
  ])
);
report(
  'search',
  [
    'cues, peer',
    'build s',
    'disk MB',
    'RSS MB',
    ...kinds.map((kind) => `${kind} p95`),
    'all p50 / p95 / p99 ms',
    'recall / precision / forbidden'
  ],
  rows,
  figures,
  barsOf()
);

/** The bars of the issue; ratios within this run. */
function barsOf() {
  const largest = Math.max(...sizes);
  const of = (/** @type {string} */ peer, size = largest) =>
    figures.find((one) => one.peer === peer && one.size === size);
  const own = of('acervo');
  if (own === undefined) return [];
  const bars = [
    bar('recall on the truth', own.truth.recall, '≥', 1),
    bar('precision on closed rows', own.truth.precision, '≥', 1),
    bar('hits that must not be', own.truth.forbidden, '≤', 0)
  ];
  if (largest < 1_000_000) return bars;
  const p95 = (one, mode, kind) => (kind === 'all' ? one.modes[mode].all[1] : one.modes[mode].kinds[kind][1]);
  bars.push(
    bar('rare words, p95 ms', p95(own, 'time', 'rare'), '≤', 0.5),
    bar('accented words typed without, p95 ms', p95(own, 'time', 'accent'), '≤', 0.5),
    bar('both languages ÷ one, all queries p95', p95(own, 'both', 'all') / p95(own, 'time', 'all'), '≤', 2),
    bar('memory after build, MB', own.rssBytes / 1e6, '≤', 300)
  );
  const fts = of('fts5');
  if (fts !== undefined) {
    const ratio = (what, kind, limit, mode = 'time') =>
      bars.push(bar(`${what}, p95 ÷ FTS5`, p95(own, mode, kind) / p95(fts, mode, kind), '≤', limit));
    ratio('all queries', 'all', 0.75);
    ratio('common word', 'common', 0.2);
    ratio('prefix', 'prefix', 0.75);
    ratio('phrase in a cue', 'phrase', 1);
    ratio('two words', 'and', 1);
    ratio('best first, all queries', 'all', 0.1, 'best');
    bars.push(
      bar('build ÷ FTS5', own.buildS / fts.buildS, '≤', 1),
      bar('file ÷ FTS5', own.diskBytes / fts.diskBytes, '≤', 0.9)
    );
  }
  const scan = of('scan-joined');
  if (scan !== undefined) {
    const kind = 'phrase over a border';
    bars.push(
      bar('phrase over a border, p95 ÷ joined scan', p95(own, 'time', kind) / p95(scan, 'time', kind), '≤', 0.25)
    );
  }
  const tenth = of('acervo', largest / 10);
  if (tenth !== undefined) {
    bars.push(
      bar('10 × the cues, all queries p95', p95(own, 'time', 'all') / p95(tenth, 'time', 'all'), '≤', 8),
      bar('10 × the cues, common word p95', p95(own, 'time', 'common') / p95(tenth, 'time', 'common'), '≤', 5)
    );
  }
  return bars;
}
