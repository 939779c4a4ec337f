import { and, eq, inArray } from 'drizzle-orm';
import { withdrawVersions } from '#lib/server/captions/index.ts';
import type { Tx } from '#lib/server/context.ts';
import { audioTracks, importMarks, recordings, renditions, textTracks } from '#lib/server/db/schema/index.ts';
import { hideFiles } from '#lib/server/productions/hide.ts';

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
  const mine = and(eq(importMarks.kind, 'recording'), eq(importMarks.objectId, recordingId));
  await tx.write.delete(importMarks).where(and(mine, inArray(importMarks.field, fields)));
  return true;
}
