import { asc, eq, sum } from 'drizzle-orm';
import type { Ctx } from '#lib/server/context.ts';
import { searchDocuments, searchLayouts, searchSegments, searchTerms } from '#lib/server/db/schema/index.ts';
import { findStale, indexFormat, indexableRecordings, loadDocument } from '#lib/server/search/documents.ts';
import { SegmentBuilder } from '#lib/server/search/engine/build.ts';
import { readPostings } from '#lib/server/search/engine/read-postings.ts';
import { readLayout, slotSize } from '#lib/server/search/engine/layout.ts';

export interface IndexFault {
  code:
    'recording-missing' | 'recording-surplus' | 'recording-twice' | 'segment-format' | 'term-damaged' | 'words-differ';
  data: Readonly<Record<string, string | number>>;
}

export interface IndexCheck {
  segments: number;
  documents: number;
  terms: number;
  faults: IndexFault[];
}

/**
 * Compares the index with what it is made of: every recording that may be found is in it once, as it is now; every list can be
 * read and is in order; and a segment has as many words as its texts, read anew.
 */
export async function checkIndex(ctx: Ctx): Promise<IndexCheck> {
  const faults: IndexFault[] = [];
  const { missing, surplus } = await findStale(ctx);
  for (const { recordingId } of missing) faults.push({ code: 'recording-missing', data: { recording: recordingId } });
  for (const recordingId of surplus) faults.push({ code: 'recording-surplus', data: { recording: recordingId } });
  const segments = await ctx.read.select().from(searchSegments).where(eq(searchSegments.state, 'live'));
  const seen = new Set<string>();
  let documents = 0;
  let terms = 0;
  for (const segment of segments) {
    if (segment.format !== indexFormat) faults.push({ code: 'segment-format', data: { segment: segment.id } });
    const rows = await ctx.read.select().from(searchDocuments).where(eq(searchDocuments.segmentId, segment.id));
    for (const { recordingId, goneAt } of rows) {
      if (goneAt !== null) continue;
      documents++;
      if (seen.has(recordingId)) faults.push({ code: 'recording-twice', data: { recording: recordingId } });
      seen.add(recordingId);
    }
    terms += await checkTerms(ctx, segment, faults);
    if (rows.every(({ goneAt }) => goneAt === null)) await checkWords(ctx, segment, faults);
  }
  return { segments: segments.length, documents, terms, faults };
}

const termsAtOnce = 500;

async function checkTerms(
  ctx: Ctx,
  { id, moments }: typeof searchSegments.$inferSelect,
  faults: IndexFault[]
): Promise<number> {
  const layouts = await ctx.read.select().from(searchLayouts).where(eq(searchLayouts.segmentId, id));
  const slots = new Map(layouts.map(({ language, data }) => [language, readLayout(data, moments).slots]));
  let count = 0;
  for (let offset = 0; ; offset += termsAtOnce) {
    const rows = await ctx.read
      .select()
      .from(searchTerms)
      .where(eq(searchTerms.segmentId, id))
      .orderBy(asc(searchTerms.language), asc(searchTerms.term))
      .limit(termsAtOnce)
      .offset(offset);
    for (const { language, term, body, postings } of rows) {
      const most = (slots.get(language) ?? 0) * slotSize;
      if (!inOrder(readPostings(body, postings, slots.get(language) ?? 0).positions(), postings, most)) {
        faults.push({ code: 'term-damaged', data: { segment: id, language, term } });
      }
    }
    count += rows.length;
    if (rows.length < termsAtOnce) return count;
  }
}

function inOrder(positions: Uint32Array, count: number, most: number): boolean {
  if (positions.length !== count || (positions.at(-1) ?? 0) >= most) return false;
  for (let i = 1; i < positions.length; i++) if ((positions[i] ?? 0) <= (positions[i - 1] ?? 0)) return false;
  return true;
}

async function checkWords(ctx: Ctx, segment: typeof searchSegments.$inferSelect, faults: IndexFault[]): Promise<void> {
  const rows = await ctx.read
    .select({ recordingId: searchDocuments.recordingId })
    .from(searchDocuments)
    .where(eq(searchDocuments.segmentId, segment.id));
  const ids = new Set(rows.map(({ recordingId }) => recordingId));
  const builder = new SegmentBuilder();
  for (const recording of await indexableRecordings(ctx)) {
    const document = ids.has(recording.recordingId) ? await loadDocument(ctx, recording) : null;
    if (document !== null) builder.add(document);
  }
  let expected = 0;
  for (const { postings } of builder.finish().terms) expected += postings;
  const [row] = await ctx.read
    .select({ postings: sum(searchTerms.postings).mapWith(Number) })
    .from(searchTerms)
    .where(eq(searchTerms.segmentId, segment.id));
  const found = row?.postings ?? 0;
  if (found !== expected) faults.push({ code: 'words-differ', data: { segment: segment.id, found, expected } });
}
