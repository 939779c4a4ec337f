import { asc, desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { durationMs } from '#lib/domain/import/values.ts';
import { recordSchemas, type LooseRecord, type RecordKind, type RecordOf } from '#lib/domain/records/kinds.ts';
import { complete, sameRecord } from '#lib/domain/records/tidy.ts';
import type { Queries } from '#lib/server/db/open.ts';
import { chapters, glossary, institutions, recordings } from '#lib/server/db/schema/index.ts';
import {
  actionObject,
  eventObjects,
  glossaryObjects,
  imageObject,
  organizationObject,
  pageObject,
  personObject,
  Place,
  recordingObject,
  seriesObject,
  timelineObject,
  topicObject,
  wholeCampaign,
  type ImportObject,
  type Mapping
} from '#lib/server/import/index.ts';

/** What a record is turned into rows with. */
export interface Writing {
  read: Queries;
  mapping: Mapping;
}
type ToObjects = (writing: Writing, record: LooseRecord) => Promise<ImportObject[]>;

/** A record does not come from a file: there is no line that a problem could be shown at. */
const nowhere = (input: unknown): Place =>
  new Place({ path: '', label: '', section: '', single: true, stem: '' }, input, new WeakMap(), '');

/** Checked once more here: what is written has passed the importer's own schema. */
const by =
  <S extends v.GenericSchema>(
    schema: S,
    objects: (writing: Writing, entry: v.InferOutput<S>, place: Place) => ImportObject[] | Promise<ImportObject[]>
  ): ToObjects =>
  async (writing, record) => {
    const whole = complete(schema, record);
    return objects(writing, v.parse(schema, whole), nowhere(whole));
  };

async function recordingObjects({ read, mapping }: Writing, entry: RecordOf<'recording'>, place: Place) {
  const [row] = await read.select().from(recordings).where(eq(recordings.id, entry.id));
  const files = {
    chapters: await chaptersOf(read, entry, row?.durationMs ?? null),
    media: [],
    durationMs: row?.durationMs ?? null,
    speakers: entry.speakers ?? []
  };
  const whole = { ...entry, mediaState: row?.mediaState ?? ('none' as const) };
  return [recordingObject(mapping, { entry: whole, place }, files)];
}

/** Undefined while nothing of them was changed: their ends may come from a file and stay as they are. */
async function chaptersOf(read: Queries, { id, chapters: written }: RecordOf<'recording'>, lengthMs: number | null) {
  const here = await read.select().from(chapters).where(eq(chapters.recordingId, id)).orderBy(asc(chapters.position));
  const starts = (written ?? []).map(({ start, title }) => ({ startMs: durationMs(start), title }));
  if (sameRecord({ all: starts }, { all: here.map(({ startMs, title }) => ({ startMs, title })) })) return undefined;
  starts.sort((a, b) => a.startMs - b.startMs);
  return starts.map(({ startMs, title }, index) => ({
    startMs,
    endMs: starts[index + 1]?.startMs ?? Math.max(lengthMs ?? 0, startMs),
    title
  }));
}

async function termObjects({ read }: Writing, entry: RecordOf<'glossaryTerm'>, place: Place) {
  const [own] = await read.select({ position: glossary.position }).from(glossary).where(eq(glossary.id, entry.id));
  const [last] = await read
    .select({ position: glossary.position })
    .from(glossary)
    .orderBy(desc(glossary.position))
    .limit(1);
  const position = own?.position ?? (last?.position ?? -1) + 1;
  return glossaryObjects([entry], place).map((object) => ({ ...object, columns: { ...object.columns, position } }));
}

async function personObjects({ read, mapping }: Writing, entry: RecordOf<'person'>, place: Place) {
  const ids = await read.select({ id: institutions.id }).from(institutions);
  return [personObject(mapping, { entry, place }, new Set(ids.map(({ id }) => id)))];
}

export const toObjects: Record<RecordKind, ToObjects> = {
  event: by(recordSchemas.event, ({ mapping }, entry, place) => {
    const status = entry.statusHistory?.at(-1)?.status ?? 'planned';
    return eventObjects(mapping, [{ entry: { ...entry, status }, place }]);
  }),
  series: by(recordSchemas.series, ({ mapping }, entry, place) => [seriesObject(mapping, { entry, place })]),
  recording: by(recordSchemas.recording, recordingObjects),
  person: by(recordSchemas.person, personObjects),
  organization: by(recordSchemas.organization, ({ mapping }, entry, place) => [
    organizationObject(mapping, { entry, place })
  ]),
  campaign: by(recordSchemas.campaign, ({ mapping }, entry, place) => wholeCampaign(mapping, { entry, place })),
  action: by(recordSchemas.action, ({ mapping }, { campaign, ...entry }, place) => [
    actionObject(mapping, entry, campaign, 0, place)
  ]),
  page: by(recordSchemas.page, ({ mapping }, entry, place) => [pageObject(mapping, { entry, place })]),
  topic: by(recordSchemas.topic, ({ mapping }, entry, place) => [topicObject(mapping, { entry, place })]),
  timelineEntry: by(recordSchemas.timelineEntry, ({ mapping }, entry, place) => [
    timelineObject(mapping, { entry, place })
  ]),
  glossaryTerm: by(recordSchemas.glossaryTerm, termObjects),
  image: by(recordSchemas.image, ({ mapping }, entry, place) => [imageObject(mapping, { entry, place })])
};
