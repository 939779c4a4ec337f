import type { ProductionSources } from '#lib/domain/media/types.ts';
import { eq } from 'drizzle-orm';
import type { Ctx } from '#lib/server/context.ts';
import { uploads } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { probeFile } from '#lib/server/ffmpeg/index.ts';
import { pathOf } from '#lib/server/media/index.ts';
import type { Found } from '#lib/server/productions/making.ts';
import type { Production } from '#lib/server/productions/store.ts';
import { receiveUpload } from '#lib/server/uploads/index.ts';

type From = ProductionSources['sounds'][number]['from'];

const refused = (code: string) => new DomainError('invalid', code);

export const uploadIdsOf = ({ sources }: Production): string[] => {
  const all = [sources.picture, ...sources.sounds.map(({ from }) => from)];
  return [...new Set(all.flatMap((from) => (from && 'uploadId' in from ? [from.uploadId] : [])))];
};

/** Every upload is whole, counted and kept. Those that have arrived meanwhile are looked at now. */
export async function hashSources(
  ctx: Ctx,
  production: Production,
  signal: AbortSignal
): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const id of uploadIdsOf(production)) {
    await receiveUpload(ctx, id, signal);
    const [row] = await ctx.read.select().from(uploads).where(eq(uploads.id, id));
    if (row?.state === 'receiving') throw new DomainError('busy', 'upload.incomplete');
    if (row?.state !== 'ready' || row.sha256 === null) throw refused(row?.problem ?? 'upload.missing');
    hashes[id] = row.sha256;
  }
  return hashes;
}

async function pathFrom(ctx: Ctx, from: From): Promise<string> {
  if ('fileKey' in from) return pathOf(ctx, from.fileKey);
  const [row] = await ctx.read.select({ fileKey: uploads.fileKey }).from(uploads).where(eq(uploads.id, from.uploadId));
  if (!row?.fileKey) throw refused('upload.missing');
  return pathOf(ctx, row.fileKey);
}

/** Opens every file again and finds the streams that are to be used. The picture's length is the recording's. */
export async function probeSources(ctx: Ctx, production: Production, signal: AbortSignal) {
  const { picture, sounds } = production.sources;
  const looked = new Map<string, Awaited<ReturnType<typeof probeFile>>>();
  const look = async (from: From) => {
    const path = await pathFrom(ctx, from);
    const known = looked.get(path) ?? (await probeFile(path, signal));
    looked.set(path, known);
    return known;
  };
  const film = picture && (await look(picture));
  const video = film?.probed.streams.find((stream) => stream.kind === 'video');
  if (film && !video) throw refused('production.no-picture');
  const heard: { source: Found['sounds'][number]['source']; stream: Found['sounds'][number]['stream'] }[] = [];
  let longest = film?.probed.durationMs ?? 0;
  for (const { from, stream } of sounds) {
    const { source, probed } = await look(from);
    const audio = probed.streams.flatMap((each) => (each.kind === 'audio' ? [each] : []));
    const chosen = stream === null ? audio[0] : audio.find(({ index }) => index === stream);
    if (!chosen) throw refused('production.no-sound');
    heard.push({ source, stream: chosen });
    if (!film) longest = Math.max(longest, probed.durationMs);
  }
  if (longest === 0) throw refused('production.nothing');
  return {
    durationMs: longest,
    picture: film && video?.kind === 'video' ? { source: film.source, stream: video } : null,
    sounds: heard
  };
}
