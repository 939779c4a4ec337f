import { stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { and, eq, gt, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Published } from '#lib/domain/archive/types.ts';
import { may } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { keyForm } from '#lib/server/files/index.ts';
import {
  events,
  files,
  images,
  imageVariants,
  productions,
  recordings,
  renditions
} from '#lib/server/db/schema/index.ts';

/** How widely an answer may be kept: by everybody, by the one browser, by nobody. */
export type Sharing = 'public' | 'private' | 'none';

export interface StoredFile {
  key: string;
  path: string;
  bytes: number;
  /** Strong, with its quotation marks. */
  etag: string;
  mimeType: string;
  sharing: Sharing;
}

export const pathOf = ({ config }: Pick<Ctx, 'config'>, key: string): string => join(config.dataDir, 'files', key);

/** a/b/hls/v/1.m4s → a/b/hls/v, a/b/hls, a/b and a. */
const foldersAbove = (key: string): string[] =>
  key
    .split('/')
    .slice(0, -1)
    .map((_, i, parts) => parts.slice(0, i + 1).join('/'));

/** What must be known of a recording to ask whether it may be read. */
const askedOf = {
  state: recordings.state,
  publishAt: recordings.publishAt,
  seriesId: sql<string | null>`coalesce(${recordings.seriesId}, ${events.seriesId})`
};

const renditionsWhere = ({ read }: Ctx, condition: SQL | undefined) =>
  read
    .select({ ...askedOf, fileKey: renditions.fileKey })
    .from(renditions)
    .innerJoin(recordings, eq(recordings.id, renditions.recordingId))
    .leftJoin(events, eq(events.id, recordings.eventId))
    .where(condition);

/** HLS is a folder, and so is a storyboard: everything below that of its main file belongs to it. */
async function inFoldersOf(ctx: Ctx, key: string) {
  const folders = foldersAbove(key);
  if (folders.length === 0) return [];
  // keys between "folder/" and "folder0", the next character: what an index can answer
  const below = folders.map((folder) =>
    and(gt(renditions.fileKey, `${folder}/`), lt(renditions.fileKey, `${folder}0`))
  );
  const rows = await renditionsWhere(ctx, and(inArray(renditions.kind, ['hls', 'storyboard']), or(...below)));
  return rows.filter(({ fileKey }) => folders.includes(posix.dirname(fileKey)));
}

/** What was made of uploads and is not shown yet belongs to its recording: organizers look at it before visitors do. */
async function inProduction({ read }: Ctx, key: string): Promise<Published[]> {
  const [, id] = /^productions\/([a-z2-7]+)\//.exec(key) ?? [];
  if (!id) return [];
  return read
    .select(askedOf)
    .from(productions)
    .innerJoin(recordings, eq(recordings.id, productions.recordingId))
    .leftJoin(events, eq(events.id, recordings.eventId))
    .where(eq(productions.id, id));
}

/** The pictures of which this is the file or a form. */
async function picturesWith({ read }: Ctx, key: string): Promise<Published[]> {
  const columns = { state: images.state, publishAt: images.publishAt };
  const forms = read
    .select(columns)
    .from(imageVariants)
    .innerJoin(images, eq(images.id, imageVariants.imageId))
    .where(eq(imageVariants.fileKey, key));
  return [...(await read.select(columns).from(images).where(eq(images.fileKey, key))), ...(await forms)];
}

/** The objects that a file belongs to. A file of nobody is given to nobody. */
async function ownersOf(ctx: Ctx, key: string, isPublic: boolean): Promise<['recording' | 'image', Published][]> {
  const [own, inFolder, shown, made] = await Promise.all([
    renditionsWhere(ctx, eq(renditions.fileKey, key)),
    inFoldersOf(ctx, key),
    picturesWith(ctx, key),
    isPublic ? [] : inProduction(ctx, key)
  ]);
  return [
    ...[...own, ...inFolder, ...made].map((object): ['recording', Published] => ['recording', object]),
    ...shown.map((object): ['image', Published] => ['image', object])
  ];
}

function sharingOf(ctx: Ctx, owners: ['recording' | 'image', Published][]): Sharing | null {
  const open = owners.filter(([subject, object]) => may(ctx, `${subject}:read`, object));
  if (open.length === 0) return null;
  if (open.some(([, { state }]) => state === 'public')) return 'public';
  return open.some(([, { state }]) => state === 'unlisted') ? 'private' : 'none';
}

/**
 * A file of the store by its key; null when there is none or this viewer may not have it. Which of the two is not said: a file
 * has no page on which a tombstone could stand.
 */
export async function findFile(ctx: Ctx, key: string): Promise<StoredFile | null> {
  if (!keyForm.test(key)) return null;
  const [row] = await ctx.read.select().from(files).where(eq(files.key, key));
  if (!row) return null;
  if (row.audience !== 'public' && !may(ctx, 'archive:see-drafts', null)) return null;
  const sharing = sharingOf(ctx, await ownersOf(ctx, key, row.audience === 'public'));
  if (!sharing) return null;
  const path = pathOf(ctx, key);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  return {
    key,
    path,
    bytes: found.size,
    // the size stands in it, so that a file cut short by a broken copy is not taken for the whole one
    etag: `"${row.sha256.slice(0, 32)}-${found.size.toString(36)}"`,
    mimeType: row.mimeType,
    sharing: row.audience === 'public' ? sharing : 'none'
  };
}
