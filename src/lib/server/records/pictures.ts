import { checkRecord } from '#lib/domain/records/check.ts';
import type { LooseRecord } from '#lib/domain/records/kinds.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { missing } from '#lib/server/errors.ts';
import { recordPicture, storePicture, type PictureUpload } from '#lib/server/images/index.ts';
import { createRecord, type Created } from '#lib/server/records/create.ts';
import { assertMay, assertMayBegin, note, publicationOf } from '#lib/server/records/objects.ts';
import { imageFileOf } from '#lib/server/records/picks.ts';
import { isLive } from '#lib/server/records/save.ts';
import { assertRoomFor } from '#lib/server/uploads/index.ts';

/** The original and what is drawn from it. */
const room = (upload: PictureUpload) => upload.bytes.length * 2;

/** A new picture with its words, as a draft. What the words lack is told before anything is drawn. */
export async function createPicture(
  ctx: Ctx,
  record: LooseRecord,
  formKey: string,
  upload: PictureUpload
): Promise<Created> {
  assertMayBegin(ctx, 'image');
  const problems = checkRecord('image', 'picture', { ...record, id: 'picture' });
  if (problems.length > 0) return { problems };
  await assertRoomFor(ctx, room(upload));
  const stored = await storePicture(ctx, upload);
  return createRecord(ctx, 'image', record, formKey, async (tx, id) => {
    const fileKey = await recordPicture(tx, id, stored);
    await note(tx, 'image.stored', 'image', id, { fileKey });
  });
}

/** What readers see at once is for those who may publish. */
async function mayReplace(ctx: Ctx, id: string): Promise<boolean> {
  const object = await publicationOf(ctx.read, 'image', id);
  if (!object) throw missing('image', { id });
  assertMay(ctx, 'image', 'edit', object);
  const live = isLive('image', object.state);
  if (live) assertMay(ctx, 'image', 'publish', object);
  return live;
}

/** Another file for the same picture: its words, and what points to it, stay. */
export async function replacePicture(ctx: Ctx, id: string, upload: PictureUpload): Promise<void> {
  await mayReplace(ctx, id);
  await assertRoomFor(ctx, room(upload));
  const stored = await storePicture(ctx, upload);
  await inTransaction(ctx, async (tx) => {
    const live = await mayReplace(tx, id);
    const former = await imageFileOf(tx.read, id);
    const fileKey = await recordPicture(tx, id, stored);
    await note(tx, 'image.replaced', 'image', id, { former, fileKey });
    if (live) await raiseContentRevision(tx.write);
  });
}
