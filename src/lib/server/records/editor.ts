import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { LooseRecord, RecordKind } from '#lib/domain/records/kinds.ts';
import { isPublishedKind } from '#lib/domain/records/kinds.ts';
import { tidyRecord } from '#lib/domain/records/tidy.ts';
import { slugsOf } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { draftOf } from '#lib/server/records/drafts.ts';
import { assertMay, mayDo, publicationOf } from '#lib/server/records/objects.ts';
import { imageFileOf, pickNames } from '#lib/server/records/picks.ts';
import { stepsFor } from '#lib/server/records/publication.ts';
import { baseOf, headOf } from '#lib/server/records/revisions.ts';
import { isLive } from '#lib/server/records/save.ts';

/** Everything that the form of a record shows; null: there is no such object. */
export async function getEditor(ctx: Ctx, kind: RecordKind, id: string, locale: Locale) {
  const object = await publicationOf(ctx.read, kind, id);
  if (!object) return null;
  assertMay(ctx, kind, 'read', object);
  const head = await headOf(ctx.read, kind, id);
  if (!head) return null;
  const mayEdit = mayDo(ctx, kind, 'edit', object);
  const draft = mayEdit ? await draftOf(ctx, kind, id) : null;
  const record: LooseRecord = draft ? tidyRecord(draft.record) : head.record;
  const slugs = isPublishedKind(kind) && kind !== 'image' ? ((await slugsOf(ctx, kind, [id])).get(id) ?? null) : null;
  return {
    kind,
    id,
    record,
    base: draft?.base ?? baseOf(head),
    saved: head.record,
    draftAt: draft?.updatedAt ?? null,
    waiting: head.waiting,
    ...{ state: object.state, publishAt: object.publishAt, slugs, mayEdit },
    mayPublish: mayDo(ctx, kind, 'publish', object),
    mayReplace: mayEdit && (!isLive(kind, object.state) || mayDo(ctx, kind, 'publish', object)),
    steps: await stepsFor(ctx, kind, id),
    names: await pickNames(ctx.read, kind, record, locale),
    fileKey: kind === 'image' ? await imageFileOf(ctx.read, id) : null
  };
}
