import { eq } from 'drizzle-orm';
import type { Queries } from '#lib/server/db/open.ts';
import { events, recordings } from '#lib/server/db/schema/index.ts';

/** Null: there is no such event, or it belongs to none. */
export async function seriesOfEvent(read: Queries, eventId: string): Promise<string | null> {
  const [row] = await read.select({ seriesId: events.seriesId }).from(events).where(eq(events.id, eventId));
  return row?.seriesId ?? null;
}

/** Series to which a recording belongs: its own, and that of its event. */
export async function seriesOfRecording(read: Queries, recordingId: string): Promise<string[]> {
  const [row] = await read
    .select({ own: recordings.seriesId, ofEvent: events.seriesId })
    .from(recordings)
    .leftJoin(events, eq(events.id, recordings.eventId))
    .where(eq(recordings.id, recordingId));
  return [row?.own, row?.ofEvent].filter((id) => typeof id === 'string');
}
