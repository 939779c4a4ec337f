import { longestGapMs } from '#lib/domain/search/match.ts';
import { queryVoices } from '#lib/domain/search/query.ts';
import { stem, stemLanguage, type StemLanguage } from '#lib/domain/search/stem.ts';
import { fold, joinsOf, scanWords, wordOf } from '#lib/domain/search/tokens.ts';
import { ByteWriter, NumberList } from '#lib/server/search/engine/bytes.ts';
import {
  joinedTerm,
  unaccentedTerm,
  type DocumentEntry,
  type IndexCue,
  type IndexDocument,
  type IndexTrack,
  type SegmentData,
  type SurfaceEntry,
  type TermEntry
} from '#lib/server/search/engine/document.ts';
import { LayoutWriter, slotBits, slotSize } from '#lib/server/search/engine/layout.ts';
import { encodeForms } from '#lib/server/search/engine/forms.ts';
import { blockSize, encodePostings } from '#lib/server/search/engine/write-postings.ts';

/** Collects documents into one immutable segment. Add them in the order of their order keys. */
export class SegmentBuilder {
  private readonly documents: DocumentEntry[] = [];
  private readonly languages = new Map<string, LanguageBuilder>();
  private moments = 0;
  private cues = 0;

  add(document: IndexDocument): void {
    const { recordingId, fingerprint, orderKey, titles, speakers, tracks } = document;
    const versions: Record<string, number> = {};
    for (const track of tracks) {
      versions[track.language] = track.versionId;
      this.cues += this.language(track.language).add(track, this.moments);
    }
    this.documents.push({
      recordingId,
      fingerprint,
      orderKey,
      titles,
      speakers,
      versions,
      firstMoment: this.moments,
      moments: document.moments
    });
    this.moments += document.moments;
  }

  /** Roughly what the builder holds, for deciding when a segment is large enough. */
  get size(): { cues: number; documents: number } {
    return { cues: this.cues, documents: this.documents.length };
  }

  private language(tag: string): LanguageBuilder {
    let builder = this.languages.get(tag);
    if (builder === undefined) this.languages.set(tag, (builder = new LanguageBuilder(tag)));
    return builder;
  }

  finish(): SegmentData {
    const builders = [...this.languages.values()];
    const { documents, moments } = this;
    const ends = Uint32Array.from(documents, ({ firstMoment, moments: count }) => firstMoment + count);
    let first = 0;
    for (const builder of builders) {
      builder.firstTerm = first;
      first += builder.termCount;
    }
    return {
      documents,
      moments,
      cues: this.cues,
      words: builders.reduce((sum, { words }) => sum + words, 0),
      layouts: builders.map((builder) => builder.layout()),
      terms: chain(builders.map((builder) => () => builder.terms(ends))),
      surfaces: chain(builders.map((builder) => () => builder.surfaces()))
    };
  }
}

function* chain<T>(parts: (() => Iterable<T>)[]): Iterable<T> {
  for (const part of parts) yield* part();
}

/** A word as written → its surface (pair of term and folded form). */
class LanguageBuilder {
  private readonly tag: string;
  private readonly stems: StemLanguage | null;
  private readonly written = new Map<string, number>();
  private readonly termNumbers = new Map<string, number>();
  private readonly surfaceNumbers = new Map<string, number>();
  private readonly surfaceTerm = new NumberList();
  private readonly surfaceForm = new NumberList();
  private readonly surfaceSpan = new NumberList();
  /** 1 + the surface under which words of this one stand a second time; 0: none. */
  private readonly surfaceUnaccented = new NumberList();
  private readonly surfaceFolded: string[] = [];
  /** Only of those that are written with accents. */
  private readonly surfaceWritten = new Map<number, string>();
  private readonly forms: number[] = [];
  /** Surface and position of every word, in order. */
  private readonly tokens = new NumberList(1 << 16);
  private readonly positions = new NumberList(1 << 16);
  private readonly layoutWriter = new LayoutWriter();
  /** Per slot. */
  private readonly slotMoments = new NumberList(1 << 14);
  firstTerm = 0;

  constructor(tag: string) {
    this.tag = tag;
    this.stems = stemLanguage(tag);
  }

  get termCount(): number {
    return this.termNumbers.size;
  }

  get words(): number {
    return this.tokens.length;
  }

  /** Returns the number of cues. */
  add(track: IndexTrack, firstMoment: number): number {
    let cues = 0;
    let lastEndMs: number | null = null;
    for (const cue of track.cues) {
      cues++;
      if (this.addCue(cue, firstMoment, lastEndMs)) lastEndMs = cue.endMs;
    }
    return cues;
  }

  private slot(length: number, cue: IndexCue, moment: number): void {
    const speech = (cue.speaker === null ? 0 : cue.speaker + 1) * 4 + queryVoices.indexOf(cue.voice);
    this.layoutWriter.slot(length, cue.position, moment, speech);
    this.slotMoments.push(moment);
  }

  private border(): void {
    this.layoutWriter.border();
    this.slotMoments.push(0);
  }

  /** False when the cue has no words. */
  private addCue(cue: IndexCue, firstMoment: number, lastEndMs: number | null): boolean {
    const { text } = cue;
    const moment = firstMoment + cue.moment;
    const firstToken = this.tokens.length;
    let apostrophes: boolean[] | null = null;
    let unaccented: number[] | null = null;
    let inSlot = 0;
    let base = 0;
    scanWords(text, (start, end, joined, grouped) => {
      if (this.tokens.length === firstToken) {
        if (lastEndMs === null || cue.startMs - lastEndMs > longestGapMs) this.border();
        base = this.layoutWriter.slots * slotSize;
      } else if (inSlot === slotSize) {
        this.slot(slotSize, cue, moment);
        base += slotSize;
        inSlot = 0;
      }
      if (joined) (apostrophes ??= [])[this.tokens.length - firstToken] = true;
      const slice = text.slice(start, end);
      const key = grouped ? `${slice} ` : slice;
      const surface = this.written.get(key) ?? this.newWriting(key, slice, grouped);
      this.tokens.push(surface);
      this.positions.push(base + inSlot++);
      if ((this.surfaceUnaccented.values[surface] ?? 0) > 0) (unaccented ??= []).push(this.tokens.length - 1);
    });
    if (this.tokens.length === firstToken) return false;
    this.slot(inSlot, cue, moment);
    const lastToken = this.tokens.length;
    if (unaccented !== null) this.addUnaccented(unaccented);
    if (apostrophes !== null) this.addJoins(apostrophes, firstToken, lastToken);
    return true;
  }

  private newWriting(key: string, slice: string, grouped: boolean): number {
    const word = wordOf(slice, grouped);
    const folded = fold(word);
    const term = stem(word, this.stems);
    const surface = this.surface(term, folded, 1);
    if (folded !== word && stem(folded, this.stems) !== term) {
      this.surfaceUnaccented.values[surface] = 1 + this.surface(unaccentedTerm(folded), folded, 0);
    }
    if (folded !== word && !this.surfaceWritten.has(surface)) this.surfaceWritten.set(surface, word);
    this.written.set(key, surface);
    return surface;
  }

  private addUnaccented(tokens: readonly number[]): void {
    for (const token of tokens) {
      this.tokens.push((this.surfaceUnaccented.values[this.tokens.values[token] ?? 0] ?? 1) - 1);
      this.positions.push(this.positions.values[token] ?? 0);
    }
  }

  private surface(term: string, folded: string, span: number): number {
    const key = `${term} ${folded}`;
    const known = this.surfaceNumbers.get(key);
    if (known !== undefined) return known;
    let number = this.termNumbers.get(term);
    if (number === undefined) {
      this.termNumbers.set(term, (number = this.termNumbers.size));
      this.forms.push(0);
    }
    const surface = this.surfaceFolded.push(folded) - 1;
    this.surfaceNumbers.set(key, surface);
    this.surfaceTerm.push(number);
    this.surfaceForm.push(this.forms[number] ?? 0);
    this.surfaceSpan.push(span);
    this.surfaceUnaccented.push(0);
    this.forms[number] = (this.forms[number] ?? 0) + 1;
    return surface;
  }

  private addJoins(apostrophes: readonly boolean[], firstToken: number, lastToken: number): void {
    const words: string[] = [];
    for (let i = firstToken; i < lastToken; i++) {
      words.push(this.surfaceFolded[this.tokens.values[i] ?? 0] ?? '');
    }
    for (const { at, span, folded } of joinsOf(words, (i) => apostrophes[i] === true)) {
      this.tokens.push(this.surface(joinedTerm(folded, span), folded, span));
      this.positions.push(this.positions.values[firstToken + at] ?? 0);
    }
  }

  layout(): SegmentData['layouts'][number] {
    return { language: this.tag, slots: this.layoutWriter.slots, data: this.layoutWriter.finish() };
  }

  private counted: Uint32Array | null = null;

  /** How often each surface stands. */
  private countSurfaces(): Uint32Array {
    if (this.counted !== null) return this.counted;
    const counts = new Uint32Array(this.surfaceFolded.length);
    const tokens = this.tokens.view();
    for (let i = 0; i < tokens.length; i++) counts[tokens[i] ?? 0] = (counts[tokens[i] ?? 0] ?? 0) + 1;
    return (this.counted = counts);
  }

  *surfaces(): Iterable<SurfaceEntry> {
    const postings = this.countSurfaces();
    for (const [surface, folded] of this.surfaceFolded.entries()) {
      yield {
        language: this.tag,
        folded,
        written: this.surfaceWritten.get(surface) ?? null,
        term: this.firstTerm + (this.surfaceTerm.values[surface] ?? 0),
        form: this.surfaceForm.values[surface] ?? 0,
        span: this.surfaceSpan.values[surface] ?? 1,
        postings: postings[surface] ?? 0
      };
    }
  }

  /** `documentEnds`: the moment after the last of each document. */
  *terms(documentEnds: Uint32Array): Iterable<TermEntry> {
    const { starts, positions, forms } = this.byTerm();
    this.countSurfaces();
    // half of what a large segment takes while it is made: not needed any more
    this.tokens.clear();
    this.positions.clear();
    for (const [term, number] of this.termNumbers) {
      const from = starts[number] ?? 0;
      const to = starts[number + 1] ?? 0;
      const formCount = this.forms[number] ?? 1;
      const list = positions.subarray(from, to);
      const { moments, slotsWith, documents } = this.spread(list, documentEnds);
      yield {
        number: this.firstTerm + number,
        language: this.tag,
        term,
        postings: list.length,
        moments,
        forms: formCount,
        documents,
        body: encodePostings(list, slotsWith, this.layoutWriter.slots),
        formOf: encodeForms(forms.subarray(from, to), formCount)
      };
    }
  }

  /** Positions and forms sorted by term (stable, so positions stay ascending). */
  private byTerm(): { starts: Uint32Array; positions: Uint32Array; forms: Uint16Array } {
    const tokens = this.tokens.view();
    const termOf = this.surfaceTerm.view();
    const starts = new Uint32Array(this.termNumbers.size + 1);
    for (let i = 0; i < tokens.length; i++) {
      const surface = tokens[i] ?? 0;
      const next = (termOf[surface] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    const next = starts.slice();
    const positions = new Uint32Array(tokens.length);
    const forms = new Uint16Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const surface = tokens[i] ?? 0;
      const term = termOf[surface] ?? 0;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      positions[at] = this.positions.values[i] ?? 0;
      forms[at] = this.surfaceForm.values[surface] ?? 0;
    }
    return { starts, positions, forms };
  }

  private readonly pairs = new ByteWriter(1 << 10);

  /** In how many moments and slots a term stands; and, when it stands in many, how many moments of each document. */
  private spread(
    positions: Uint32Array,
    documentEnds: Uint32Array
  ): { moments: number; slotsWith: number; documents: Uint8Array | null } {
    let moments = 0;
    let slotsWith = 0;
    let lastMoment = -1;
    let lastSlot = -1;
    let document = 0;
    let inDocument = 0;
    let lastDocument = 0;
    this.pairs.reset();
    for (let i = 0; i < positions.length; i++) {
      const position = positions[i] ?? 0;
      const slot = position >>> slotBits;
      if (slot === lastSlot) continue;
      lastSlot = slot;
      slotsWith++;
      const moment = this.slotMoments.values[slot] ?? 0;
      if (moment === lastMoment) continue;
      lastMoment = moment;
      moments++;
      if (moment >= (documentEnds[document] ?? 0)) {
        lastDocument = this.pair(document, lastDocument, inDocument);
        inDocument = 0;
        while (moment >= (documentEnds[document] ?? Infinity)) document++;
      }
      inDocument++;
    }
    this.pair(document, lastDocument, inDocument);
    return { moments, slotsWith, documents: positions.length > blockSize ? this.pairs.take() : null };
  }

  private pair(document: number, last: number, count: number): number {
    if (count === 0) return last;
    this.pairs.varint(document - last);
    this.pairs.varint(count);
    return document;
  }
}
