import type { Query, QueryVoice } from '#lib/domain/search/query.ts';
import { queryVoices } from '#lib/domain/search/query.ts';
import { stem, stemLanguage } from '#lib/domain/search/stem.ts';
import { ByteReader } from '#lib/server/search/engine/bytes.ts';
import type { DocumentEntry } from '#lib/server/search/engine/document.ts';
import { slotBits, slotSize, step, type Layout } from '#lib/server/search/engine/layout.ts';
import { countFacets, noFacets, type Facets } from '#lib/server/search/engine/facets.ts';
import { evaluate, type Part } from '#lib/server/search/engine/moments.ts';
import { lowerBound, PositionList } from '#lib/server/search/engine/postings.ts';
import type { IndexReader, SegmentRow } from '#lib/server/search/engine/reader.ts';
import { scoreOf, titleScores } from '#lib/server/search/engine/rank.ts';
import { KeptLists, Segment, type AtomPart } from '#lib/server/search/engine/segment.ts';

export const orders = ['best', 'newest', 'oldest'] as const;
/** best: recordings by score; newest, oldest: by date. Inside a recording always by time. */
export type Order = (typeof orders)[number];

export interface Request {
  query: Query;
  /** Languages that must match; null: all. */
  languages: readonly string[] | null;
  voices: readonly QueryVoice[];
  /** Only these recordings, by id; null: all. */
  recordings: ReadonlySet<string> | null;
  /** Only what these speakers say, `recording id/speaker id`; null: everyone. */
  speakers: ReadonlySet<string> | null;
  order: Order;
  offset: number;
  limit: number;
  /** Also say where all hits of the page's recordings are. */
  heads: boolean;
  /** Also count what choices would leave. */
  facets: boolean;
}

/** A moment of the page, and which words of it are to be marked. */
export interface FoundMoment {
  recordingId: string;
  /** Position of the moment in its recording. */
  moment: number;
  matches: FoundMatch[];
  /** Language → version that was indexed. */
  versions: Readonly<Record<string, number>>;
}

export interface FoundMatch {
  language: string;
  versionId: number;
  firstCue: number;
  lastCue: number;
  /** The words, as [cue position, index of the word in the cue]. */
  words: [number, number][];
}

/** Hits of one recording, for its head: how many, and at which moments (all of them, in order). */
export interface FoundRecording {
  recordingId: string;
  total: number;
  moments: number[];
}

export interface Found {
  /** Moments, exactly. */
  total: number;
  recordings: number;
  page: FoundMoment[];
  /** The recordings of the page, in its order. */
  heads: FoundRecording[];
  /** Null: not asked for. */
  facets: Facets | null;
}

/** What one segment answers, before the page is chosen. */
interface Answer {
  segment: Segment;
  /** Numbers of documents with hits, ascending, and how many moments of each. */
  documents: number[];
  counts: number[];
  total: number;
  parts(): Promise<Part[]>;
  /** Moments of documents[index], ascending; `parts` as parts() gives them. */
  momentsAt(index: number, parts: readonly Part[]): Uint32Array;
  /** All moments found, ascending. */
  moments(): Promise<Uint32Array>;
  titles: ReadonlyMap<number, number>;
}

export class Searcher {
  private readonly kept: KeptLists;
  private readonly opened = new Map<number, Segment>();
  private readonly reader: IndexReader;

  /** `keepBytes`: how much of decoded lists may be kept in memory. */
  constructor(reader: IndexReader, keepBytes = 64 * 1024 ** 2) {
    this.reader = reader;
    this.kept = new KeptLists(keepBytes);
  }

  /** Opens every segment, so that the first question does not wait for it. Within one state of the database, as search(). */
  async open(): Promise<void> {
    for (const row of await this.reader.segments()) {
      for (const layout of (await this.segment(row)).layouts.values()) layout.continues();
    }
  }

  /** For measuring: the next search reads its lists anew. */
  forgetLists(): void {
    this.kept.forget();
  }

  /** Everything inside one call must be read from one state of the database: begin a transaction around it. */
  async search(request: Request): Promise<Found> {
    const rows = await this.reader.segments();
    const answers: Answer[] = [];
    for (const row of rows) answers.push(await this.answer(row, request));
    for (const id of this.opened.keys()) if (!rows.some((row) => row.id === id)) this.opened.delete(id);
    const total = answers.reduce((sum, answer) => sum + answer.total, 0);
    const recordings = answers.reduce((sum, { documents }) => sum + documents.length, 0);
    const facets = request.facets ? noFacets() : null;
    if (facets !== null) {
      for (const one of answers) countFacets(one.segment, await one.parts(), await one.moments(), facets);
    }
    return { total, recordings, facets, ...(await choosePage(answers, request)) };
  }

  /** About how many postings a search reads and what it does with them, from the dictionary alone; for deciding who waits. */
  async weigh({ query, facets, limit }: Request): Promise<number> {
    let weight = 0;
    const atoms = [...query.clauses.flat(), ...query.excluded];
    for (const { id, moments } of await this.reader.segments()) {
      const { layouts } = await this.segment({ id, moments, gone: [] });
      for (const { sequences } of atoms) {
        for (const sequence of sequences) {
          for (const { word, prefix } of sequence) {
            if (prefix) weight += prefixWeight * (moments / 500_000);
            else
              for (const language of layouts.keys()) {
                const term = await this.reader.term(id, language, stem(word, stemLanguage(language)));
                weight += (term?.postings ?? 0) * (sequence.length > 1 ? 2 : 1);
              }
          }
        }
      }
    }
    return weight * (facets ? 2 : 1) + limit * textWeight;
  }

  async segment({ id, moments }: SegmentRow): Promise<Segment> {
    let segment = this.opened.get(id);
    if (segment === undefined) {
      this.opened.set(id, (segment = await Segment.open(this.reader, id, moments, this.kept)));
    }
    return segment;
  }

  private async answer(row: SegmentRow, request: Request): Promise<Answer> {
    const segment = await this.segment(row);
    const { query, languages } = request;
    const searched = (language: string) => languages === null || languages.some((tag) => covers(tag, language));
    const clauses: AtomPart[][] = [];
    for (const clause of query.clauses) {
      const parts: AtomPart[] = [];
      for (const atom of clause) parts.push(...(await segment.find(this.reader, atom, searched)));
      if (parts.length === 0) return nothing(segment);
      clauses.push(parts);
    }
    if (clauses.length === 0) return nothing(segment);
    const counts = documentFilter(segment, row.gone, request.recordings);
    const titles = request.order === 'best' ? titleScores(segment, query) : new Map<number, number>();
    const plain = query.excluded.length === 0 && request.voices.length === 0 && request.speakers === null;
    const [clause] = clauses;
    if (plain && clause !== undefined && clauses.length === 1) {
      const quick = await quickAnswer(segment, clause, counts, titles);
      if (quick !== null) return quick;
    }
    const excluded: AtomPart[] = [];
    for (const atom of query.excluded) excluded.push(...(await segment.find(this.reader, atom, searched)));
    return fullAnswer(segment, clauses, excluded, request, counts, titles);
  }
}

/** A beginning stands for hundreds of words, in an archive of half a million moments; a moment's text takes some reads. */
const prefixWeight = 100_000;
const textWeight = 2000;

/** lang:es finds es-GT as well. */
export const covers = (wanted: string, language: string): boolean =>
  language.toLowerCase() === wanted || language.toLowerCase().startsWith(`${wanted}-`);

const nothing = (segment: Segment): Answer => ({
  segment,
  documents: [],
  counts: [],
  total: 0,
  parts: async () => [],
  momentsAt: () => new Uint32Array(0),
  moments: async () => new Uint32Array(0),
  titles: new Map()
});

/** Which documents may be found; null: all. */
function documentFilter(
  segment: Segment,
  gone: readonly number[],
  recordings: ReadonlySet<string> | null
): ((document: number) => boolean) | null {
  if (gone.length === 0 && recordings === null) return null;
  const hidden = new Set(gone);
  const documents: readonly DocumentEntry[] = segment.documents;
  return (document) =>
    !hidden.has(document) && (recordings === null || recordings.has(documents[document]?.recordingId ?? ''));
}

/** Shorter lists are read as a whole sooner than document by document. */
const manyPostings = 16_384;
/** Beside the main term, so many postings of other terms are looked up one by one. */
const fewPostings = 4000;

/**
 * One clause that is one long list, and perhaps a few short ones: how many moments each document has was counted when the
 * segment was made. Null when that is not so.
 */
async function quickAnswer(
  segment: Segment,
  clause: readonly AtomPart[],
  counts: ((document: number) => boolean) | null,
  titles: ReadonlyMap<number, number>
): Promise<Answer | null> {
  const [main, ...others] = clause.toSorted((a, b) => (b.term?.postings ?? 0) - (a.term?.postings ?? 0));
  if (main?.term == null || main.term.documents === null || main.term.postings < manyPostings) return null;
  let further = 0;
  for (const { term } of others) {
    if (term === null) return null;
    further += term.postings;
  }
  if (further > fewPostings || further * 4 > main.term.postings) return null;

  const perDocument = readCounts(main.term.documents, segment.documents.length);
  if (others.length > 0) {
    const list = await main.part();
    const elsewhere = evaluate([await Promise.all(others.map(({ part }) => part()))], [list], segment.moments);
    for (const moment of elsewhere) {
      const document = segment.documentOf(moment);
      perDocument[document] = (perDocument[document] ?? 0) + 1;
    }
  }
  let read: Promise<Part[]> | null = null;
  const parts = () => (read ??= Promise.all(clause.map(({ part }) => part())));
  const documents: number[] = [];
  const each: number[] = [];
  for (let document = 0; document < perDocument.length; document++) {
    const count = perDocument[document] ?? 0;
    if (count === 0 || (counts !== null && !counts(document))) continue;
    documents.push(document);
    each.push(count);
  }
  return {
    segment,
    documents,
    counts: each,
    total: each.reduce((sum, count) => sum + count, 0),
    parts,
    momentsAt: (index, lists) => momentsWithin(segment, lists, documents[index] ?? 0),
    moments: async () => within(segment, evaluate([await parts()], [], segment.moments), counts),
    titles
  };
}

/** Moments of each document, from pairs of varints. */
function readCounts(bytes: Uint8Array, documents: number): Uint32Array {
  const counts = new Uint32Array(documents);
  const reader = new ByteReader(bytes);
  for (let document = 0; !reader.done;) {
    document += reader.varint();
    counts[document] = reader.varint();
  }
  return counts;
}

function momentsWithin(segment: Segment, parts: readonly Part[], document: number): Uint32Array {
  const { firstMoment = 0, moments: count = 0 } = segment.documents[document] ?? {};
  const found = new Set<number>();
  for (const { layout, starts } of parts) {
    const from = layout.momentSlots.at(firstMoment);
    const to = layout.momentSlots.at(firstMoment + count);
    const positions = starts.between(from, to);
    for (let i = 0; i < positions.length; i++) found.add(layout.moments.at((positions[i] ?? 0) >>> slotBits));
  }
  return Uint32Array.from(found).sort();
}

async function fullAnswer(
  segment: Segment,
  clauses: readonly AtomPart[][],
  excluded: readonly AtomPart[],
  request: Request,
  counts: ((document: number) => boolean) | null,
  titles: ReadonlyMap<number, number>
): Promise<Answer> {
  const read = (parts: readonly AtomPart[]) => Promise.all(parts.map(({ part }) => part()));
  const narrowed = narrow(segment, await Promise.all(clauses.map(read)), request);
  const moments = evaluate(narrowed, await read(excluded), segment.moments);
  const documents: number[] = [];
  const each: number[] = [];
  /** Index of each document's first moment. */
  const firsts: number[] = [];
  const { documentEnds } = segment;
  let total = 0;
  let document = 0;
  for (let from = 0; from < moments.length;) {
    const moment = moments[from] ?? 0;
    while ((documentEnds[document] ?? Infinity) <= moment) document++;
    const to = Math.max(from + 1, lowerBound(moments, documentEnds[document] ?? 0, from));
    if (counts === null || counts(document)) {
      documents.push(document);
      each.push(to - from);
      firsts.push(from);
      total += to - from;
    }
    from = to;
  }
  return {
    segment,
    documents,
    counts: each,
    total,
    parts: async () => narrowed.flat(),
    momentsAt: (index) => moments.subarray(firsts[index], (firsts[index] ?? 0) + (each[index] ?? 0)),
    moments: async () => within(segment, moments, counts),
    titles
  };
}

/** Only moments of documents that may be found. */
function within(
  { documentEnds }: Segment,
  moments: Uint32Array,
  counts: ((document: number) => boolean) | null
): Uint32Array {
  if (counts === null) return moments;
  const allowed = Array.from(documentEnds, (_, document) => counts(document));
  let document = 0;
  return moments.filter((moment) => {
    while ((documentEnds[document] ?? Infinity) <= moment) document++;
    return allowed[document] === true;
  });
}

/** Leaves out what other voices or other speakers say. */
function narrow(segment: Segment, clauses: Part[][], { voices, speakers }: Request): Part[][] {
  if (voices.length === 0 && speakers === null) return clauses;
  const masks = new Map<Layout, (slot: number) => boolean>();
  const maskOf = (layout: Layout) => {
    let mask = masks.get(layout);
    if (mask === undefined) masks.set(layout, (mask = speechMask(segment, layout, voices, speakers)));
    return mask;
  };
  const narrowPart = (part: Part): Part => {
    const mask = maskOf(part.layout);
    const positions = part.starts.positions().filter((position) => mask(position >>> slotBits));
    return { ...part, starts: new PositionList(positions) };
  };
  return clauses.map((parts) => parts.map(narrowPart));
}

function speechMask(
  segment: Segment,
  layout: Layout,
  voices: readonly QueryVoice[],
  speakers: ReadonlySet<string> | null
): (slot: number) => boolean {
  const speech = layout.speech();
  const wantedVoices = new Set(voices.map((voice) => queryVoices.indexOf(voice)));
  return (slot) => {
    const value = speech[slot] ?? 0;
    if (wantedVoices.size > 0 && !wantedVoices.has(value & 3)) return false;
    if (speakers === null) return true;
    const document = segment.documents[segment.documentOf(layout.moments.at(slot))];
    return speakers.has(`${document?.recordingId}/${document?.speakers[(value >>> 2) - 1]}`);
  };
}

interface Place {
  answer: Answer;
  document: number;
  /** Of the document in the answer's list. */
  index: number;
  count: number;
  score: number;
  key: string;
}

/** Documents of all segments in the order asked for; only as many as the page needs are sorted out. */
function* placesInOrder(answers: readonly Answer[], order: Order): Iterable<Place> {
  if (order === 'best') yield* byScore(answers);
  else yield* byDate(answers, order === 'newest');
}

/** Segments hold their documents by date, so their heads are compared only. */
function* byDate(answers: readonly Answer[], newestFirst: boolean): Iterable<Place> {
  const next = answers.map(({ documents }) => (newestFirst ? documents.length - 1 : 0));
  for (;;) {
    let best: Place | null = null;
    let bestAnswer = -1;
    for (const [i, answer] of answers.entries()) {
      const at = next[i] ?? -1;
      const document = answer.documents[at];
      if (document === undefined) continue;
      const key = answer.segment.documents[document]?.orderKey ?? '';
      if (best !== null && (newestFirst ? key <= best.key : key >= best.key)) continue;
      best = { answer, document, index: at, count: answer.counts[at] ?? 0, score: 0, key };
      bestAnswer = i;
    }
    if (best === null) return;
    next[bestAnswer] = (next[bestAnswer] ?? 0) + (newestFirst ? -1 : 1);
    yield best;
  }
}

/** How many recordings are picked one by one before all are sorted. */
const pickedSingly = 8;

function* byScore(answers: readonly Answer[]): Iterable<Place> {
  const places: Place[] = [];
  let moments = 0;
  let documents = 0;
  for (const { segment } of answers) {
    moments += segment.moments;
    documents += segment.documents.length;
  }
  const average = documents === 0 ? 1 : moments / documents;
  for (const answer of answers) {
    for (const [i, document] of answer.documents.entries()) {
      const entry = answer.segment.documents[document];
      const count = answer.counts[i] ?? 0;
      const score = scoreOf(count, entry?.moments ?? 0, average) + (answer.titles.get(document) ?? 0);
      places.push({ answer, document, index: i, count, score, key: entry?.orderKey ?? '' });
    }
  }
  const better = (a: Place, b: Place) => b.score - a.score || (a.key < b.key ? -1 : 1);
  for (let picked = 0; picked < pickedSingly && places.length > 0; picked++) {
    let best = 0;
    for (let i = 1; i < places.length; i++) {
      const [a, b] = [places[i], places[best]];
      if (a !== undefined && b !== undefined && better(a, b) < 0) best = i;
    }
    const [place] = places.splice(best, 1);
    if (place !== undefined) yield place;
  }
  yield* places.sort(better);
}

async function choosePage(
  answers: readonly Answer[],
  { order, offset, limit, heads: wantHeads }: Request
): Promise<Pick<Found, 'page' | 'heads'>> {
  const page: FoundMoment[] = [];
  const heads: FoundRecording[] = [];
  let before = 0;
  const known = new Map<Answer, Part[]>();
  for (const { answer, document, index, count } of placesInOrder(answers, order)) {
    if (page.length >= limit) break;
    if (before + count <= offset) {
      before += count;
      continue;
    }
    const parts = known.get(answer) ?? (await answer.parts());
    known.set(answer, parts);
    const moments = answer.momentsAt(index, parts);
    const from = Math.max(0, offset - before);
    const chosen = moments.subarray(from, from + limit - page.length);
    const { recordingId = '', firstMoment = 0 } = answer.segment.documents[document] ?? {};
    page.push(...foundMoments(answer.segment, document, chosen, parts));
    if (wantHeads) {
      heads.push({ recordingId, total: count, moments: Array.from(moments, (moment) => moment - firstMoment) });
    }
    before += count;
  }
  return { page, heads };
}

interface Start {
  layout: Layout;
  language: string;
  at: number;
  width: number;
}

/** By language and place; of matches that begin at the same word the longest first. */
const byPlace = (a: Start, b: Start) =>
  a.language === b.language ? a.at - b.at || b.width - a.width : a.language < b.language ? -1 : 1;

/** The matches of these moments of one document, which are ascending. */
function foundMoments(segment: Segment, document: number, chosen: Uint32Array, parts: readonly Part[]): FoundMoment[] {
  const { recordingId = '', firstMoment = 0, versions = {} } = segment.documents[document] ?? {};
  const starts = startsIn(chosen, parts);
  return Array.from(chosen, (moment, i) => ({
    recordingId,
    moment: moment - firstMoment,
    matches: matchesOf(starts[i] ?? [], versions),
    versions
  }));
}

/** Each part is read once, from the first to the last of the moments. */
function startsIn(chosen: Uint32Array, parts: readonly Part[]): Start[][] {
  const found = Array.from(chosen, (): Start[] => []);
  const [first = 0, last = 0] = [chosen[0], chosen[chosen.length - 1]];
  for (const { layout, language, starts, width } of parts) {
    const { moments, momentSlots } = layout;
    const positions = starts.between(momentSlots.at(first), momentSlots.at(last + 1));
    for (let i = 0, next = 0; i < positions.length; i++) {
      const at = positions[i] ?? 0;
      const moment = moments.at(at >>> slotBits);
      while ((chosen[next] ?? Infinity) < moment) next++;
      if (chosen[next] === moment) found[next]?.push({ layout, language, at, width });
    }
  }
  return found;
}

function matchesOf(found: Start[], versions: Readonly<Record<string, number>>): FoundMatch[] {
  if (found.length > 1) found.sort(byPlace);
  const matches: FoundMatch[] = [];
  let last: Start | null = null;
  for (const start of found) {
    const { layout, language, at, width } = start;
    if (last?.at === at && last.language === language) continue;
    last = start;
    const words = wordsFrom(layout, at, width);
    const firstCue = words[0]?.[0] ?? 0;
    const lastCue = words.at(-1)?.[0] ?? 0;
    matches.push({ language, versionId: versions[language] ?? 0, firstCue, lastCue, words });
  }
  return matches;
}

function wordsFrom(layout: Layout, start: number, width: number): [number, number][] {
  const words: [number, number][] = [];
  for (let k = 0; k < width; k++) {
    const position = k === 0 ? start : step(layout, start, k);
    if (position < 0) break;
    const slot = position >>> slotBits;
    const cue = layout.cues[slot] ?? 0;
    let first = slot;
    while (first > 0 && layout.cues[first - 1] === cue && layout.lengths[first - 1] === slotSize) first--;
    words.push([cue, (slot - first) * slotSize + (position & (slotSize - 1))]);
  }
  return words;
}
