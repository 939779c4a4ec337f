import { checkRecord, type RecordProblem } from '#lib/domain/records/check.ts';
import { isPublishedKind, type LooseRecord, type RecordKind } from '#lib/domain/records/kinds.ts';
import { changedFields, mergeRecords, type MergeConflict } from '#lib/domain/records/merge.ts';
import { sameRecord } from '#lib/domain/records/tidy.ts';
import { missing } from '#lib/server/errors.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { checkAcross } from '#lib/server/records/across.ts';
import { dropDraft } from '#lib/server/records/drafts.ts';
import { tellSearch } from '#lib/server/records/follow.ts';
import { assertMay, mayDo, note, publicationOf } from '#lib/server/records/objects.ts';
import {
  addRevision,
  baseOf,
  headOf,
  keepFound,
  recordOfBase,
  revisionOfForm,
  type Reason
} from '#lib/server/records/revisions.ts';
import { assertStaysWithin } from '#lib/server/records/within.ts';
import { writeRecord } from '#lib/server/records/write/index.ts';

export interface Save {
  kind: RecordKind;
  id: string;
  record: LooseRecord;
  /** What the form said that it began from. */
  base: string;
  formToken?: string | null;
  reason?: Reason;
}

export type Saved =
  /** Pages show it, or would if the object were public. */
  | { did: 'saved'; number: number }
  /** Kept; it waits for somebody who may publish. */
  | { did: 'waiting'; number: number }
  | { did: 'nothing' }
  | { did: 'problems'; problems: RecordProblem[] }
  /** Somebody saved other words for the same fields meanwhile. Nothing was written. */
  | { did: 'conflict'; conflicts: MergeConflict[]; merged: LooseRecord; base: string };

/** Saves what an editor wrote. What others saved since the form was opened is merged field by field, and never overwritten. */
export function saveRecord(ctx: Ctx, save: Save): Promise<Saved> {
  return inTransaction(ctx, async (tx) => {
    const { kind, id, formToken } = save;
    const object = await publicationOf(tx.read, kind, id);
    if (!object) throw missing(kind, { id });
    assertMay(tx, kind, 'edit', object);
    const sentBefore = formToken ? await revisionOfForm(tx.read, formToken) : null;
    if (sentBefore) {
      return { did: sentBefore.appliedAt === null ? 'waiting' : 'saved', number: sentBefore.number } as const;
    }
    const head = await headOf(tx.read, kind, id);
    if (!head) throw missing(kind, { id });
    const base = await recordOfBase(tx.read, kind, id, save.base);
    const { record, conflicts } = mergeRecords(base, save.record, head.record);
    if (conflicts.length > 0) return { did: 'conflict', conflicts, merged: record, base: baseOf(head) } as const;
    await assertStaysWithin(tx, { kind, id, object }, head.record, record);
    const problems = [...checkRecord(kind, id, record), ...(await checkAcross(tx.read, kind, id, record))];
    if (problems.length > 0) return { did: 'problems', problems } as const;
    await dropDraft(tx, kind, id);
    const live = isLive(kind, object.state);
    const apply = !live || mayDo(tx, kind, 'publish', object);
    if (sameRecord(record, head.record) && (!head.waiting || !apply)) return { did: 'nothing' } as const;
    await keepFound(tx, kind, id);
    const reason = save.reason ?? (base && sameRecord(base, head.record) ? 'edit' : 'merge');
    const revision = await addRevision(tx, kind, id, { record, reason, applied: apply, formToken: formToken ?? null });
    if (apply) await show(tx, kind, id, record, live);
    const fields = changedFields(head.record, record).map((path) => path.join('.'));
    await note(tx, 'record.saved', kind, id, { number: revision.number, applied: apply, fields });
    return { did: apply ? 'saved' : 'waiting', number: revision.number } as const;
  });
}

/** Would a change be seen by readers at once? */
export const isLive = (kind: RecordKind, state: string): boolean =>
  !isPublishedKind(kind) || state === 'public' || state === 'unlisted' || state === 'scheduled';

/** Writes a record where pages read it, and tells all who keep something made from it. */
export async function show(tx: Tx, kind: RecordKind, id: string, record: LooseRecord, live: boolean): Promise<void> {
  await writeRecord(tx, kind, id, record);
  if (!live) return;
  await tellSearch(tx, kind, id);
  await raiseContentRevision(tx.write);
}
