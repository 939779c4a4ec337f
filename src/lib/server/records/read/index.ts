import type { LooseRecord, RecordKind } from '#lib/domain/records/kinds.ts';
import { tidyRecord } from '#lib/domain/records/tidy.ts';
import type { Queries } from '#lib/server/db/open.ts';
import { readAction, readCampaign, readPage } from '#lib/server/records/read/campaigns.ts';
import { readEvent, readSeries, readTimelineEntry, readTopic } from '#lib/server/records/read/happenings.ts';
import { readGlossaryTerm, readImage, readOrganization, readPerson } from '#lib/server/records/read/people.ts';
import { readRecording } from '#lib/server/records/read/recordings.ts';

const readers: Record<RecordKind, (read: Queries, id: string) => Promise<unknown>> = {
  event: readEvent,
  series: readSeries,
  recording: readRecording,
  person: readPerson,
  organization: readOrganization,
  campaign: readCampaign,
  action: readAction,
  page: readPage,
  topic: readTopic,
  timelineEntry: readTimelineEntry,
  glossaryTerm: readGlossaryTerm,
  image: readImage
};

/** What stands in the database, in the import format and tidied; null when there is nothing. Asks nobody's permission. */
export async function readRecord(read: Queries, kind: RecordKind, id: string): Promise<LooseRecord | null> {
  const found = await readers[kind](read, id);
  return found === null ? null : tidyRecord(found);
}
