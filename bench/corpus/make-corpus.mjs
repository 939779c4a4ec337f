#!/usr/bin/env node
// Makes a bilingual caption corpus with planted needles. Own code, Node >= 20, no dependency.
//   node make-corpus.mjs --recordings 5 --minutes 60 --seed 1 --out DIR [--cues N] [--needles FILE.mjs] [--copies K]
// Writes DIR/<slug>/{recording.json,en.vtt,es.vtt}, DIR/truth.json, DIR/corpus.json. See README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as V from './vocabulary.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const opt = {
  recordings: '5',
  minutes: '60',
  seed: '1',
  out: '',
  cues: '',
  needles: join(here, 'needles.mjs'),
  copies: '2',
  quiet: ''
};
for (let i = 2; i < process.argv.length; i += 2) {
  const k = process.argv[i].replace(/^--/, '');
  if (!(k in opt) || process.argv[i + 1] === undefined) {
    console.error(`unknown or empty option ${process.argv[i]}`);
    process.exit(2);
  }
  opt[k] = process.argv[i + 1];
}
if (!opt.out) {
  console.error('--out DIR is required');
  process.exit(2);
}
const minutes = Number(opt.minutes),
  seed = Number(opt.seed) >>> 0,
  copies = Number(opt.copies);
const CUES_PER_MINUTE = 28.2; // both languages together, measured; errs on the side of more
const R = opt.cues ? Math.max(1, Math.ceil(Number(opt.cues) / (minutes * CUES_PER_MINUTE))) : Number(opt.recordings);
const needleSpecs = (await import(pathToFileURL(resolve(opt.needles)))).default;

// ---- random numbers: sfc32, one stream per purpose so that recordings do not depend on each other
function rng(a, b) {
  let s0 = a | 0,
    s1 = b | 0,
    s2 = 0x9e3779b9 | 0,
    s3 = 1;
  const next = () => {
    const t = (s0 + s1 + s3) | 0;
    s3 = (s3 + 1) | 0;
    s0 = s1 ^ (s1 >>> 9);
    s1 = (s2 + (s2 << 3)) | 0;
    s2 = (((s2 << 21) | (s2 >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}
let rnd = rng(seed, 77);
const int = (n) => (rnd() * n) | 0;
const pick = (a) => a[(rnd() * a.length) | 0];
const chance = (p) => rnd() < p;
// Zipf table: value i with weight 1/(i+2)^s
function zipf(n, s, size = 1 << 15) {
  const t = new Uint32Array(size);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (i + 2) ** -s;
  let acc = 0,
    j = 0;
  for (let i = 0; i < n; i++) {
    acc += (i + 2) ** -s;
    const end = Math.round((acc / sum) * size);
    while (j < end) t[j++] = i;
  }
  while (j < size) t[j++] = n - 1;
  return t;
}
function shuffled(n) {
  const a = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = int(i + 1);
    [a[i], a[j]] = [a[j], a[i]];
  }
  return a;
}
const zN = zipf(V.nouns.length, 0.95),
  zV = zipf(V.verbs.length, 0.9),
  zA = zipf(V.adjs.length, 0.85);
const oN = shuffled(V.nouns.length),
  oV = shuffled(V.verbs.length),
  oA = shuffled(V.adjs.length);
// long tail: invented places and family names, the same in both languages
const TAIL = 30000,
  zT = zipf(TAIL, 0.8, 1 << 18);
const SY =
  'ba be bo cal can cha chi co cue da del do es gua gue ha hua in ja je jo ka ki la le lin lo lu ma me mi mo na ni no ñe o pa pe po que quil ra re ri ro sa se si sol ta te tla to tza u va ve vi xa xo ya yu za zo'.split(
    ' '
  );
const EN_END = ['n', 'r', 'l', 's', 'zco', 'tlán', 'co', 'lén', 'ña', 'ford', 'ton', 'wick', 'pa', 'ca', 'mo', ''];
// no invented name may look like a word that a needle query asks for (same beginning, hence the same stem)
const bare = (w) =>
  w
    .normalize('NFC')
    .toLowerCase()
    .replace(/ñ/g, '\u0001')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('\u0001', 'ñ');
const taken = [
  ...new Set(
    needleSpecs
      .filter((x) => x.kind !== 'hostile')
      .flatMap((x) => x.queries)
      .flatMap((x) => bare(x).match(/[\p{L}\p{N}]+/gu) ?? [])
  )
].map((w) => (w.length <= 3 ? [w.slice(0, 2), 4] : w.length <= 5 ? [w.slice(0, 3), 6] : [w.slice(0, 4), 99]));
const clash = (w) => {
  const b = bare(w);
  return taken.some(([p, max]) => b.length <= max && b.startsWith(p));
};
const tail = Array.from({ length: TAIL }, () => {
  for (;;) {
    const n = 2 + int(3);
    let w = '';
    for (let i = 0; i < n; i++) w += pick(SY);
    w += pick(EN_END);
    if (!clash(w)) return w[0].toUpperCase() + w.slice(1);
  }
});

let topic = []; // nouns of this recording
const noun = () => V.nouns[chance(0.35) ? pick(topic) : oN[zN[int(zN.length)]]];
const verb = () => V.verbs[oV[zV[int(zV.length)]]];
const adj = () => V.adjs[oA[zA[int(zA.length)]]];
const vowel = /^[aeiou]/;

// ---- sentences: one plan, said in both languages
let E = [],
  S = []; // words of the English and the Spanish sentence
const es = (s) => {
  for (const w of s.split(' ')) S.push(w);
};
const en = (s) => {
  for (const w of s.split(' ')) E.push(w);
};
function np(deep) {
  const r = rnd();
  if (r < 0.1) {
    const c = pick(V.COLLOCATIONS);
    es(c[0]);
    en(c[1]);
    return c[0].startsWith('los ') || c[0].startsWith('las ') ? 1 : 0;
  }
  if (r < 0.15) {
    const w = tail[zT[int(zT.length)]];
    es(w);
    en(w);
    return 0;
  }
  if (r < 0.18) {
    const k = 2 + int(98) * (chance(0.3) ? 10 : 1),
      n = noun();
    es(`${k} ${n.es[1]}`);
    en(`${k} ${n.en[1]}`);
    return 1;
  }
  const n = noun(),
    p = chance(0.4) ? 1 : 0,
    d = pick(V.DETS),
    a = chance(0.3) ? adj() : null,
    g = n.f + 2 * p;
  let det = d[g];
  if (det === 'la' && n.es[p] === 'agua') det = 'el';
  es(det);
  es(n.es[p]);
  if (a) es(a.es[g]);
  let de = d[4 + p];
  const head = a ? a.en : n.en[p];
  if (de === 'a' && vowel.test(head)) de = 'an';
  en(de);
  if (a) en(a.en);
  en(n.en[p]);
  if (deep && chance(0.35)) {
    const q = pick(V.PREPS);
    es(q[0]);
    en(q[1]);
    np(false);
  }
  return p;
}
function vp(p) {
  const v = verb(),
    r = rnd(),
    e = v.es,
    i = p ? 1 : 0;
  if (r < 0.3) {
    es(e.past[i]);
    en(v.en.past);
  } else if (r < 0.55) {
    es(e.pres[i]);
    en(p ? v.en.base : v.en.s);
  } else if (r < 0.65) {
    es(e.imp[i]);
    en(v.en.past);
  } else if (r < 0.72) {
    es(e.fut[i]);
    en('will');
    en(v.en.base);
  } else if (r < 0.82) {
    es('no');
    es(e.past[i]);
    en('did not');
    en(v.en.base);
  } else if (r < 0.88) {
    es(p ? 'están' : 'está');
    es(e.ger);
    en(p ? 'are' : 'is');
    en(v.en.ing);
  } else if (r < 0.94) {
    es(p ? 'fueron' : 'fue');
    es(e.part + (p ? (chance(0.5) ? 'os' : 'as') : chance(0.5) ? 'o' : 'a'));
    en(p ? 'were' : 'was');
    en(v.en.past);
    es('por');
    en('by');
  } else {
    es(p ? 'quieren' : 'quiere');
    es(e.inf);
    en(p ? 'want to' : 'wants to');
    en(v.en.base);
  }
}
const AND = V.CONNECT[0];
function sentence() {
  E = [];
  S = [];
  if (chance(0.45)) {
    const c = pick(V.CONNECT);
    es(c[0]);
    en(c[1]);
  }
  if (chance(0.12)) {
    const c = pick(V.TIMES);
    es(c[0]);
    en(c[1]);
  }
  if (chance(0.18)) {
    const v = verb();
    es(v.es.pres[2]);
    en('we');
    en(v.en.base);
  } else {
    const p = np(true);
    vp(p);
  }
  np(true);
  if (chance(0.4)) {
    const q = pick(V.PREPS);
    es(q[0]);
    en(q[1]);
    np(false);
  }
  if (chance(0.15)) {
    es(AND[0]);
    en(AND[1]);
    np(false);
  }
  if (chance(0.25)) {
    const c = pick(V.TIMES);
    es(c[0]);
    en(c[1]);
  }
  const cap = (a) => {
    a[0] = a[0][0].toUpperCase() + a[0].slice(1);
    const end = chance(0.08) ? '?' : chance(0.2) ? ',' : '.';
    a[a.length - 1] += end;
  };
  cap(S);
  cap(E);
}

// ---- one caption track: words with times in, cues out
const pad = (n, w = 2) => String(n).padStart(w, '0');
const stamp = (ms) =>
  `${pad((ms / 3600000) | 0)}:${pad(((ms / 60000) | 0) % 60)}:${pad(((ms / 1000) | 0) % 60)}.${pad(ms % 1000, 3)}`;
const MAXLINE = 42;
class Track {
  constructor(lang, everyCue) {
    this.lang = lang;
    this.every = everyCue;
    this.out = ['WEBVTT\n'];
    this.n = 0;
    this.words = 0;
    this.lastEnd = 0;
    this.speaker = '';
    this.fresh = true;
    this.reset();
  }
  reset() {
    this.l1 = '';
    this.l2 = '';
    this.start = -1;
    this.end = 0;
    this.cap2 = chance(0.2) ? 0 : 14 + int(29);
  }
  turn(name) {
    this.flush();
    this.speaker = name;
    this.fresh = true;
  }
  write(start, end, text) {
    this.n++;
    this.lastEnd = end;
    const v = this.every || this.fresh ? `<v ${this.speaker}>` : '';
    this.fresh = false;
    this.out.push(`${this.n}\n${stamp(start)} --> ${stamp(end)}\n${v}${text}\n`);
  }
  flush(limit = Infinity) {
    if (this.start < 0) return;
    const end = Math.max(this.end, Math.min(this.start + 2000, limit));
    let text = this.l2 ? `${this.l1}\n${this.l2}` : this.l1;
    if (chance(0.01)) text = text.replace(/(^|\s)([\p{L}]+)(\s)/u, '$1<i>$2</i>$3');
    this.write(this.start, end, text);
    this.reset();
  }
  word(w, t0, t1) {
    this.words++;
    if (this.start >= 0 && t1 - this.start > 6000) this.flush(t0);
    if (this.l2 === '' && (this.l1 === '' || this.l1.length + 1 + w.length <= MAXLINE))
      this.l1 = this.l1 ? `${this.l1} ${w}` : w;
    else if (
      (this.l2 === '' ? w.length : this.l2.length + 1 + w.length) <= (t0 - this.start < 2000 ? MAXLINE : this.cap2)
    )
      this.l2 = this.l2 ? `${this.l2} ${w}` : w;
    else {
      this.flush(t0);
      this.l1 = w;
    }
    if (this.start < 0) this.start = Math.max(t0, this.lastEnd);
    this.end = Math.max(t1, this.start + 1);
    if (/[.?]$/.test(w) && this.end - this.start >= 2000 && chance(0.6)) this.flush();
  }
  sentence(words, t, d) {
    const k = d / words.length;
    for (let i = 0; i < words.length; i++) this.word(words[i], Math.round(t + i * k), Math.round(t + (i + 1) * k));
  }
}
function wrap(text) {
  // for needle cues
  const ls = [''];
  for (const w of text.split(' ')) {
    const l = ls[ls.length - 1];
    if (l && l.length + 1 + w.length > MAXLINE) ls.push(w);
    else ls[ls.length - 1] = l ? `${l} ${w}` : w;
  }
  if (ls.length > 2) throw new Error(`needle cue too long: ${text}`);
  return ls.join('\n');
}

// ---- spread the plants over the recordings
// a plant: { spec, hit, es:[cue texts], en:[…], on, at }
const plantsOf = Array.from({ length: R }, () => []);
const plantRecords = []; // filled while writing
for (const [si, spec] of needleSpecs.entries()) {
  const list = [];
  for (const [hit, group] of [
    [true, spec.hits ?? []],
    [false, spec.decoys ?? []]
  ])
    for (const h of group)
      for (let c = 0; c < (h.copies ?? copies); c++)
        list.push({
          si,
          hit,
          es: h.es?.split('|').map((x) => x.trim()) ?? [],
          en: h.en?.split('|').map((x) => x.trim()) ?? [],
          on: h.on ?? (spec.lang === 'all' ? (h.es ? 'es' : 'en') : spec.lang),
          at: h.at ?? 0,
          n: h.n ?? 1,
          orig: h.original
        });
  const base = int(R);
  list.forEach((p, i) => plantsOf[(base + i) % R].push(p));
}

// ---- write the recordings
const SERIES = [
  ['Tierra y memoria', 'Land and memory'],
  ['Voces en la frontera', 'Voices at the border'],
  ['Escuela de derechos', 'School of rights'],
  ['Agua para todas', 'Water for all'],
  ['Caminos del asilo', 'Paths of asylum'],
  ['Defender el territorio', 'Defending territory'],
  ['Diálogos del sur', 'Dialogues from the south'],
  ['Archivo vivo', 'Living archive']
];
mkdirSync(opt.out, { recursive: true });
const began = Date.now(),
  tot = { en: 0, es: 0, words: { en: 0, es: 0 }, bytes: 0, ms: 0 };
for (let r = 0; r < R; r++) {
  rnd = rng(seed ^ Math.imul(r + 1, 0x85ebca6b), r + 1);
  topic = Array.from({ length: 24 }, () => int(V.nouns.length));
  const slug = `s${seed}-${pad(r + 1, 5)}`,
    original = chance(0.6) ? 'es' : 'en',
    other = original === 'es' ? 'en' : 'es';
  const speakers = Array.from({ length: 3 + int(4) }, () => `${pick(V.FIRST)} ${pick(V.LAST)}`);
  const every = chance(0.7),
    T = { es: new Track('es', every), en: new Track('en', every) };
  const total = minutes * 60000,
    plants = plantsOf[r];
  for (let i = plants.length - 1; i > 0; i--) {
    const j = int(i + 1);
    [plants[i], plants[j]] = [plants[j], plants[i]];
  }
  const step = (total - 15000) / (plants.length + 1);
  let np_ = 0;
  let t = 4000 + int(4000),
    lag = 300 + int(1200);
  while (t < total || np_ < plants.length) {
    const who = pick(speakers);
    T.es.turn(who);
    T.en.turn(who);
    const turnEnd = t + 15000 + int(75000);
    while (t < turnEnd) {
      if (np_ < plants.length && t >= 8000 + step * (np_ + 0.6 + 0.4 * rnd())) {
        const p = plants[np_++];
        T.es.flush();
        T.en.flush();
        t = Math.max(t, T.es.lastEnd, T.en.lastEnd) + 50;
        let far = t;
        const at = {};
        const off = { [original]: 0, [other]: 100 + int(1400) };
        for (const l of ['es', 'en']) {
          let c = t + off[l];
          at[l] = [];
          for (const text of p[l]) {
            const n = text.split(/\s+/).length,
              d = Math.min(6000, Math.max(2000, Math.round((n / 2.4) * 1000 + int(300))));
            T[l].write(c, c + d, wrap(text));
            T[l].words += n;
            at[l].push([c, c + d]);
            c += d + (chance(0.5) ? 0 : int(120));
          }
          far = Math.max(far, c);
        }
        const oth = p.on === 'es' ? 'en' : 'es';
        plantRecords.push({
          si: p.si,
          hit: p.hit,
          recording: slug,
          language: p.on,
          original: original === p.on,
          startMs: at[p.on][p.at][0],
          endMs: at[p.on][p.at + p.n - 1][1],
          partner: p[oth].length ? { language: oth, startMs: at[oth][0][0], endMs: at[oth].at(-1)[1] } : null
        });
        t = far + 2000 + int(500);
        continue;
      }
      sentence();
      const words = original === 'es' ? S : E,
        d = Math.round((words.length / 2.4) * 1000 * (0.9 + 0.2 * rnd()));
      T[original].sentence(words, t, d);
      lag = Math.min(2000, Math.max(0, lag + int(401) - 200));
      if (!chance(0.04)) T[other].sentence(original === 'es' ? E : S, t + lag, d); // else: nobody interpreted it
      t += d + int(250);
    }
    t += 2100 + lag;
    T.es.flush();
    T.en.flush();
    t = Math.max(t, T.es.lastEnd + 50, T.en.lastEnd + 50);
  }
  const n1 = V.nouns[pick(topic)],
    n2 = V.nouns[pick(topic)],
    s = pick(SERIES),
    day = new Date(Date.UTC(2019, 0, 8) + int(2700) * 86400000).toISOString().slice(0, 10);
  const up = (x) => x[0].toUpperCase() + x.slice(1);
  const meta = {
    slug,
    title: { en: `${up(n1.en[1])} and ${n2.en[1]}`, es: `${up(n1.es[1])} y ${n2.es[1]}` },
    date: day,
    series: { en: s[1], es: s[0] },
    speakers: [...new Set(speakers)],
    original,
    durationMs: t
  };
  const dir = join(opt.out, slug);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'recording.json'), JSON.stringify(meta, null, 1) + '\n');
  for (const l of ['es', 'en']) {
    const text = T[l].out.join('\n');
    tot.bytes += Buffer.byteLength(text);
    writeFileSync(join(dir, `${l}.vtt`), text);
    tot[l] += T[l].n;
    tot.words[l] += T[l].words;
  }
  tot.ms += t;
}

// ---- truth
const bySpec = needleSpecs.map(() => []);
for (const p of plantRecords) bySpec[p.si].push(p);
const truth = [];
for (const [si, spec] of needleSpecs.entries())
  for (const q of spec.queries) {
    const row = (p) => ({
      recording: p.recording,
      language: p.language,
      startMs: p.startMs,
      endMs: p.endMs,
      original: p.original,
      ...(spec.partner && p.partner ? { partner: p.partner } : {})
    });
    truth.push({
      id: `n${pad(truth.length + 1, 3)}`,
      query: q,
      kind: spec.kind,
      lang: spec.lang,
      closed: spec.closed ?? true,
      expected: bySpec[si].filter((p) => p.hit).map(row),
      mustNot: [
        ...bySpec[si].filter((p) => !p.hit),
        ...needleSpecs.flatMap((o, oi) => (spec.decoysFrom?.includes(o.name) ? bySpec[oi].filter((p) => p.hit) : []))
      ].map(({ recording, language, startMs, endMs }) => ({ recording, language, startMs, endMs }))
    });
  }
writeFileSync(join(opt.out, 'truth.json'), '[\n' + truth.map((x) => JSON.stringify(x)).join(',\n') + '\n]\n');
const info = {
  seed,
  recordings: R,
  minutes,
  cues: { en: tot.en, es: tot.es, total: tot.en + tot.es },
  words: tot.words,
  bytes: tot.bytes,
  hours: +(tot.ms / 3600000).toFixed(1),
  needles: plantRecords.length,
  truthRows: truth.length
};
writeFileSync(join(opt.out, 'corpus.json'), JSON.stringify(info) + '\n');
if (!opt.quiet) console.log(JSON.stringify({ ...info, seconds: (Date.now() - began) / 1000 }));
