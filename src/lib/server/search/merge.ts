import { inArray } from 'drizzle-orm';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { searchSegments } from '#lib/server/db/schema/index.ts';
import { indexableRecordings } from '#lib/server/search/documents.ts';
import { cuesOnline, takeIn } from '#lib/server/search/take-in.ts';
import { countingIn, goneBySegment, liveSegments, sweep } from '#lib/server/search/write.ts';

/** So many segments may stand beside each other before small ones are merged. */
const mostSegments = 6;
/** Of a segment's documents at most this share may no longer count. */
const mostGone = 0.3;

/**
 * Which segments should be written anew as one: the smallest, when there are many, and those of which much no longer counts.
 * Segments of about the same size are taken together, so that a large one is not written again for each small one.
 */
export async function segmentsToMerge(ctx: Ctx): Promise<number[]> {
  const segments = (await liveSegments(ctx)).sort((a, b) => a.cues - b.cues);
  const small = segments.filter(({ cues }) => cues < cuesOnline);
  if (small.length > mostSegments) return ofLikeSize(small).map(({ id }) => id);
  const gone = await goneBySegment(ctx);
  const worn = segments.find(({ id, documents }) => (gone.get(id) ?? 0) > documents * mostGone);
  return worn === undefined ? [] : [worn.id];
}

/** From the smallest on, while the next is not much larger than all before it together; at least two. */
function ofLikeSize<T extends { cues: number }>(ascending: readonly T[]): T[] {
  let sum = 0;
  const end = ascending.findIndex(({ cues }, i) => {
    const fits = i < 2 || (cues <= sum * 2 && sum + cues <= cuesOnline);
    sum += cues;
    return !fits;
  });
  return ascending.slice(0, end < 0 ? ascending.length : end);
}

/** Makes one segment of several, from the cues; false when there is nothing to merge. */
export async function mergeSegments(ctx: Ctx): Promise<boolean> {
  const ids = await segmentsToMerge(ctx);
  if (ids.length === 0) return false;
  const counting = await countingIn(ctx, ids);
  // what was changed meanwhile and not taken in anew yet is left to the next refresh
  const recordings = (await indexableRecordings(ctx)).filter(
    ({ recordingId, fingerprint }) => counting.get(recordingId) === fingerprint
  );
  if (recordings.length > 0) await takeIn(ctx, recordings, cuesOnline * 2, ids);
  else await retire(ctx, ids);
  await sweep(ctx);
  return true;
}

async function retire(ctx: Ctx, ids: readonly number[]): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.write
      .update(searchSegments)
      .set({ state: 'retired' })
      .where(inArray(searchSegments.id, [...ids]));
  });
}
