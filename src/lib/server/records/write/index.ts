import { and, eq, inArray, notInArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { LooseRecord, RecordKind } from '#lib/domain/records/kinds.ts';
import type { Tx } from '#lib/server/context.ts';
import {
  demands,
  events,
  letterTemplates,
  recordingSpeakers,
  sourceDocuments,
  talkingPoints,
  targets
} from '#lib/server/db/schema/index.ts';
import { insertRow, readRow, Sources, updateRow, type ImportObject } from '#lib/server/import/index.ts';
import { stopsOf } from '#lib/server/records/read/happenings.ts';
import { toObjects } from '#lib/server/records/write/objects.ts';

/**
 * Makes the database say what a record says; what the record does not mention is emptied. The publication state is not touched, and
 * no mark of an import is set: a later import sees that it was changed here. Asks nobody's permission.
 */
export async function writeRecord(tx: Tx, kind: RecordKind, id: string, record: LooseRecord): Promise<void> {
  const documents = await tx.read.select({ id: sourceDocuments.id }).from(sourceDocuments);
  const sources = new Sources(null, new Set(documents.map((row) => row.id)));
  const writing = { read: tx.read, mapping: { sources, publish: false, withoutStandIns: false } };
  for (const object of await toObjects[kind](writing, { ...record, id })) await writeObject(tx, object);
  if (kind === 'campaign') await dropParts(tx, id, record);
  if (kind === 'series') await writeStops(tx, id, idsIn(record.stops));
  if (kind === 'recording') await dropSpeakers(tx, id, partIds(record.speakers));
}

async function writeObject(tx: Tx, object: ImportObject): Promise<void> {
  const isNew = (await readRow(tx.read, object)) === null;
  if (isNew) await insertRow(tx, object);
  else {
    const change = 'updatedAt' in object.table ? { ...object.columns, updatedAt: tx.now() } : object.columns;
    if (Object.keys(change).length > 0) await updateRow(tx, object, change);
  }
  for (const part of object.parts) if (isNew || !part.onlyNew) await part.write(tx);
}

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const partIds = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown) =>
        typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? [item.id] : []
      )
    : [];

/** Parts of a campaign that its record no longer names. */
async function dropParts(tx: Tx, campaignId: string, record: LooseRecord): Promise<void> {
  const tables: [SQLiteTable & { id: SQLiteColumn; campaignId: SQLiteColumn }, unknown][] = [
    [demands, record.demands],
    [targets, record.targets],
    [talkingPoints, record.talkingPoints],
    [letterTemplates, record.letterTemplates]
  ];
  for (const [table, list] of tables) {
    const kept = partIds(list);
    const others = kept.length > 0 ? notInArray(table.id, kept) : undefined;
    await tx.write.delete(table).where(and(eq(table.campaignId, campaignId), others));
  }
}

async function dropSpeakers(tx: Tx, recordingId: string, kept: readonly string[]): Promise<void> {
  const others = kept.length > 0 ? notInArray(recordingSpeakers.id, [...kept]) : undefined;
  await tx.write.delete(recordingSpeakers).where(and(eq(recordingSpeakers.recordingId, recordingId), others));
}

/** Stops are events that name the series: those that left it no longer do, the others stand in the order given. */
async function writeStops(tx: Tx, seriesId: string, stops: readonly string[]): Promise<void> {
  const before = await stopsOf(tx.read, seriesId);
  if (before.join(' ') === stops.join(' ')) return;
  const gone = before.filter((id) => !stops.includes(id));
  if (gone.length > 0) {
    await tx.write.update(events).set({ seriesId: null, seriesPosition: null }).where(inArray(events.id, gone));
  }
  for (const [index, id] of stops.entries()) {
    await tx.write
      .update(events)
      .set({ seriesId, seriesPosition: index + 1 })
      .where(eq(events.id, id));
  }
}
