import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { LooseRecord, RecordKind } from '#lib/domain/records/kinds.ts';
import { sameRecord, tidyRecord } from '#lib/domain/records/tidy.ts';
import type { Tx } from '#lib/server/context.ts';
import type { Queries } from '#lib/server/db/open.ts';
import { organizers, revisions } from '#lib/server/db/schema/index.ts';
import { actorOf } from '#lib/server/records/objects.ts';
import { readRecord } from '#lib/server/records/read/index.ts';

export type Revision = typeof revisions.$inferSelect;
export type Reason = 'create' | 'edit' | 'merge' | 'restore' | 'status' | 'found' | 'publish';

const of = (kind: RecordKind, id: string) => and(eq(revisions.kind, kind), eq(revisions.objectId, id));

/** The newest first. */
export const revisionsOf = (read: Queries, kind: RecordKind, id: string): Promise<Revision[]> =>
  read.select().from(revisions).where(of(kind, id)).orderBy(desc(revisions.number));

export async function revisionAt(
  read: Queries,
  kind: RecordKind,
  id: string,
  number: number
): Promise<Revision | null> {
  const [row] = await read
    .select()
    .from(revisions)
    .where(and(of(kind, id), eq(revisions.number, number)));
  return row ?? null;
}

export async function latestRevision(read: Queries, kind: RecordKind, id: string): Promise<Revision | null> {
  const [row] = await read.select().from(revisions).where(of(kind, id)).orderBy(desc(revisions.number)).limit(1);
  return row ?? null;
}

export async function revisionOfForm(read: Queries, formToken: string): Promise<Revision | null> {
  const [row] = await read.select().from(revisions).where(eq(revisions.formToken, formToken));
  return row ?? null;
}

/** What an editor begins from: the latest state, whether pages show it already or not. */
export interface Head {
  record: LooseRecord;
  number: number;
  /** True: saved by somebody who may not publish, and waiting. */
  waiting: boolean;
}

const hashOf = (record: LooseRecord): string =>
  createHash('sha256')
    .update(JSON.stringify(tidyRecord(record)))
    .digest('base64url')
    .slice(0, 16);
/** Told by a form, so that a change in between is noticed: the revision's number and what stood in it. */
export const baseOf = ({ number, record }: Head): string => `${String(number)}.${hashOf(record)}`;

/** Null: there is no such object. What was changed past the editors (an import) counts as a state of its own. */
export async function headOf(read: Queries, kind: RecordKind, id: string): Promise<Head | null> {
  const here = await readRecord(read, kind, id);
  if (!here) return null;
  const latest = await latestRevision(read, kind, id);
  if (!latest) return { record: here, number: 1, waiting: false };
  if (latest.appliedAt === null) return { record: tidyRecord(latest.record), number: latest.number, waiting: true };
  const same = sameRecord(latest.record, here);
  return { record: here, number: same ? latest.number : latest.number + 1, waiting: false };
}

/** The record that a form began from, by what it says of it; null when it is not known any more. */
export async function recordOfBase(
  read: Queries,
  kind: RecordKind,
  id: string,
  base: string
): Promise<LooseRecord | null> {
  const head = await headOf(read, kind, id);
  if (head && baseOf(head) === base) return head.record;
  const revision = await revisionAt(read, kind, id, Number(base.split('.')[0]));
  if (!revision) return null;
  const record = tidyRecord(revision.record);
  return baseOf({ record, number: revision.number, waiting: false }) === base ? record : null;
}

interface NewRevision {
  record: LooseRecord;
  reason: Reason;
  applied: boolean;
  formToken?: string | null;
  author?: string;
}

export async function addRevision(tx: Tx, kind: RecordKind, id: string, added: NewRevision): Promise<Revision> {
  const latest = await latestRevision(tx.read, kind, id);
  const [row] = await tx.write
    .insert(revisions)
    .values({
      id: tx.newId(),
      kind,
      objectId: id,
      number: (latest?.number ?? 0) + 1,
      record: tidyRecord(added.record),
      author: added.author ?? actorOf(tx),
      at: tx.now(),
      reason: added.reason,
      appliedAt: added.applied ? tx.now() : null,
      formToken: added.formToken ?? null
    })
    .returning();
  if (!row) throw new Error('a revision was not written');
  return row;
}

/** Before the first change by an editor, and after one past the editors: keeps how it stood. */
export async function keepFound(tx: Tx, kind: RecordKind, id: string): Promise<void> {
  const here = await readRecord(tx.read, kind, id);
  const latest = await latestRevision(tx.read, kind, id);
  if (!here || latest?.appliedAt === null || (latest && sameRecord(latest.record, here))) return;
  await addRevision(tx, kind, id, { record: here, reason: 'found', applied: true, author: 'import' });
}

/** Organizer's id → name; who is not among them (`import`) keeps its word. */
export async function authorNames(read: Queries): Promise<Map<string, string>> {
  const rows = await read.select({ id: organizers.id, name: organizers.name }).from(organizers);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
