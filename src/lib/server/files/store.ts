import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sql } from 'drizzle-orm';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { files } from '#lib/server/db/schema/index.ts';
import { cloneFile, makeFolders, moveTo, writeBytes } from '#lib/server/files/disk.ts';

/** A file outside, looked at. */
export interface LookedAt {
  path: string;
  bytes: number;
  sha256: string;
}

export interface NewFile extends LookedAt {
  /** Its place below DATA_DIR/files: our own name, never the one it came with. */
  key: string;
  mimeType: string;
  /** For display only. */
  originalName: string;
  /** Files as uploaded are for organizers only. */
  audience: 'public' | 'organizers';
}

/** The form of our own keys: no empty, hidden or parent part can be said. */
export const keyForm = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/** Size and SHA-256 of a file, read once, in pieces. */
export async function lookAt(path: string): Promise<LookedAt> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async function (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return { path, bytes, sha256: hash.digest('hex') };
}

/**
 * A key made of the content: the same file has the same place however often it comes, so that an import that was killed between
 * the file and its row finds it again.
 */
export const keyFor = (sha256: string, ending: string): string =>
  `${sha256.slice(0, 2)}/${sha256.slice(2, 34)}${ending}`;

const placeOf = ({ config }: Pick<Ctx, 'config'>, key: string): string => join(config.dataDir, 'files', key);

type Stored = Pick<NewFile, 'key' | 'bytes'>;

/** Written beside, forced to the disk, then given its name; what is there already stays. */
async function put({ config }: Pick<Ctx, 'config'>, file: Stored, write: (beside: string) => Promise<void>) {
  const target = placeOf({ config }, file.key);
  const there = await stat(target).catch(() => null);
  if (there?.isFile() && there.size === file.bytes) return;
  const folder = dirname(target);
  await makeFolders(folder);
  const beside = join(folder, `.${randomBytes(8).toString('hex')}.part`);
  try {
    await write(beside);
    await moveTo(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * Copies a file into the store. A copy, not a hard link: whoever edits the original in place must not change what is published.
 * File systems that can share blocks do so.
 */
export const putFile = (ctx: Pick<Ctx, 'config'>, file: Stored & Pick<NewFile, 'path'>): Promise<void> =>
  put(ctx, file, (beside) => cloneFile(file.path, beside));

/** The same for what was made in memory. */
export const putBytes = (ctx: Pick<Ctx, 'config'>, key: string, content: Uint8Array): Promise<void> =>
  put(ctx, { key, bytes: content.length }, (beside) => writeBytes(beside, content));

/** Says in the database that the files are there; they must have been put there before. */
export async function recordFiles(tx: Tx, stored: readonly Omit<NewFile, 'path'>[]): Promise<void> {
  for (let at = 0; at < stored.length; at += 200) {
    const rows = stored.slice(at, at + 200).map(({ key, bytes, sha256, mimeType, originalName, audience }) => ({
      key,
      bytes,
      sha256,
      mimeType,
      originalName,
      audience,
      createdAt: tx.now()
    }));
    // a file that was taken out of sight may come back
    const set = { audience: sql`excluded.audience` };
    await tx.write.insert(files).values(rows).onConflictDoUpdate({ target: files.key, set });
  }
}
