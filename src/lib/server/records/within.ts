import type { PublicationState, Published } from '#lib/domain/archive/types.ts';
import { subjectOf, type LooseRecord, type RecordKind } from '#lib/domain/records/kinds.ts';
import { may, ownSeries, seriesOfEvent } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { Queries } from '#lib/server/db/open.ts';
import { notAllowed } from '#lib/server/errors.ts';
import { mayDo, publicationOf } from '#lib/server/records/objects.ts';

const idIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((each) => idIn(each) ?? []) : []);

/** Every series that a record touches; null stands for something that is of no series. */
async function touchedBy(read: Queries, kind: RecordKind, id: string, record: LooseRecord): Promise<(string | null)[]> {
  const [series, event] = [idIn(record.series), idIn(record.event)];
  if (kind === 'event') return [series];
  if (kind === 'recording') {
    const ofEvent = event === null ? [] : [await seriesOfEvent(read, event)];
    return series === null && event !== null ? ofEvent : [series, ...ofEvent];
  }
  if (kind !== 'series') return [null];
  // to name an event as a stop is to take it into the series
  return [id, ...(await Promise.all(idsIn(record.stops).map((stop) => seriesOfEvent(read, stop))))];
}

const asked = (ids: (string | null)[]) => [...new Set(ids)].map((id) => (id === null ? [] : [id]));

/** Of rows for a list of the desk, those of which this viewer may know. A state of null: has none, is simply there. */
export async function knownTo<T extends { id: string; state: PublicationState | null }>(
  ctx: Ctx,
  kind: RecordKind | null,
  rows: T[]
): Promise<T[]> {
  if (ownSeries(ctx) === null) return rows;
  const known: T[] = [];
  for (const row of rows) {
    const isOpen = row.state === null || row.state === 'public';
    if (isOpen || (kind && mayDo(ctx, kind, 'read', await publicationOf(ctx.read, kind, row.id)))) known.push(row);
  }
  return known;
}

/** Who works within some series makes new things for those only. */
export async function assertMayCreate(ctx: Ctx, kind: RecordKind, record: LooseRecord): Promise<void> {
  const action = `${subjectOf[kind]}:create` as const;
  const touched = ownSeries(ctx) === null ? [null] : await touchedBy(ctx.read, kind, '', record);
  if (!asked(touched).every((seriesIds) => may(ctx, action, null, seriesIds))) throw notAllowed(action);
}

/** Nor may they take into their series, or give to another, what is not theirs. */
export async function assertStaysWithin(
  ctx: Ctx,
  { kind, id, object }: { kind: RecordKind; id: string; object: Published },
  before: LooseRecord,
  after: LooseRecord
): Promise<void> {
  if (ownSeries(ctx) === null) return;
  const links = ({ series, event, stops }: LooseRecord) => JSON.stringify([idIn(series), idIn(event), idsIn(stops)]);
  if (links(before) === links(after)) return;
  const action = `${subjectOf[kind]}:edit` as const;
  const touched = asked(await touchedBy(ctx.read, kind, id, after));
  if (!touched.every((seriesIds) => may(ctx, action, { ...object, seriesIds }))) throw notAllowed(action);
}
