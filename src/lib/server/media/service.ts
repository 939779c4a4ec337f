import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, inArray } from 'drizzle-orm';
import type { Published } from '#lib/domain/archive/types.ts';
import { may } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { files, images, recordings, renditions } from '#lib/server/db/schema/index.ts';

/** How widely an answer may be kept: by everybody, by the one browser, by nobody. */
export type Sharing = 'public' | 'private' | 'none';

export interface StoredFile {
  path: string;
  bytes: number;
  /** Strong, with its quotation marks. */
  etag: string;
  mimeType: string;
  sharing: Sharing;
}

/** Name of the playlist that stands for a whole HLS folder in `renditions`. */
export const masterPlaylist = 'master.m3u8';

/** The form of our own keys: no empty, hidden or parent part can be said. */
const keyForm = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

export const pathOf = ({ config }: Pick<Ctx, 'config'>, key: string): string => join(config.dataDir, 'files', key);

/** a/b/hls/v/1.m4s → the playlists of a/b/hls/v, a/b/hls, a/b and a. */
function playlistsAbove(key: string): string[] {
  const parts = key.split('/');
  return parts.slice(0, -1).map((_, i) => [...parts.slice(0, i + 1), masterPlaylist].join('/'));
}

/** The objects that a file belongs to. A file of nobody is given to nobody. */
async function ownersOf({ read }: Ctx, key: string): Promise<['recording' | 'image', Published][]> {
  const state = { state: recordings.state, publishAt: recordings.publishAt };
  const joined = () =>
    read.select(state).from(renditions).innerJoin(recordings, eq(recordings.id, renditions.recordingId));
  const [own, inFolder, shown] = await Promise.all([
    joined().where(eq(renditions.fileKey, key)),
    joined().where(and(eq(renditions.kind, 'hls'), inArray(renditions.fileKey, playlistsAbove(key)))),
    read.select({ state: images.state, publishAt: images.publishAt }).from(images).where(eq(images.fileKey, key))
  ]);
  return [
    ...[...own, ...inFolder].map((object): ['recording', Published] => ['recording', object]),
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
  const sharing = sharingOf(ctx, await ownersOf(ctx, key));
  if (!sharing) return null;
  const path = pathOf(ctx, key);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  return {
    path,
    bytes: found.size,
    // the size stands in it, so that a file cut short by a broken copy is not taken for the whole one
    etag: `"${row.sha256.slice(0, 32)}-${found.size.toString(36)}"`,
    mimeType: row.mimeType,
    sharing: row.audience === 'public' ? sharing : 'none'
  };
}
