import type { Atom, Element } from '#lib/domain/search/query.ts';
import { stem, stemLanguage } from '#lib/domain/search/stem.ts';
import { fold } from '#lib/domain/search/tokens.ts';
import type { DocumentEntry } from '#lib/server/search/engine/document.ts';
import { readLayout, type Layout } from '#lib/server/search/engine/layout.ts';
import type { Part } from '#lib/server/search/engine/moments.ts';
import { findPhrase } from '#lib/server/search/engine/phrase.ts';
import { onlyForms } from '#lib/server/search/engine/forms.ts';
import { lowerBound, mergePostings, PositionList, type Postings } from '#lib/server/search/engine/postings.ts';
import { readPostings } from '#lib/server/search/engine/read-postings.ts';
import type { IndexReader, SurfaceRow, TermRow } from '#lib/server/search/engine/reader.ts';

/** Lists that have been read, kept for the next search; the oldest go when there are too many bytes. */
export class KeptLists {
  private readonly lists = new Map<number, Postings>();
  private bytes = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(term: number): Postings | undefined {
    const list = this.lists.get(term);
    if (list === undefined) return undefined;
    this.lists.delete(term);
    this.lists.set(term, list);
    return list;
  }

  /** Lists grow while they are used (decoded wholly), so they are weighed anew each time. */
  set(term: number, list: Postings): void {
    this.lists.set(term, list);
    this.bytes += list.bytes;
    if (this.bytes <= this.limit) return;
    this.bytes = [...this.lists.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const [old, { bytes }] of this.lists) {
      if (this.bytes <= this.limit / 2) break;
      this.lists.delete(old);
      this.bytes -= bytes;
    }
  }

  forget(): void {
    this.lists.clear();
    this.bytes = 0;
  }
}

/** The postings of an element that cover `span` words of the text each. `term`: all of one term's, as stored. */
interface Found {
  span: number;
  term: TermRow | null;
  postings: () => Promise<Postings>;
}

/** A match of an atom in one language; the list is read when asked for. */
export interface AtomPart {
  language: string;
  term: TermRow | null;
  part: () => Promise<Part>;
}

/** More ways than this to read one phrase are not natural language. */
const mostWays = 256;

/** One segment, opened: its layouts are in memory, its lists in the database. */
export class Segment {
  readonly id: number;
  readonly moments: number;
  readonly documents: readonly DocumentEntry[];
  readonly layouts: ReadonlyMap<string, Layout>;
  /** The moment after the last of each document. */
  readonly documentEnds: Uint32Array;
  private readonly kept: KeptLists;

  constructor(id: number, moments: number, documents: DocumentEntry[], layouts: Map<string, Layout>, kept: KeptLists) {
    this.id = id;
    this.moments = moments;
    this.documents = documents;
    this.layouts = layouts;
    this.documentEnds = Uint32Array.from(documents, (entry) => entry.firstMoment + entry.moments);
    this.kept = kept;
  }

  static async open(reader: IndexReader, id: number, moments: number, kept: KeptLists): Promise<Segment> {
    const layouts = new Map<string, Layout>();
    for (const { language, data } of await reader.layouts(id)) layouts.set(language, readLayout(data, moments));
    return new Segment(id, moments, await reader.documents(id), layouts, kept);
  }

  /** Index of the document that the moment belongs to. */
  documentOf(moment: number): number {
    return lowerBound(this.documentEnds, moment + 1, 0);
  }

  /** Where an atom stands in the languages that `searched` allows. */
  async find(reader: IndexReader, atom: Atom, searched: (language: string) => boolean): Promise<AtomPart[]> {
    const parts: AtomPart[] = [];
    for (const [language, layout] of this.layouts) {
      if (!searched(language)) continue;
      for (const sequence of atom.sequences) {
        const [only] = sequence;
        if (only !== undefined && sequence.length === 1) {
          for (const { span, term, postings } of await this.element(reader, language, layout, only)) {
            const part = async () => ({ layout, language, starts: await postings(), width: span });
            parts.push({ language, term, part });
          }
        } else parts.push(...(await this.phrase(reader, language, layout, sequence)));
      }
    }
    return parts;
  }

  private async element(
    reader: IndexReader,
    language: string,
    layout: Layout,
    { word, prefix, joined }: Element
  ): Promise<Found[]> {
    const folded = fold(word);
    const found: Found[] = [];
    let whole: TermRow | undefined;
    let plainStem = false;
    if (!prefix && !joined) {
      const stems = stemLanguage(language);
      const term = stem(word, stems);
      plainStem = folded === word || stem(folded, stems) === term;
      whole = await reader.term(this.id, language, term);
      if (whole !== undefined) found.push(this.wholeTerm(reader, layout, whole, 1));
    }
    const all = await reader.surfaces(this.id, language, folded, prefix);
    const rows = this.chooseRows(all, whole?.id ?? null, plainStem);
    const others = new Map<number, SurfaceRow[]>();
    for (const row of rows) {
      const known = others.get(row.term);
      if (known === undefined) others.set(row.term, [row]);
      else known.push(row);
    }
    for (const term of await reader.terms([...others.keys()])) {
      const forms = others.get(term.id) ?? [];
      const span = Math.max(1, forms[0]?.span ?? 1);
      if (forms.length >= term.forms) found.push(this.wholeTerm(reader, layout, term, span));
      else found.push(this.someForms(reader, layout, term, span, forms));
    }
    return found;
  }

  /**
   * Without the rows of the word's own term. Whoever typed no accents, or accents that do not change the stem, is answered
   * from the list of the unaccented form; other ways of typing and prefixes take the forms out of their terms.
   */
  private chooseRows(rows: SurfaceRow[], own: number | null, plainStem: boolean): SurfaceRow[] {
    const unaccented = rows.some(({ span }) => span === 0);
    return rows.filter(({ term, span }) => {
      if (term === own) return false;
      return plainStem && unaccented ? span !== 1 : span !== 0;
    });
  }

  private wholeTerm(reader: IndexReader, layout: Layout, term: TermRow, span: number): Found {
    return { span, term, postings: () => this.list(reader, layout, term) };
  }

  private someForms(reader: IndexReader, layout: Layout, term: TermRow, span: number, forms: SurfaceRow[]): Found {
    const postings = async () => {
      const list = await this.list(reader, layout, term);
      return onlyForms(list, await reader.formOf(term.id), term.forms, new Set(forms.map(({ form }) => form)));
    };
    return { span, term: null, postings };
  }

  private async list(reader: IndexReader, { slots }: Layout, term: TermRow): Promise<Postings> {
    const known = this.kept.get(term.id);
    if (known !== undefined) return known;
    const list = readPostings(term.body ?? (await reader.body(term.id)), term.postings, slots);
    this.kept.set(term.id, list);
    return list;
  }

  private async phrase(
    reader: IndexReader,
    language: string,
    layout: Layout,
    sequence: readonly Element[]
  ): Promise<AtomPart[]> {
    const words: Map<number, Postings>[] = [];
    const known = new Map<string, Map<number, Postings>>();
    for (const element of sequence) {
      const key = `${element.word} ${element.prefix} ${element.joined}`;
      let spans = known.get(key);
      if (spans === undefined) {
        known.set(key, (spans = await this.spans(reader, language, layout, element)));
        if (spans.size === 0) return [];
      }
      words.push(spans);
    }
    return ways(words).map(({ lists, width }) => {
      const part = async () => ({ layout, language, starts: new PositionList(findPhrase(lists, layout)), width });
      return { language, term: null, part };
    });
  }

  /** Words that the element may cover → where it does. */
  private async spans(
    reader: IndexReader,
    language: string,
    layout: Layout,
    element: Element
  ): Promise<Map<number, Postings>> {
    const bySpan = new Map<number, Postings[]>();
    for (const { span, postings } of await this.element(reader, language, layout, element)) {
      bySpan.set(span, [...(bySpan.get(span) ?? []), await postings()]);
    }
    return new Map([...bySpan].map(([span, lists]) => [span, mergePostings(lists)]));
  }
}

interface Way {
  lists: { list: Postings; after: number }[];
  width: number;
}

/** Each choice of one span for every word; there is nearly always one. */
function ways(words: readonly Map<number, Postings>[]): Way[] {
  let open: Way[] = [{ lists: [], width: 0 }];
  for (const spans of words) {
    open = open.flatMap(({ lists, width }) =>
      [...spans].map(([span, list]) => ({ lists: [...lists, { list, after: width }], width: width + span }))
    );
    if (open.length > mostWays) open = open.slice(0, mostWays);
  }
  return open;
}
