// Xapian through its Python binding in a process beside; times hold the pipe. Words are folded as ours, ñ kept.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** @type {import('../peer.mjs').MakePeer} */
export default async function make(corpus, work) {
  const folder = join(work, 'xapian');
  rmSync(folder, { recursive: true, force: true });
  const child = spawn('/usr/bin/python3', [join(import.meta.dirname, 'xapian_peer.py'), work, folder], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  /** @type {((line: string) => void)[]} */
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  const ask = async (/** @type {object} */ question) => {
    const line = await new Promise((resolve) => {
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify(question)}\n`);
    });
    return JSON.parse(line);
  };
  const { rss } = await ask({ op: 'build' });
  const atoms = (/** @type {import('../../../src/lib/domain/search/query.ts').Atom[]} */ clause) =>
    clause.map(({ sequences: [words = []] }) => words.map(({ word, prefix }) => ({ word, prefix })));
  return {
    note: 'stems and positions; first 50 by document, exact count',
    diskBytes: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
        (sum, f) => sum + statSync(join(folder, f)).size,
        0
      ),
    extraRss: () => rss,
    close: () => child.stdin.end(),
    modes: {
      time: async ({ clauses, excluded }, language, limit) => {
        if (clauses.length === 0) return { total: 0, hits: [] };
        const { total, ids, texts } = await ask({
          op: 'search',
          clauses: clauses.map(atoms),
          excluded: atoms(excluded),
          language,
          limit
        });
        return {
          total,
          hits: ids.map((/** @type {number} */ i, /** @type {number} */ n) => ({
            track: corpus.track[i],
            startMs: corpus.startMs[i],
            endMs: corpus.endMs[i],
            text: texts[n] ?? ''
          }))
        };
      }
    }
  };
}

export const isThere = () => spawnSync('/usr/bin/python3', ['-c', 'import xapian']).status === 0;
