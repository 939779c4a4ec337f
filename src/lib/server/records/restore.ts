import type { RecordKind } from '#lib/domain/records/kinds.ts';
import { tidyRecord } from '#lib/domain/records/tidy.ts';
import type { Ctx } from '#lib/server/context.ts';
import { DomainError, missing } from '#lib/server/errors.ts';
import { baseOf, headOf, revisionAt } from '#lib/server/records/revisions.ts';
import { saveRecord } from '#lib/server/records/save.ts';

/** An old version as a new one; the log of an event's status is never taken back. */
export async function restoreRevision(ctx: Ctx, kind: RecordKind, id: string, number: number): Promise<void> {
  const [head, revision] = [await headOf(ctx.read, kind, id), await revisionAt(ctx.read, kind, id, number)];
  if (!head || !revision) throw missing(kind, { id });
  const { statusHistory } = head.record;
  const record = { ...tidyRecord(revision.record), ...(kind === 'event' && { statusHistory }) };
  const saved = await saveRecord(ctx, { kind, id, record, base: baseOf(head), reason: 'restore' });
  if (saved.did === 'problems' || saved.did === 'conflict') throw new DomainError('conflict', 'records.not-restored');
}
