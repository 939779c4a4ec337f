import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { and, eq, ne } from 'drizzle-orm';
import * as v from 'valibot';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { files, uploads } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { probeFile } from '#lib/server/ffmpeg/index.ts';
import { keyFor, lookAt, recordFiles } from '#lib/server/files/index.ts';
import type { JobKind } from '#lib/server/jobs/job.ts';
import { pathOf } from '#lib/server/media/index.ts';
import { dataOf, removePlace } from '#lib/server/uploads/place.ts';

type Row = typeof uploads.$inferSelect;

const setUpload = (ctx: Ctx, id: string, change: Partial<Row>): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await tx.write.update(uploads).set(change).where(eq(uploads.id, id));
  });

async function rowOf({ read }: Ctx, id: string): Promise<Row | null> {
  const [row] = await read.select().from(uploads).where(eq(uploads.id, id));
  return row ?? null;
}

/** SHA-256 of all bytes; known before is not counted again. */
async function hashed(ctx: Ctx, row: Row): Promise<string> {
  if (row.sha256 !== null) return row.sha256;
  const { sha256 } = await lookAt(dataOf(ctx, row.id));
  await setUpload(ctx, row.id, { sha256 });
  return sha256;
}

const isThere = async (path: string): Promise<number | null> => (await stat(path).catch(() => null))?.size ?? null;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives the bytes their place in the store; the same bytes have one place however often they come. */
async function moveIn(ctx: Ctx, id: string, key: string): Promise<number> {
  const target = pathOf(ctx, key);
  const there = await isThere(target);
  if (there === null) {
    await mkdir(dirname(target), { recursive: true });
    await rename(dataOf(ctx, id), target); // one file system: the store and the uploads lie in the same folder
    await syncFolder(dirname(target));
  }
  return there ?? (await stat(target)).size;
}

async function twinOf({ read }: Ctx, row: Row, sha256: string): Promise<string | null> {
  const twins = and(eq(uploads.sha256, sha256), eq(uploads.state, 'ready'), ne(uploads.id, row.id));
  const [twin] = await read.select({ id: uploads.id }).from(uploads).where(twins).limit(1);
  return twin?.id ?? null;
}

const endings = ['.mp4', '.m4a', '.mov', '.mkv', '.webm', '.mp3', '.ogg', '.wav', '.flac', '.ts', '.aac'];

/** Where the bytes are: in the upload's own folder, or where a run put them that was killed before it could say so. */
async function placeOf(ctx: Ctx, id: string, sha256: string): Promise<string> {
  const places = [dataOf(ctx, id), ...endings.map((ending) => pathOf(ctx, keyFor(sha256, ending)))];
  for (const place of places) if ((await isThere(place)) !== null) return place;
  throw new DomainError('missing', 'upload.missing');
}

async function keep(ctx: Ctx, row: Row, sha256: string, signal?: AbortSignal): Promise<void> {
  const path = await placeOf(ctx, row.id, sha256);
  const { probed, sniffed } = await probeFile(path, signal);
  const [known] = await ctx.read.select({ key: files.key }).from(files).where(eq(files.sha256, sha256)).limit(1);
  const key = known?.key ?? keyFor(sha256, sniffed.ending);
  const bytes = await moveIn(ctx, row.id, key);
  const duplicateOf = await twinOf(ctx, row, sha256);
  await inTransaction(ctx, async (tx) => {
    const stored = { path, bytes, sha256, key, mimeType: sniffed.mimeType, originalName: row.originalName };
    // what is public already stays so: the same bytes may be played and be somebody's original
    if (!known) await recordFiles(tx, [{ ...stored, audience: 'organizers' }]);
    await tx.write
      .update(uploads)
      .set({ state: 'ready', fileKey: key, probed, duplicateOf, problem: null })
      .where(eq(uploads.id, row.id));
  });
  await removePlace(ctx, row.id);
}

/** Hash, look, keep. Each part knows what was done before it was killed. */
export async function receiveUpload(ctx: Ctx, id: string, signal?: AbortSignal): Promise<void> {
  const row = await rowOf(ctx, id);
  if (!row || row.state !== 'arrived') return;
  try {
    const sha256 = await hashed(ctx, row);
    signal?.throwIfAborted();
    await keep(ctx, { ...row, sha256 }, sha256, signal);
  } catch (problem) {
    if (!(problem instanceof DomainError) || problem.kind !== 'invalid') throw problem;
    // a refusal is an answer, not a failure: the organizer reads it; the bytes go
    await setUpload(ctx, id, { state: 'refused', problem: problem.code });
    await removePlace(ctx, id);
  }
}

/** Looks at a file that has arrived. Waits, and is tried again, as long as there is no ffmpeg. */
export const receiveKind: JobKind<{ uploadId: string }> = {
  name: 'media-receive',
  payload: v.object({ uploadId: v.string() }),
  work: ({ ctx, payload, signal }) => receiveUpload(ctx, payload.uploadId, signal)
};
