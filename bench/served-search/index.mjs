// Search as visitors meet it: the build serves a large archive on loopback, and is asked, written to and ill-treated.
//   npm run bench -- served-search [--cues 1000000] [--work DIR] [--parts truth,page,visitors,publish,hostile,merge]
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bar, report } from '../report.mjs';
import { prepare, root, serve } from './archive.mjs';
import { hostileQueries } from './hostile.mjs';
import { api, page, quantile, quantiles, visitor } from './visitor.mjs';
import { questions, wordsOf } from './words.mjs';
import { openWriter } from './writer.mjs';

/** @param {string} name @param {string} fallback */
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
if (!existsSync(join(root, 'build/start.js'))) {
  console.error('There is no build yet: npm run build');
  process.exit(2);
}
const cues = Number(option('cues', '1000000'));
const work = option('work', join(tmpdir(), 'acervo-bench-search'));
const parts = option('parts', 'truth,page,visitors,publish,hostile,merge').split(',');
const { corpus, data, database } = prepare(work, cues);
const truth = JSON.parse(readFileSync(join(corpus, 'truth.json'), 'utf8'));
const words = wordsOf(database);
const server = await serve(data);
const { port } = server;
const figures = {};
const bars = [];
const rows = [];
const note = (/** @type {string} */ what, /** @type {unknown} */ value) => {
  rows.push([what, String(value)]);
  console.error(`${what}: ${String(value)}`);
};

async function askTruth() {
  const { judge } = await import('../../tests/support/truth.ts');
  const one = visitor(port);
  const { faults, ...sum } = await judge(truth, async (q, lang) => {
    const moments = [];
    for (let n = 1; ; n++) {
      const { status, body } = await one.get(api({ q, lang, page: n, perPage: 200 }));
      if (status !== 200) throw new Error(`${q}: ${status} ${body}`);
      const answer = JSON.parse(body);
      moments.push(...answer.moments);
      if (moments.length >= answer.total || answer.moments.length === 0) return moments;
    }
  });
  one.leave();
  figures.truth = sum;
  for (const fault of faults.slice(0, 5)) console.error(fault);
  bars.push(
    bar('truth over HTTP: recall', sum.found / sum.wanted, '≥', 1),
    bar('truth over HTTP: precision on closed rows', sum.right / sum.returned, '≥', 1),
    bar('truth over HTTP: hits that must not be', sum.forbidden, '≤', 0),
    bar('truth over HTTP: partners', sum.partnersFound / Math.max(1, sum.partners), '≥', 0.98),
    bar('truth over HTTP: wrong original flags', sum.wrongOriginal, '≤', 0)
  );
  note('truth: wanted, found, returned, right', [sum.wanted, sum.found, sum.returned, sum.right].join(', '));
}

async function measurePages() {
  const one = visitor(port);
  const times = [];
  for (let round = 0; round < 4; round++) {
    for (const word of words.common) {
      const { status, ms } = await one.get(page(word));
      if (status !== 200) throw new Error(`${word}: ${status}`);
      if (round > 0) times.push(ms);
    }
  }
  one.leave();
  figures.page = quantiles(times);
  note('page of a common word, p50 / p95 / p99 / max ms', figures.page.join(' / '));
  if (cues >= 1_000_000) bars.push(bar('page of a common word, p95 ms', quantile(times, 0.95), '≤', 40));
}

/** @param {number} connections @param {number} seconds @param {(ask: () => string) => string} path */
async function crowd(connections, seconds, path) {
  const until = performance.now() + seconds * 1000;
  const times = [];
  const statuses = {};
  await Promise.all(
    Array.from({ length: connections }, async (_, n) => {
      const one = visitor(port);
      const ask = questions(words, n + 1);
      while (performance.now() < until) {
        const { status, ms } = await one.get(path(ask));
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status === 200) times.push(ms);
      }
      one.leave();
    })
  );
  return { times, statuses };
}

async function measureVisitors() {
  const { times, statuses } = await crowd(50, 8, (ask) => api({ q: ask() }));
  figures.visitors = { quantiles: quantiles(times), statuses, aSecond: Math.round(times.length / 8) };
  note('50 connections, p50 / p95 / p99 / max ms', quantiles(times).join(' / '));
  note('50 connections, answers a second; by status', `${figures.visitors.aSecond}; ${JSON.stringify(statuses)}`);
  if (cues >= 1_000_000) bars.push(bar('50 connections, p99 ms', quantile(times, 0.99), '≤', 200));
}

async function measurePublishing() {
  const writer = await openWriter(database);
  const one = visitor(port);
  // threads and lists of a server that has been running
  await one.get(api({ q: words.common[0] ?? 'de' }));
  const times = [];
  for (let n = 0; n < 12; n++) {
    const word = `zurcidora${String.fromCharCode(97 + n)}`;
    await writer.publish(n * 7, `una ${word} nueva`);
    const started = performance.now();
    const { body } = await one.get(api({ q: word }));
    if (JSON.parse(body).total !== 1) throw new Error(`${word} is not found: ${body}`);
    times.push(performance.now() - started);
  }
  one.leave();
  await writer.close();
  figures.publish = quantiles(times);
  note('published → searchable, p50 / p95 / p99 / max ms', figures.publish.join(' / '));
  if (cues >= 1_000_000) bars.push(bar('published → searchable, p95 ms', quantile(times, 0.95), '≤', 300));
}

async function measureHostile() {
  const hostile = hostileQueries(truth);
  const slow = [];
  const answers = {};
  let over = false;
  const tormentors = Array.from({ length: 2 }, async () => {
    const one = visitor(port);
    for (let n = 0; !over; n = (n + 1) % hostile.length) {
      const { status, ms } = await one.get(hostile[n] ?? '/');
      answers[status] = (answers[status] ?? 0) + 1;
      slow.push({ ms, path: hostile[n], status });
    }
    one.leave();
  });
  const { times, statuses } = await crowd(4, 10, (ask) => api({ q: ask() }));
  over = true;
  await Promise.all(tormentors);
  const [slowest] = slow.toSorted((a, b) => b.ms - a.ms);
  const errors = slow.filter(({ status }) => status >= 500).length;
  figures.hostile = { slowest, answers, others: quantiles(times), othersByStatus: statuses };
  note(
    'hostile: slowest ms',
    `${Math.round(slowest?.ms ?? 0)} ${decodeURIComponent((slowest?.path ?? '').slice(0, 90))}`
  );
  note('hostile: answers by status', JSON.stringify(answers));
  note('others meanwhile, p50 / p95 / p99 / max ms', quantiles(times).join(' / '));
  bars.push(
    bar('hostile: answers of 500 and above', errors, '≤', 0),
    bar('hostile: slowest, ms', slowest?.ms ?? 0, '≤', 1000),
    bar('others meanwhile, p99 ms', quantile(times, 0.99), '≤', 200)
  );
}

async function measureMerge() {
  const writer = await openWriter(database);
  const one = visitor(port);
  await writer.withdrawThird();
  const times = [];
  const searches = [];
  const until = performance.now() + 120_000;
  let seen = false;
  for (let n = 0; performance.now() < until; n++) {
    if (n % 10 === 0) {
      searches.push((await one.get(api({ q: words.common[n % words.common.length] ?? 'de' }))).ms);
      const { states } = await writer.merges();
      seen ||= states.includes('running');
      if (seen && states.length > 0 && states.every((state) => state === 'done')) break;
    }
    const started = performance.now();
    await writer.save();
    if (seen) times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { states, segments } = await writer.merges();
  one.leave();
  await writer.close();
  figures.merge = { saves: quantiles(times), searches: quantiles(searches), states, segments };
  note('saves during a merge, p50 / p95 / p99 / max ms', `${quantiles(times).join(' / ')} of ${times.length}`);
  note('searches meanwhile, p50 / p95 / p99 / max ms', quantiles(searches).join(' / '));
  note('merges; segments', `${states.join(', ')}; ${segments}`);
  bars.push(bar('saves during a merge, p99 ms', times.length > 0 ? quantile(times, 0.99) : Infinity, '≤', 100));
}

const first = { truth: askTruth, page: measurePages, visitors: measureVisitors, publish: measurePublishing };
const all = { ...first, hostile: measureHostile, merge: measureMerge };
try {
  for (const [name, measure] of Object.entries(all)) if (parts.includes(name)) await measure();
} finally {
  await server.stop();
}
report('served-search', [`${cues} cues`, ''], rows, figures, bars);
process.exit(process.exitCode ?? 0);
