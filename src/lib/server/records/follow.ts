import { and, eq } from 'drizzle-orm';
import type { RecordKind } from '#lib/domain/records/kinds.ts';
import type { Tx } from '#lib/server/context.ts';
import { objectLinks, personLinks, recordings, recordingSpeakers } from '#lib/server/db/schema/index.ts';
import { leaveIndex } from '#lib/server/search/index.ts';

/** Recordings whose entries in the search speak of an object. */
async function recordingsOf({ read }: Tx, kind: RecordKind, id: string): Promise<string[]> {
  if (kind === 'recording') return [id];
  if (kind === 'event' || kind === 'series') {
    const column = kind === 'event' ? recordings.eventId : recordings.seriesId;
    return (await read.select({ id: recordings.id }).from(recordings).where(eq(column, id))).map((row) => row.id);
  }
  if (kind === 'topic') {
    const rows = await read
      .select({ id: objectLinks.objectId })
      .from(objectLinks)
      .where(
        and(eq(objectLinks.objectKind, 'recording'), eq(objectLinks.relation, 'topic'), eq(objectLinks.targetId, id))
      );
    return rows.map((row) => row.id);
  }
  if (kind !== 'person') return [];
  const heard = await read
    .select({ id: recordingSpeakers.recordingId })
    .from(recordingSpeakers)
    .where(eq(recordingSpeakers.personId, id));
  const named = await read
    .select({ id: personLinks.objectId })
    .from(personLinks)
    .where(and(eq(personLinks.objectKind, 'recording'), eq(personLinks.personId, id)));
  return [...new Set([...heard, ...named].map((row) => row.id))];
}

/** They leave the index in this transaction; the next search takes them in again as they are then. */
export async function tellSearch(tx: Tx, kind: RecordKind, id: string): Promise<void> {
  for (const recordingId of await recordingsOf(tx, kind, id)) await leaveIndex(tx, recordingId);
}
