import { posix } from 'node:path';
import { and, asc, between, gt, inArray } from 'drizzle-orm';
import type { Ctx } from '#lib/server/context.ts';
import { cueRange, momentRange } from '#lib/server/captions/index.ts';
import {
  cues,
  files,
  imageVariants,
  moments,
  recordings,
  renditions,
  trackVersions
} from '#lib/server/db/schema/index.ts';
import { imageKeys } from '#lib/server/bag/scope.ts';
import { isInScope, leaving, type Scope } from '#lib/server/bag/tables.ts';

export type Row = Record<string, unknown>;
const atOnce = 5000;

/** Rows of one stretch of ids, in pieces. */
async function* stretch(
  { read }: Ctx,
  table: typeof cues | typeof moments,
  [from, to]: [number, number]
): AsyncGenerator<Row> {
  for (let after = from - 1; ;) {
    const rows = await read
      .select()
      .from(table)
      .where(and(gt(table.id, after), between(table.id, from, to)))
      .orderBy(asc(table.id))
      .limit(atOnce);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.id;
  }
}

const everything: [number, number] = [0, Number.MAX_SAFE_INTEGER];

async function rangesOf({ read }: Ctx, name: string, scope: Scope): Promise<[number, number][]> {
  if (scope === null) return [everything];
  const ids = [...scope];
  if (name === 'cues') {
    const rows = await read
      .select({ id: trackVersions.id })
      .from(trackVersions)
      .where(inArray(trackVersions.recordingId, ids));
    return rows.map(({ id }) => cueRange(id)).sort(([a], [b]) => a - b);
  }
  const rows = await read.select({ number: recordings.number }).from(recordings).where(inArray(recordings.id, ids));
  return rows.map(({ number }) => momentRange(number)).sort(([a], [b]) => a - b);
}

/** Keys of the files of these objects. An HLS rendition is a folder. */
async function filesInScope(ctx: Ctx, scope: NonNullable<Scope>): Promise<(key: string) => boolean> {
  const { read } = ctx;
  const ids = [...scope];
  const [made, versions, variants, pictures] = await Promise.all([
    read.select().from(renditions).where(inArray(renditions.recordingId, ids)),
    read.select({ key: trackVersions.fileKey }).from(trackVersions).where(inArray(trackVersions.recordingId, ids)),
    read.select({ key: imageVariants.fileKey }).from(imageVariants).where(inArray(imageVariants.imageId, ids)),
    imageKeys(ctx, scope)
  ]);
  const keys = new Set([
    ...made.map(({ fileKey }) => fileKey),
    ...versions.map(({ key }) => key),
    ...variants.map(({ key }) => key),
    ...pictures
  ]);
  const folders = made.filter(({ kind }) => kind === 'hls').map(({ fileKey }) => `${posix.dirname(fileKey)}/`);
  return (key) => keys.has(key) || folders.some((folder) => key.startsWith(folder));
}

export type FileRow = typeof files.$inferSelect;

/** The stored files that leave. */
export async function leavingFiles(ctx: Ctx, scope: Scope): Promise<FileRow[]> {
  const rows = await ctx.read.select().from(files).orderBy(asc(files.key));
  if (scope === null) return rows;
  const belongs = await filesInScope(ctx, scope);
  return rows.filter(({ key }) => belongs(key));
}

/** Rows of one table that leave. */
export async function* rowsOf(ctx: Ctx, name: string, scope: Scope): AsyncGenerator<Row> {
  const entry = leaving.find((each) => each.name === name);
  if (!entry) throw new Error(`${name} does not leave`);
  if (entry.belongs === 'range') {
    for (const range of await rangesOf(ctx, name, scope)) yield* stretch(ctx, name === 'cues' ? cues : moments, range);
  } else if (entry.belongs === 'file') yield* await leavingFiles(ctx, scope);
  else {
    const rows: Row[] = await ctx.read.select().from(entry.table);
    yield* rows
      .filter((row) => isInScope(entry, row, scope))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
}
