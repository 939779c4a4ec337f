// Measures one peer on one corpus in a process of its own; prints one line of JSON.
//   node --expose-gc --import tsx peer.mjs NAME WORK TRUTH.json SECONDS
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuery } from '../../src/lib/domain/search/query.ts';
import { load } from './flat.mjs';

/** @typedef {{ track: number, startMs: number, endMs: number, text: string }} PeerHit */
/** @typedef {(query: import('../../src/lib/domain/search/query.ts').Query, language: 'es' | 'en', limit: number) => Promise<{ total: number, hits: PeerHit[] }>} Ask */
/** @typedef {{ note: string, diskBytes?: () => number, extraRss?: () => number, modes: Record<string, Ask>, fresh?: () => void, close?: () => unknown }} Peer */
/** @typedef {(corpus: import('./flat.mjs').Corpus, work: string) => Promise<Peer>} MakePeer */

const [name = '', work = '', truthFile = '', seconds = '60'] = process.argv.slice(2);
const { default: make } = await import(`./peers/${name}.mjs`);
// of a busy machine's rounds the best is the one that was least disturbed; lists kept in memory are dropped before each
const rounds = 3;
const collect = () => {
  globalThis.gc?.();
  globalThis.gc?.();
};
const corpus = load(work);
/** @type {import('./flat.mjs').Asked[]} */
const asked = JSON.parse(readFileSync(join(work, 'queries.json'), 'utf8'));
collect();
const began = performance.now();
/** @type {Peer} */
const peer = await make(corpus, work);
const buildS = (performance.now() - began) / 1000;
if (!['minisearch', 'flexsearch', 'scan-joined', 'xapian'].includes(name)) {
  corpus.text = [];
  corpus.speaker = [];
}
collect();
const out = {
  peer: name,
  note: peer.note,
  cues: corpus.count,
  buildS,
  diskBytes: peer.diskBytes?.() ?? 0,
  rssBytes: process.memoryUsage().rss + (peer.extraRss?.() ?? 0),
  modes: {},
  truth: null
};

/** @param {number[]} times @param {number} share */
const quantile = (times, share) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;

for (const [mode, ask] of Object.entries(peer.modes)) {
  // one round not measured: compiled code and file pages are warm for everyone, as in a server that has been running
  const warmUp = performance.now();
  for (const { q, language } of asked) {
    if (performance.now() - warmUp > Number(seconds) * 250) break;
    await ask(parseQuery(q), language, 50);
  }
  /** @type {Map<number, number>} */
  const best = new Map();
  const found = {};
  for (let round = 0; round < rounds; round++) {
    peer.fresh?.();
    const start = performance.now();
    for (const [i, { kind, q, language }] of asked.entries()) {
      if (performance.now() - start > Number(seconds) * 1000) break;
      const from = performance.now();
      const { total } = await ask(parseQuery(q), language, 50);
      best.set(i, Math.min(best.get(i) ?? Infinity, performance.now() - from));
      if (round === 0) (found[kind] ??= []).push(total > 0 ? 1 : 0);
    }
  }
  const times = {};
  for (const [i, ms] of best) (times[asked[i]?.kind ?? ''] ??= []).push(ms);
  const done = best.size;
  const quantiles = (/** @type {number[]} */ list) => [0.5, 0.95, 0.99].map((share) => quantile(list, share));
  out.modes[mode] = {
    done,
    of: asked.length,
    all: quantiles(Object.values(times).flat()),
    kinds: Object.fromEntries(Object.entries(times).map(([kind, list]) => [kind, quantiles(list)])),
    found: Object.fromEntries(
      Object.entries(found).map(([kind, list]) => [kind, list.reduce((a, b) => a + b, 0) / list.length])
    )
  };
}
out.truth = await judge(peer.modes.time ?? Object.values(peer.modes)[0]);
out.rssEndBytes = process.memoryUsage().rss + (peer.extraRss?.() ?? 0);
await peer.close?.();
process.stdout.write(`${JSON.stringify(out)}\n`, () => process.exit(0));

/** Recall, precision and forbidden hits over truth.json, as its README defines them. @param {Ask | undefined} ask */
async function judge(ask) {
  if (ask === undefined) return null;
  const key = (/** @type {{ recording: string, language: string, startMs: number }} */ h) =>
    `${h.recording} ${h.language} ${h.startMs}`;
  const sum = { wanted: 0, found: 0, returned: 0, good: 0, forbidden: 0, errors: 0 };
  const start = performance.now();
  for (const row of JSON.parse(readFileSync(truthFile, 'utf8'))) {
    if (row.kind === 'hostile' || row.kind.startsWith('stretch_')) continue;
    if (performance.now() - start > Number(seconds) * 1000) break;
    const got = new Set();
    for (const language of row.lang === 'all' ? /** @type {const} */ (['es', 'en']) : [row.lang]) {
      try {
        const { hits } = await ask(parseQuery(row.query), language, row.closed ? 3000 : 100_000);
        for (const { track, startMs } of hits)
          got.add(key({ recording: corpus.tracks[track].slug, language, startMs }));
      } catch {
        sum.errors++;
      }
    }
    const wanted = new Set(row.expected.map(key));
    const partners = new Set(
      row.expected.flatMap((x) => (x.partner ? [key({ ...x.partner, recording: x.recording })] : []))
    );
    sum.wanted += wanted.size;
    const good = [...wanted].filter((each) => got.has(each)).length;
    sum.found += good;
    sum.forbidden += row.mustNot.filter((x) => got.has(key(x))).length;
    if (!row.closed) continue;
    sum.returned += [...got].filter((each) => !partners.has(each)).length;
    sum.good += good;
  }
  return {
    recall: sum.found / sum.wanted,
    precision: sum.good / Math.max(1, sum.returned),
    forbidden: sum.forbidden,
    errors: sum.errors
  };
}
