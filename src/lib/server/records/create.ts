import { eq } from 'drizzle-orm';
import { checkRecord, type RecordProblem } from '#lib/domain/records/check.ts';
import { isPublishedKind, type LooseRecord, type RecordKind } from '#lib/domain/records/kinds.ts';
import { slugFrom, titleOf } from '#lib/domain/records/words.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { glossary, revisions, timelineEntries } from '#lib/server/db/schema/index.ts';
import { checkAcross, freeWord } from '#lib/server/records/across.ts';
import { dropDraft } from '#lib/server/records/drafts.ts';
import { assertMay, assertMayBegin, mayDo, note, publicationOf, publishedTables } from '#lib/server/records/objects.ts';
import { addRevision, headOf } from '#lib/server/records/revisions.ts';
import { show } from '#lib/server/records/save.ts';
import { assertMayCreate } from '#lib/server/records/within.ts';

export type Created = { id: string } | { problems: RecordProblem[] };

const tableOf = (kind: RecordKind) =>
  isPublishedKind(kind) ? publishedTables[kind] : kind === 'timelineEntry' ? timelineEntries : glossary;

/** An address that does not hold the name: it stays in other people's lists for ever. */
const wordsOf = (tx: Tx, kind: RecordKind, record: LooseRecord): { en: string; es: string } => {
  if (kind === 'person' && record.kind !== 'public_official') {
    const nameless = `p-${tx.newId().slice(0, 10)}`;
    return { en: nameless, es: nameless };
  }
  const en = slugFrom(titleOf(kind, record, 'en'));
  return { en: en || kind.toLowerCase(), es: slugFrom(titleOf(kind, record, 'es')) || en || kind.toLowerCase() };
};

/**
 * Something new, as a draft. Its form sent twice makes it once.
 *
 * @param also done in the same transaction, once
 */
export function createRecord(
  ctx: Ctx,
  kind: RecordKind,
  record: LooseRecord,
  formKey: string,
  also: (tx: Tx, id: string) => Promise<void> = async () => undefined
): Promise<Created> {
  return inTransaction(ctx, async (tx) => {
    assertMayBegin(tx, kind);
    const [before] = await tx.read.select().from(revisions).where(eq(revisions.formToken, formKey));
    if (before) return { id: before.objectId };
    const created = await createIn(tx, kind, record, formKey);
    if ('id' in created) await also(tx, created.id);
    return created;
  });
}

/** Within a transaction of somebody else's; permission is asked. */
export async function createIn(
  tx: Tx,
  kind: RecordKind,
  record: LooseRecord,
  formKey: string | null
): Promise<Created> {
  await assertMayCreate(tx, kind, record);
  if (!isPublishedKind(kind)) assertMay(tx, kind, 'publish', { state: 'public', publishAt: null });
  const words = wordsOf(tx, kind, record);
  const id = await freeWord(tx.read, kind, tableOf(kind), words.en);
  const whole: LooseRecord = { ...record, id };
  if (isPublishedKind(kind) && kind !== 'image') {
    const es = words.es === words.en ? id : await freeWord(tx.read, kind, tableOf(kind), words.es);
    const given = typeof record.slug === 'object' && record.slug !== null ? record.slug : {};
    whole.slug = { en: id, es, ...given };
  }
  const problems = [...checkRecord(kind, id, whole), ...(await checkAcross(tx.read, kind, id, whole))];
  if (problems.length > 0) return { problems };
  await show(tx, kind, id, whole, !isPublishedKind(kind));
  const [head, object] = [await headOf(tx.read, kind, id), await publicationOf(tx.read, kind, id)];
  await addRevision(tx, kind, id, {
    record: head?.record ?? whole,
    reason: 'create',
    applied: mayDo(tx, kind, 'edit', object),
    formToken: formKey
  });
  if (formKey) await dropDraft(tx, kind, formKey);
  await note(tx, 'record.created', kind, id);
  return { id };
}

/** The words with which a copy begins: people, sponsors and texts come along; date, status, address and recordings do not. */
export function copyOf(kind: RecordKind, record: LooseRecord): LooseRecord {
  const left = [
    'id',
    'slug',
    'statusHistory',
    'replacedBy',
    'stops',
    'figures',
    'registration',
    'chapters',
    'speakers'
  ];
  const copy = Object.fromEntries(Object.entries(record).filter(([key]) => !left.includes(key)));
  if (kind === 'event') copy.date = { precision: 'day' };
  return copy;
}
