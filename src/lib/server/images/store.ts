import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { images, imageVariants } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { keyFor, putBytes, recordFiles, type NewFile } from '#lib/server/files/index.ts';
import { drawPicture } from '#lib/server/images/draw.ts';

export interface PictureUpload {
  bytes: Buffer;
  /** For display only. */
  name: string;
}

type File = Omit<NewFile, 'path'>;
interface StoredForm {
  format: (typeof imageVariants.$inferSelect)['format'];
  width: number;
  height: number;
  file: File;
}
/** Drawn and on the disk, not yet named by the database. The largest JPEG stands last. */
export interface StoredPicture {
  original: StoredForm;
  forms: StoredForm[];
}

const endings = { avif: '.avif', webp: '.webp', jpeg: '.jpg' } as const;

async function put(
  ctx: Ctx,
  bytes: Buffer,
  folder: string,
  ending: string,
  more: Omit<File, 'key' | 'bytes' | 'sha256'>
) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = `${folder}/${keyFor(sha256, ending)}`;
  await putBytes(ctx, key, bytes);
  return { key, bytes: bytes.length, sha256, ...more };
}

const isFull = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOSPC';

/**
 * Draws a picture and puts all of it on the disk. The original has a folder of its own: the same bytes may be somebody's public
 * picture, and must not become one by that.
 */
export async function storePicture(ctx: Ctx, { bytes, name }: PictureUpload): Promise<StoredPicture> {
  const { kind, width, height, forms } = await drawPicture(bytes);
  const originalName = name.slice(0, 200);
  try {
    const hidden = { mimeType: kind.mimeType, originalName, audience: 'organizers' } as const;
    const original = await put(ctx, bytes, 'originals', kind.ending, hidden);
    const stored: StoredForm[] = [];
    for (const form of forms) {
      const shown = { mimeType: `image/${form.format}`, originalName: '', audience: 'public' } as const;
      const file = await put(ctx, form.bytes, 'pictures', endings[form.format], shown);
      stored.push({ format: form.format, width: form.width, height: form.height, file });
    }
    return { original: { format: 'original', width, height, file: original }, forms: stored };
  } catch (error) {
    throw isFull(error) ? new DomainError('no-space', 'upload.no-space', { free: 0 }) : error;
  }
}

/** From this transaction on it is the image's picture; addresses of the former one belong to nobody. Returns its key. */
export async function recordPicture(tx: Tx, imageId: string, { original, forms }: StoredPicture): Promise<string> {
  const shown = forms.at(-1);
  if (!shown) throw new Error('a picture without a form');
  const all = [...forms, original];
  await recordFiles(
    tx,
    all.map(({ file }) => file)
  );
  await tx.write.delete(imageVariants).where(eq(imageVariants.imageId, imageId));
  await tx.write.insert(imageVariants).values(
    all.map(({ format, width, height, file: { key, bytes } }) => ({
      ...{ imageId, format, width, height, bytes },
      fileKey: key
    }))
  );
  const change = { fileKey: shown.file.key, width: shown.width, height: shown.height, updatedAt: tx.now() };
  await tx.write.update(images).set(change).where(eq(images.id, imageId));
  return shown.file.key;
}
