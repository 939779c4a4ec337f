import { checkRecord, type RecordProblem } from '#lib/domain/records/check.ts';
import type { LooseRecord } from '#lib/domain/records/kinds.ts';
import { tidyRecord } from '#lib/domain/records/tidy.ts';
import { statusKinds, type StatusKind } from '#lib/domain/events/types.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { missing } from '#lib/server/errors.ts';
import { checkAcross } from '#lib/server/records/across.ts';
import { tellSearch } from '#lib/server/records/follow.ts';
import { assertMay, note, publicationOf } from '#lib/server/records/objects.ts';
import { readRecord } from '#lib/server/records/read/index.ts';
import { addRevision, keepFound } from '#lib/server/records/revisions.ts';
import { writeRecord } from '#lib/server/records/write/index.ts';

/** What the dialog asks: what happened, when it was decided, why, and what took its place. */
export interface StatusForm {
  status: string;
  changedOn: string;
  reason: { en?: string; es?: string };
  note: { en?: string; es?: string };
  replacedBy: string;
  /** Of `rescheduled`, `postponed` and `moved_online`: the date that holds from now on; empty: as before, or not known. */
  newDate: { value: string; time: string; timeZone: string };
}

export const isStatus = (text: string): text is StatusKind => statusKinds.some((kind) => kind === text);

/** The record of an event with one entry more in its log. The log only grows. */
export function withStatus(record: LooseRecord, form: StatusForm): LooseRecord {
  const history: unknown[] = Array.isArray(record.statusHistory) ? record.statusHistory : [];
  const moves = form.status === 'rescheduled' || form.status === 'postponed' || form.status === 'moved_online';
  const entry = {
    status: form.status,
    changedOn: form.changedOn || null,
    reason: form.reason,
    note: form.note,
    replacedBy: form.replacedBy || null,
    ...(moves && hasStart(record.date) && { previousStart: record.date })
  };
  const { value, time, timeZone } = form.newDate;
  const date = value && moves ? { value, precision: 'day', ...(time && { time, timeZone }) } : record.date;
  const attendance = form.status === 'moved_online' ? 'online' : record.attendance;
  return tidyRecord({ ...record, date, attendance, statusHistory: [...history, entry] });
}

const hasStart = (date: unknown): boolean =>
  typeof date === 'object' && date !== null && 'value' in date && Boolean(date.value);

/** Rules of the log that the schema does not know. */
function statusProblems(form: StatusForm, record: LooseRecord): RecordProblem[] {
  const problem = (field: string, code: string): RecordProblem => ({ path: [field], code, data: {} });
  const problems: RecordProblem[] = [];
  if (!isStatus(form.status)) problems.push(problem('status', 'missing'));
  if (form.status === 'rescheduled' && (!form.newDate.value || !hasStart(record.date))) {
    problems.push(problem('newDate', 'new-date-missing'));
  }
  if (form.status === 'cancelled' && !form.reason.en && !form.reason.es)
    problems.push(problem('reason', 'no-language'));
  return problems;
}

async function prepared(
  tx: Ctx,
  id: string,
  form: StatusForm
): Promise<{ record: LooseRecord; problems: RecordProblem[] }> {
  const here = await readRecord(tx.read, 'event', id);
  if (!here) throw missing('event', { id });
  const record = withStatus(here, form);
  const own = statusProblems(form, here);
  // the new entry's own fields are those of the form
  const last = String((Array.isArray(record.statusHistory) ? record.statusHistory.length : 1) - 1);
  const found = [...checkRecord('event', id, record), ...(await checkAcross(tx.read, 'event', id, record))].map(
    (each) => (each.path[0] === 'statusHistory' && each.path[1] === last ? { ...each, path: each.path.slice(2) } : each)
  );
  return { record, problems: own.length > 0 ? own : found };
}

/** Writes the entry as it would be, inside a transaction; null when the form has problems. */
export async function writeStatus(tx: Tx, id: string, form: StatusForm): Promise<RecordProblem[]> {
  const { record, problems } = await prepared(tx, id, form);
  if (problems.length === 0) await writeRecord(tx, 'event', id, record);
  return problems;
}

/** Adds an entry to the log of an event; nothing of the log is ever overwritten. */
export function changeStatus(ctx: Ctx, id: string, form: StatusForm): Promise<RecordProblem[]> {
  return inTransaction(ctx, async (tx) => {
    const object = await publicationOf(tx.read, 'event', id);
    if (!object) throw missing('event', { id });
    const isOpen = object.state === 'public' || object.state === 'unlisted' || object.state === 'scheduled';
    assertMay(tx, 'event', isOpen ? 'publish' : 'edit', object);
    const { record, problems } = await prepared(tx, id, form);
    if (problems.length > 0) return problems;
    await keepFound(tx, 'event', id);
    await writeRecord(tx, 'event', id, record);
    await addRevision(tx, 'event', id, { record, reason: 'status', applied: true });
    await tellSearch(tx, 'event', id);
    await raiseContentRevision(tx.write);
    await note(tx, 'event.status-changed', 'event', id, { status: form.status, replacedBy: form.replacedBy || null });
    return [];
  });
}

/** What is wrong with the form, before anything is done. */
export async function statusProblemsOf(ctx: Ctx, id: string, form: StatusForm): Promise<RecordProblem[]> {
  assertMay(ctx, 'event', 'edit', await publicationOf(ctx.read, 'event', id));
  return (await prepared(ctx, id, form)).problems;
}
