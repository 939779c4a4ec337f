import type { DocumentEntry, SegmentData, SurfaceEntry, TermEntry } from '#lib/server/search/engine/document.ts';
import type { IndexReader, LayoutRow, SegmentRow, SurfaceRow, TermRow } from '#lib/server/search/engine/reader.ts';

interface Held {
  data: SegmentData;
  terms: Map<string, TermEntry & { id: number }>;
  surfaces: (SurfaceEntry & { id: number })[];
  gone: number[];
}

/** An index without a database: what property tests compare, and what the check builds anew beside the stored one. */
export class MemoryIndex implements IndexReader {
  private readonly held = new Map<number, Held>();
  private readonly byId = new Map<number, TermEntry>();

  add(id: number, data: SegmentData): void {
    const first = this.byId.size;
    const terms = new Map<string, TermEntry & { id: number }>();
    for (const term of data.terms) {
      terms.set(`${term.language} ${term.term}`, { ...term, id: first + term.number });
      this.byId.set(first + term.number, term);
    }
    const surfaces = [...data.surfaces].map((surface) => ({ ...surface, id: first + surface.term }));
    this.held.set(id, { data, terms, surfaces, gone: [] });
  }

  remove(id: number): void {
    this.held.delete(id);
  }

  bury(id: number, document: number): void {
    this.held.get(id)?.gone.push(document);
  }

  segments(): SegmentRow[] {
    return [...this.held].map(([id, { data, gone }]) => ({ id, moments: data.moments, gone }));
  }

  documents(segment: number): DocumentEntry[] {
    return this.held.get(segment)?.data.documents ?? [];
  }

  layouts(segment: number): LayoutRow[] {
    return this.held.get(segment)?.data.layouts ?? [];
  }

  term(segment: number, language: string, term: string): TermRow | undefined {
    return this.held.get(segment)?.terms.get(`${language} ${term}`);
  }

  terms(ids: readonly number[]): TermRow[] {
    return ids.flatMap((id) => {
      const term = this.byId.get(id);
      return term === undefined ? [] : [{ ...term, id }];
    });
  }

  surfaces(segment: number, language: string, folded: string, prefix: boolean): SurfaceRow[] {
    return (this.held.get(segment)?.surfaces ?? [])
      .filter((row) => row.language === language && (prefix ? row.folded.startsWith(folded) : row.folded === folded))
      .map(({ id, form, span }) => ({ term: id, form, span }));
  }

  body(id: number): Uint8Array {
    return this.byId.get(id)?.body ?? new Uint8Array(0);
  }

  formOf(id: number): Uint8Array {
    return this.byId.get(id)?.formOf ?? new Uint8Array(0);
  }
}
