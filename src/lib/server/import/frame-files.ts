import { basename } from 'node:path';
import type { Collection } from '#lib/server/import/collect.ts';
import { imageSize, keyFor, kindOfFile, lookAt } from '#lib/server/files/index.ts';
import { readText, type Folders, type Report } from '#lib/server/import/folders.ts';
import type { FoundImage, FrameFiles } from '#lib/server/import/objects/site.ts';

async function readImage(path: string): Promise<FoundImage | null> {
  const kind = await kindOfFile(path);
  if (!kind?.mimeType.startsWith('image/')) return null;
  const looked = await lookAt(path);
  const key = keyFor(looked.sha256, kind.ending);
  const file = { ...looked, key, mimeType: kind.mimeType, originalName: basename(path), audience: 'public' as const };
  return { file, ...(await imageSize(path)) };
}

/** The pictures and the texts of source documents that the files name. */
export async function readFrameFiles(collection: Collection, folders: Folders, report: Report): Promise<FrameFiles> {
  const images = new Map<string, FoundImage>();
  const documents = new Map<string, string[]>();
  const find = (name: string, { place }: Collection['lists']['images' | 'documents'][number]) =>
    folders.find(name, place.file.path, (code, data) => report(place.problem(code, ['file'], data)));
  for (const each of collection.lists.images) {
    const { id, file } = each.entry;
    const path = file ? find(file, each) : null;
    if (!file || !path) continue;
    const image = await readImage(path);
    if (image) images.set(id, image);
    else report(each.place.problem('file-kind', ['file'], { name: file, wanted: 'PNG, JPEG, WebP, AVIF' }));
  }
  for (const each of collection.lists.documents) {
    const { id, file } = each.entry;
    const path = file ? find(file, each) : null;
    if (!path) continue;
    const text = readText(path);
    if (text === null) report(each.place.problem('not-utf8', ['file']));
    else documents.set(id, text.replace(/\r?\n$/, '').split(/\r?\n/));
  }
  return { images, documents };
}
