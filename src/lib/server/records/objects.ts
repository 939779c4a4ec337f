import { eq } from 'drizzle-orm';
import type { ObjectKind, Published } from '#lib/domain/archive/types.ts';
import type { Verb } from '#lib/domain/access/action.ts';
import { isPublishedKind, subjectOf, type RecordKind } from '#lib/domain/records/kinds.ts';
import { assertCan, may, ownSeries, seriesOfEvent, seriesOfRecording } from '#lib/server/access/index.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import type { Queries } from '#lib/server/db/open.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import { notAllowed } from '#lib/server/errors.ts';

export const publishedTables = {
  event: tables.events,
  series: tables.series,
  recording: tables.recordings,
  person: tables.people,
  organization: tables.organizations,
  campaign: tables.campaigns,
  action: tables.actions,
  page: tables.pages,
  topic: tables.topics,
  image: tables.images
} satisfies Record<ObjectKind, unknown>;

export interface Publication extends Published {
  publishedAt: number | null;
  updatedAt: number | null;
}

/** Timeline and glossary have no state of their own: what stands in them is public. */
const alwaysPublic: Publication = { state: 'public', publishAt: null, publishedAt: null, updatedAt: null };

/** Null: there is no such object. */
export async function publicationOf(read: Queries, kind: RecordKind, id: string): Promise<Publication | null> {
  if (!isPublishedKind(kind)) {
    const table = kind === 'timelineEntry' ? tables.timelineEntries : tables.glossary;
    const [row] = await read.select({ id: table.id }).from(table).where(eq(table.id, id));
    return row ? alwaysPublic : null;
  }
  const table = publishedTables[kind];
  const { state, publishAt, publishedAt, updatedAt } = table;
  const [row] = await read.select({ state, publishAt, publishedAt, updatedAt }).from(table).where(eq(table.id, id));
  return row ? { ...row, seriesIds: await seriesOf(read, kind, id) } : null;
}

async function seriesOf(read: Queries, kind: RecordKind, id: string): Promise<string[]> {
  if (kind === 'series') return [id];
  if (kind === 'recording') return seriesOfRecording(read, id);
  const own = kind === 'event' ? await seriesOfEvent(read, id) : null;
  return own === null ? [] : [own];
}

export const assertMay = (ctx: Ctx, kind: RecordKind, verb: Verb, object: Published | null): void =>
  assertCan(ctx, `${subjectOf[kind]}:${verb}`, object);
export const mayDo = (ctx: Ctx, kind: RecordKind, verb: Verb, object: Published | null): boolean =>
  may(ctx, `${subjectOf[kind]}:${verb}`, object);

/** May this viewer begin one? Of which series it is to be, its record says: that is asked when it is saved. */
export const mayBegin = (ctx: Ctx, kind: RecordKind): boolean =>
  may(ctx, `${subjectOf[kind]}:create`, null, kind === 'event' || kind === 'recording' ? (ownSeries(ctx) ?? []) : []);

export function assertMayBegin(ctx: Ctx, kind: RecordKind): void {
  if (!mayBegin(ctx, kind)) throw notAllowed(`${subjectOf[kind]}:create`);
}

/** Who it was, for revisions and the audit log. */
export const actorOf = ({ viewer }: Ctx): string =>
  viewer.kind === 'organizer' ? viewer.userId : viewer.kind === 'operator' ? viewer.name : 'anonymous';

export async function note(tx: Tx, action: string, kind: RecordKind, id: string, data: object = {}): Promise<void> {
  await tx.write.insert(tables.audit).values({
    id: tx.newId(),
    at: tx.now(),
    actor: actorOf(tx),
    action,
    objectKind: kind,
    objectId: id,
    data
  });
}
