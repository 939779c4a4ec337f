// Corpus folder → one flat list of cues, so that nobody's build time holds caption parsing, and queries made from it.
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold, tokenize } from '../../src/lib/domain/search/tokens.ts';

/** @typedef {{ startMs: number, endMs: number, speaker: string, text: string }} FlatCue */

/** @param {string} stamp */
const msOf = (stamp) => {
  const [hours = '0', minutes = '0', seconds = '0'] = stamp.split(':');
  return (Number(hours) * 60 + Number(minutes)) * 60_000 + Math.round(Number(seconds) * 1000);
};

/** Only what make-corpus writes: no settings, few tags. @param {string} vtt @returns {FlatCue[]} */
function cuesOf(vtt) {
  let speaker = '';
  const cues = [];
  for (const block of vtt.split('\n\n').slice(1)) {
    const [, timing = '', ...lines] = block.trim().split('\n');
    const [from = '', to = ''] = timing.split(' --> ');
    const text = lines.join(' ');
    speaker = /^<v ([^>]+)>/.exec(text)?.[1] ?? speaker;
    const plain = text
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    cues.push({ startMs: msOf(from), endMs: msOf(to), speaker, text: plain });
  }
  return cues;
}

/**
 * Which moment each cue belongs to: a moment is a cue of the original, and the other language's cues join the one that holds
 * their middle. The archive itself groups more carefully; here it only has to be the same for everyone.
 * @param {FlatCue[]} cues @param {FlatCue[]} original
 */
function momentsOf(cues, original) {
  let moment = 0;
  return cues.map((cue) => {
    if (cues === original) return moment++;
    const middle = (cue.startMs + cue.endMs) / 2;
    while (moment + 1 < original.length && (original[moment + 1]?.startMs ?? 0) <= middle) moment++;
    return moment;
  });
}

/** Writes DIR's cues and queries into `work`, unless they are there. @param {string} dir @param {string} work */
export async function flatten(dir, work) {
  if (existsSync(join(work, 'queries.json'))) return;
  mkdirSync(work, { recursive: true });
  const out = createWriteStream(join(work, 'cues.tsv'));
  const tracks = [];
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const read = (/** @type {string} */ name) => readFileSync(join(dir, entry.name, name), 'utf8');
    const meta = JSON.parse(read('recording.json'));
    const cues = { es: cuesOf(read('es.vtt')), en: cuesOf(read('en.vtt')) };
    const original = meta.original === 'es' ? cues.es : cues.en;
    for (const language of /** @type {const} */ (['es', 'en'])) {
      const id = tracks.push({ slug: meta.slug, language, original: meta.original === language, date: meta.date }) - 1;
      const moments = momentsOf(cues[language], original);
      const rows = cues[language].map(
        (c, i) => `${id}\t${c.startMs}\t${c.endMs}\t${moments[i]}\t${c.speaker}\t${c.text}\n`
      );
      if (!out.write(rows.join(''))) await new Promise((resolve) => out.once('drain', resolve));
    }
  }
  await new Promise((resolve) => out.end(resolve));
  writeFileSync(join(work, 'tracks.json'), JSON.stringify(tracks));
  writeFileSync(join(work, 'queries.json'), JSON.stringify(makeQueries(load(work))));
}

/** @param {string} work */
export function load(work) {
  /** @type {{ slug: string, language: 'es' | 'en', original: boolean, date: string }[]} */
  const tracks = JSON.parse(readFileSync(join(work, 'tracks.json'), 'utf8'));
  const raw = readFileSync(join(work, 'cues.tsv'));
  let count = 0;
  for (let at = raw.indexOf(10); at >= 0; at = raw.indexOf(10, at + 1)) count++;
  const [track, startMs, endMs, moment] = [0, 1, 2, 3].map(() => new Int32Array(count));
  const text = new Array(count);
  const speaker = new Array(count);
  const names = new Map();
  for (let i = 0, at = 0; i < count; i++) {
    const end = raw.indexOf(10, at);
    const fields = raw.toString('utf8', at, end).split('\t');
    at = end + 1;
    track[i] = Number(fields[0]);
    startMs[i] = Number(fields[1]);
    endMs[i] = Number(fields[2]);
    moment[i] = Number(fields[3]);
    if (!names.has(fields[4])) names.set(fields[4], fields[4]);
    speaker[i] = names.get(fields[4]);
    text[i] = fields[5];
  }
  return { count, tracks, track, startMs, endMs, moment, speaker, text };
}

/** @typedef {ReturnType<typeof load>} Corpus */
/** @typedef {{ kind: string, language: 'es' | 'en', q: string }} Asked */

/** 43 queries of each of seven kinds, the same for the same corpus. @param {Corpus} corpus @returns {Asked[]} */
function makeQueries(corpus) {
  let state = 12345;
  const below = (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const wordsOf = (/** @type {number} */ i) => tokenize(corpus.text[i]).map(({ word }) => word);
  const cuesWith = { es: new Map(), en: new Map() };
  for (let i = 0; i < corpus.count; i++) {
    const counts = cuesWith[corpus.tracks[corpus.track[i]].language];
    for (const word of new Set(wordsOf(i))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  /** @type {Asked[]} */
  const queries = [];
  for (const language of /** @type {const} */ (['es', 'en'])) {
    const all = [...cuesWith[language]].sort((a, b) => b[1] - a[1]);
    const common = all.slice(0, 120);
    const middle = all.slice(120, 1200);
    const rare = all.filter(([word, n]) => n <= Math.max(3, corpus.count / 50_000) && /^\p{L}{4,}$/u.test(word));
    const long = middle.filter(([word]) => word.length > 5);
    const accented =
      language === 'es' ? all.filter(([word]) => /[áéíóú]/.test(word) && !/[ñü]/.test(word)).slice(0, 400) : middle;
    const one = (/** @type {[string, number][]} */ list, most = list.length) =>
      list[below(Math.min(most, list.length))][0];
    const cue = (/** @type {(i: number) => boolean} */ fits) => {
      for (;;) {
        const i = below(corpus.count - 1);
        if (corpus.tracks[corpus.track[i]].language === language && fits(i)) return i;
      }
    };
    const add = (/** @type {string} */ kind, /** @type {string} */ q) => queries.push({ kind, language, q });
    for (let n = language === 'es' ? 22 : 21; n > 0; n--) {
      add('common', one(common, 60));
      add('rare', one(rare));
      add('and', `${one(common)} ${one(middle)}`);
      add('prefix', `${one(long, 500).slice(0, 4)}*`);
      add('accent', fold(one(accented)));
      const words = wordsOf(cue((i) => wordsOf(i).length >= 7));
      const from = below(words.length - 4);
      add('phrase', `"${words.slice(from, from + 3).join(' ')}"`);
      const at = cue(
        (i) =>
          corpus.track[i + 1] === corpus.track[i] &&
          corpus.speaker[i + 1] === corpus.speaker[i] &&
          wordsOf(i).length >= 3 &&
          wordsOf(i + 1).length >= 3
      );
      add('phrase over a border', `"${[...wordsOf(at).slice(-2), ...wordsOf(at + 1).slice(0, 2)].join(' ')}"`);
    }
  }
  return queries;
}
