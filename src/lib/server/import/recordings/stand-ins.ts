import { and, eq, inArray } from 'drizzle-orm';
import { withdrawVersions } from '#lib/server/captions/index.ts';
import type { Tx } from '#lib/server/context.ts';
import { audioTracks, files, importMarks, recordings, renditions, textTracks } from '#lib/server/db/schema/index.ts';
import { markKeyOf } from '#lib/server/import/apply.ts';

/**
 * Once a recording is no longer a stand-in, everything of the stand-in goes: sounds, media and text tracks from its page, their
 * captions from search and downloads, the files from the public. Versions stay as withdrawn, and the address stays.
 * True when there was something to take away.
 */
export async function retireStandIns(tx: Tx, recordingId: string): Promise<boolean> {
  const [row] = await tx.write
    .select({ mediaState: recordings.mediaState })
    .from(recordings)
    .where(eq(recordings.id, recordingId));
  if (!row || row.mediaState === 'stand_in') return false;
  const sounds = await tx.write
    .delete(audioTracks)
    .where(and(eq(audioTracks.recordingId, recordingId), eq(audioTracks.standIn, true)))
    .returning({ id: audioTracks.id });
  const texts = await tx.write
    .delete(textTracks)
    .where(and(eq(textTracks.recordingId, recordingId), eq(textTracks.standIn, true)))
    .returning({ id: textTracks.id });
  const media = await tx.write
    .delete(renditions)
    .where(and(eq(renditions.recordingId, recordingId), eq(renditions.standIn, true)))
    .returning({ id: renditions.id, fileKey: renditions.fileKey });
  await withdrawVersions(
    tx,
    recordingId,
    texts.map(({ id }) => id)
  );
  await hideFiles(
    tx,
    media.map(({ fileKey }) => fileKey)
  );
  const fields = [
    ...sounds.map(({ id }) => `audioTracks.${id}`),
    ...texts.flatMap(({ id }) => [`textTracks.${id}`, `captions.${id}`]),
    ...media.map(({ id }) => `media.${id}`)
  ];
  if (fields.length === 0) return false;
  const mine = markKeyOf({ kind: 'recording', id: recordingId });
  await tx.write.delete(importMarks).where(and(mine, inArray(importMarks.field, fields)));
  return true;
}

/** Files that no rendition plays any more are for organizers only; those of an HLS folder go with their playlist. */
async function hideFiles(tx: Tx, keys: readonly string[]): Promise<void> {
  for (const key of new Set(keys)) {
    const [still] = await tx.write
      .select({ id: renditions.id })
      .from(renditions)
      .where(eq(renditions.fileKey, key))
      .limit(1);
    if (still) continue;
    await tx.write.update(files).set({ audience: 'organizers' }).where(eq(files.key, key));
  }
}
