import { eq } from 'drizzle-orm';
import type { Published } from '#lib/domain/archive/types.ts';
import { lifeCycle, restorableMs, type Step } from '#lib/domain/records/life-cycle.ts';
import { isPublishedKind, type RecordKind } from '#lib/domain/records/kinds.ts';
import { mergeRecords } from '#lib/domain/records/merge.ts';
import { tidyRecord } from '#lib/domain/records/tidy.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { people } from '#lib/server/db/schema/index.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { DomainError, missing } from '#lib/server/errors.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { tellSearch } from '#lib/server/records/follow.ts';
import { openScheduled, purgeDeleted } from '#lib/server/records/jobs.ts';
import { assertMay, mayDo, note, publicationOf, publishedTables } from '#lib/server/records/objects.ts';
import { readRecord } from '#lib/server/records/read/index.ts';
import { addRevision, latestRevision, revisionsOf } from '#lib/server/records/revisions.ts';
import { writeRecord } from '#lib/server/records/write/index.ts';

export interface Change {
  kind: RecordKind;
  id: string;
  step: Step;
  /** Of `schedule`: UTC milliseconds. */
  publishAt?: number | null;
}

/** What an object that was deleted is asked as when it is brought back: as the draft that it becomes. */
const asDraft = (object: Published): Published => ({ ...object, state: 'draft', publishAt: null });

/** One step of the life cycle; changes that wait go public with it. */
export function changePublication(ctx: Ctx, { kind, id, step, publishAt = null }: Change): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const object = await publicationOf(tx.read, kind, id);
    if (!object || !isPublishedKind(kind)) throw missing(kind, { id });
    assertMay(tx, kind, 'read', object);
    const rule = lifeCycle[step];
    assertMay(tx, kind, rule.verb, step === 'restore' ? asDraft(object) : object);
    if (!rule.from.includes(object.state))
      throw new DomainError('conflict', 'records.step', { step, state: object.state });
    if (step === 'schedule' && (publishAt === null || publishAt <= tx.now())) {
      throw new DomainError('invalid', 'records.schedule-past', { field: 'publishAt' });
    }
    const opens = rule.to === 'public' || rule.to === 'unlisted' || rule.to === 'scheduled';
    if (opens) {
      await showWaiting(tx, kind, id);
      if (kind === 'person') await assertNameable(tx, id);
    }
    await setState(tx, kind, id, rule.to, rule.to === 'scheduled' ? publishAt : null);
    if (rule.to === 'scheduled' && publishAt !== null)
      await enqueue(tx, openScheduled, { kind, id }, { runAfter: publishAt });
    if (rule.to === 'deleted') await enqueue(tx, purgeDeleted, { kind, id }, { runAfter: tx.now() + restorableMs });
    await note(tx, `record.${step}`, kind, id, { from: object.state, ...(publishAt !== null && { publishAt }) });
  });
}

/** Also told when nothing of it was public before: addresses of previews show it. */
export async function setState(
  tx: Tx,
  kind: keyof typeof publishedTables,
  id: string,
  state: Published['state'],
  publishAt: number | null
): Promise<void> {
  const table = publishedTables[kind];
  const [row] = await tx.read.select({ publishedAt: table.publishedAt }).from(table).where(eq(table.id, id));
  const opens = state === 'public' || state === 'unlisted';
  const publishedAt = row?.publishedAt ?? (opens ? tx.now() : null);
  await tx.write.update(table).set({ state, publishAt, publishedAt, updatedAt: tx.now() }).where(eq(table.id, id));
  await tellSearch(tx, kind, id);
  await raiseContentRevision(tx.write);
}

/** Nobody of the campaign is named to the world before they agreed, or were named so by the source. */
async function assertNameable(tx: Tx, id: string): Promise<void> {
  const [person] = await tx.read.select().from(people).where(eq(people.id, id));
  const agreed = person?.consent === 'confirmed' || person?.consent === 'not_needed';
  const asInSource = person?.publishName === 'as_in_source' && person.consent === 'to_confirm';
  if (!agreed && !asInSource && person?.display === 'full_name') {
    throw new DomainError('invalid', 'records.no-consent', { field: 'consent' });
  }
}

/** Changes of an editor that wait: merged into what stands here, where both do not touch the same field. */
async function showWaiting(tx: Tx, kind: RecordKind, id: string): Promise<void> {
  const latest = await latestRevision(tx.read, kind, id);
  if (!latest || latest.appliedAt !== null) return;
  const here = (await readRecord(tx.read, kind, id)) ?? {};
  const applied = (await revisionsOf(tx.read, kind, id)).find(({ appliedAt }) => appliedAt !== null);
  const { record, conflicts } = mergeRecords(
    applied ? tidyRecord(applied.record) : null,
    tidyRecord(latest.record),
    here
  );
  const [first] = conflicts;
  if (first) throw new DomainError('conflict', 'records.waiting-differs', { field: first.path.join('.') });
  await writeRecord(tx, kind, id, record);
  await addRevision(tx, kind, id, { record, reason: 'publish', applied: true });
}

/** Shows changes that wait of what is public already. */
export function publishWaiting(ctx: Ctx, kind: RecordKind, id: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const object = await publicationOf(tx.read, kind, id);
    if (!object) throw missing(kind, { id });
    assertMay(tx, kind, 'publish', object);
    await showWaiting(tx, kind, id);
    await tellSearch(tx, kind, id);
    await raiseContentRevision(tx.write);
    await note(tx, 'record.publish-changes', kind, id);
  });
}

/** The steps that this viewer may take from here. */
export async function stepsFor(ctx: Ctx, kind: RecordKind, id: string): Promise<Step[]> {
  const object = await publicationOf(ctx.read, kind, id);
  if (!object || !isPublishedKind(kind)) return [];
  const all: Step[] = ['submit', 'take-back', 'publish', 'unlist', 'schedule', 'withdraw', 'delete', 'restore'];
  return all.filter(
    (step) =>
      lifeCycle[step].from.includes(object.state) &&
      lifeCycle[step].to !== object.state &&
      mayDo(ctx, kind, lifeCycle[step].verb, step === 'restore' ? asDraft(object) : object)
  );
}
