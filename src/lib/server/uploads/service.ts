import { and, desc, eq, inArray } from 'drizzle-orm';
import { assertCan, seriesOfRecording } from '#lib/server/access/index.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { audit, recordings, uploads } from '#lib/server/db/schema/index.ts';
import { DomainError, missing } from '#lib/server/errors.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { receiveKind } from '#lib/server/uploads/receive.ts';
import { isUploadId, makePlace, receivedBytes, removePlace, syncUpload } from '#lib/server/uploads/place.ts';
import { assertRoomFor } from '#lib/server/uploads/space.ts';

export type Upload = typeof uploads.$inferSelect;

/** A part that nobody goes on sending is kept so long: a week, over which a line may be down or somebody away. */
export const keepPartsMs = 7 * 24 * 3600 * 1000;

export const actorOf = ({ viewer }: Pick<Ctx, 'viewer'>): string =>
  viewer.kind === 'organizer' ? viewer.userId : viewer.kind === 'operator' ? viewer.name : 'nobody';

export async function recordingToChange(
  ctx: Ctx,
  recordingId: string
): Promise<typeof recordings.$inferSelect & { seriesIds: string[] }> {
  const [row] = await ctx.read.select().from(recordings).where(eq(recordings.id, recordingId));
  if (!row) throw missing('recording', { id: recordingId });
  const recording = { ...row, seriesIds: await seriesOfRecording(ctx.read, recordingId) };
  assertCan(ctx, 'recording:edit', recording);
  return recording;
}

export interface NewUpload {
  recordingId: string;
  /** For display only: what a file is, its bytes say. */
  originalName: string;
  /** Null: told later. */
  declaredBytes: number | null;
}

/** A name to show: one line of at most 200 characters, without the path that some browsers send. */
const shownName = (name: string) =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/\p{C}/gu, '')
    .trim()
    .slice(0, 200) || '?';

/** Opens an upload: asks for room first, so that nobody sends an hour for nothing. */
export async function openUpload(ctx: Ctx, { recordingId, originalName, declaredBytes }: NewUpload): Promise<string> {
  await recordingToChange(ctx, recordingId);
  await assertRoomFor(ctx, declaredBytes ?? 0);
  const id = ctx.newId();
  await makePlace(ctx, id);
  await inTransaction(ctx, async (tx) => {
    const now = tx.now();
    await tx.write.insert(uploads).values({
      ...{ id, recordingId, declaredBytes, ownerId: actorOf(ctx), originalName: shownName(originalName) },
      createdAt: now,
      expiresAt: now + keepPartsMs
    });
  });
  return id;
}

/** The length of an upload that was opened without one. */
export function declareLength(ctx: Ctx, id: string, bytes: number): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await tx.write.update(uploads).set({ declaredBytes: bytes }).where(eq(uploads.id, id));
  });
}

/** An upload of a recording that this viewer may change; throws `upload.missing` for everybody else. */
export async function uploadOf(ctx: Ctx, id: string): Promise<Upload> {
  const [row] = isUploadId(id) ? await ctx.read.select().from(uploads).where(eq(uploads.id, id)) : [];
  if (!row) throw missing('upload', { id });
  await recordingToChange(ctx, row.recordingId);
  return row;
}

export const uploadsOf = ({ read }: Ctx, recordingId: string): Promise<Upload[]> =>
  read.select().from(uploads).where(eq(uploads.recordingId, recordingId)).orderBy(desc(uploads.createdAt));

async function setArrived(tx: Tx, row: Upload, bytes: number): Promise<void> {
  const mine = and(eq(uploads.id, row.id), eq(uploads.state, 'receiving'));
  const change = { state: 'arrived', declaredBytes: bytes } as const;
  const changed = await tx.write.update(uploads).set(change).where(mine).returning({ id: uploads.id });
  if (changed.length === 0) return; // told before
  await enqueue(tx, receiveKind, { uploadId: row.id }, { priority: 50 });
  await tx.write.insert(audit).values({
    ...{ id: tx.newId(), at: tx.now(), actor: actorOf(tx), action: 'upload:arrived' },
    ...{ objectKind: 'recording', objectId: row.recordingId, data: { uploadId: row.id, bytes } }
  });
}

/** All bytes are here: they are forced to the disk, then the database says so. May be told more than once. */
export async function closeUpload(ctx: Ctx, id: string): Promise<void> {
  const [row] = await ctx.read.select().from(uploads).where(eq(uploads.id, id));
  if (!row || row.state !== 'receiving') return;
  const bytes = await receivedBytes(ctx, id);
  if (row.declaredBytes !== null && bytes !== row.declaredBytes)
    throw new DomainError('conflict', 'upload.incomplete', { bytes });
  await syncUpload(ctx, id);
  await inTransaction(ctx, (tx) => setArrived(tx, row, bytes));
}

/** Throws away what was not made into anything: the row first, so that no row names a file that is gone. */
export async function dropUpload(ctx: Ctx, id: string): Promise<void> {
  const row = await uploadOf(ctx, id);
  await inTransaction(ctx, async (tx) => {
    const open = inArray(uploads.state, ['receiving', 'refused']);
    const gone = await tx.write
      .delete(uploads)
      .where(and(eq(uploads.id, row.id), open))
      .returning({ id: uploads.id });
    if (gone.length === 0) throw new DomainError('conflict', 'upload.in-use', { id });
  });
  await removePlace(ctx, id);
}
