import { asc, eq } from 'drizzle-orm';
import type { Queries } from '#lib/server/db/open.ts';
import { chapters, recordings, recordingSpeakers } from '#lib/server/db/schema/index.ts';
import { linksOf } from '#lib/server/records/read/links.ts';
import { durationOf, sourceOf } from '#lib/server/records/read/values.ts';

export async function readRecording(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(recordings).where(eq(recordings.id, id));
  if (!row) return null;
  const speakers = await read
    .select()
    .from(recordingSpeakers)
    .where(eq(recordingSpeakers.recordingId, id))
    .orderBy(asc(recordingSpeakers.position));
  const parts = await read.select().from(chapters).where(eq(chapters.recordingId, id)).orderBy(asc(chapters.position));
  const { eventId, seriesId, title, titleOrigin, description, recordedOn, mediaFacts, rights, sources } = row;
  return {
    ...(await linksOf(read, 'recording', id)),
    ...{ id, title, titleOrigin, description, recordedOn, rights },
    event: eventId,
    series: seriesId,
    mediaFacts: mediaFacts && {
      ...{ exists: mediaFacts.exists, complete: mediaFacts.complete, held: mediaFacts.held, url: mediaFacts.url },
      duration: durationOf(mediaFacts.durationMs),
      source: sourceOf(mediaFacts.sources)
    },
    speakers: speakers.map(({ id: key, labels, personId }) => ({ id: key, labels, person: personId })),
    chapters: parts.map(({ startMs, title: words }) => ({ start: durationOf(startMs), title: words })),
    source: sourceOf(sources)
  };
}
