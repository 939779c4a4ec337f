import type { Ctx } from '#lib/server/context.ts';
import { loadDocument, type Indexable } from '#lib/server/search/documents.ts';
import { SegmentBuilder } from '#lib/server/search/engine/build.ts';
import { writeSegment } from '#lib/server/search/write.ts';

/** Cues of one segment: what fits into memory while it is made, offline and beside a running server. */
export const cuesOffline = 1_500_000;
export const cuesOnline = 300_000;

export type OnIndexed = (cues: number, total: number) => void;

/**
 * Takes recordings into the index, in segments of at most `most` cues. `replaced`: segments whose documents these are.
 * Recordings are written oldest first, as results by date read them.
 */
export async function takeIn(
  ctx: Ctx,
  recordings: readonly Indexable[],
  most: number,
  replaced: readonly number[] | null = null,
  onIndexed?: OnIndexed
): Promise<void> {
  const total = recordings.reduce((sum, { cues }) => sum + cues, 0);
  const replacing = (retire: boolean) => (replaced === null ? null : { segments: replaced, retire });
  let builder = new SegmentBuilder();
  let done = 0;
  for (const recording of recordings) {
    const document = await loadDocument(ctx, recording);
    if (document === null) continue;
    if (builder.size.cues > 0 && builder.size.cues + recording.cues > most) {
      await writeSegment(ctx, builder.finish(), replacing(false));
      builder = new SegmentBuilder();
    }
    builder.add(document);
    done += recording.cues;
    onIndexed?.(done, total);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (builder.size.documents > 0) await writeSegment(ctx, builder.finish(), replacing(true));
}
