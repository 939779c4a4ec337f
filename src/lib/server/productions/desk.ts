import { readFile } from 'node:fs/promises';
import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import * as v from 'valibot';
import type { Published } from '#lib/domain/archive/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { alignByBleed, quietStretches } from '#lib/domain/media/align.ts';
import type { MediaDesk, MediaListItem, ProductionView, UploadView, WaveView } from '#lib/domain/media/desk-view.ts';
import { readPeaks, wavePath, type Peaks } from '#lib/domain/media/peaks.ts';
import { productionSteps } from '#lib/domain/media/types.ts';
import { soundLabel } from '#lib/domain/recordings/names.ts';
import { assertCan, may, ownSeries, seriesOfRecording } from '#lib/server/access/index.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { jobs, productions, recordings, slugs, uploads } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { findFfmpeg } from '#lib/server/ffmpeg/index.ts';
import { mediaUrl, pathOf } from '#lib/server/media/index.ts';
import { chapterTexts } from '#lib/server/productions/chapters.ts';
import { listOmissions } from '#lib/server/productions/omit.ts';
import { productionToChange, startIn } from '#lib/server/productions/service.ts';
import { Finished, type MadeRendition } from '#lib/server/productions/steps/finish.ts';
import { productionsOf, stepOf, type Production } from '#lib/server/productions/store.ts';
import { receivedBytes, recordingToChange, uploadsOf, type Upload } from '#lib/server/uploads/index.ts';

async function uploadView(ctx: Ctx, row: Upload): Promise<UploadView> {
  const { id, originalName: name, declaredBytes: allBytes, state, problem, probed } = row;
  const bytes = state === 'receiving' ? await receivedBytes(ctx, id) : (allBytes ?? 0);
  const isDuplicate = row.duplicateOf !== null;
  return {
    id,
    name,
    bytes,
    allBytes,
    state,
    problem,
    isDuplicate,
    durationMs: probed?.durationMs ?? null,
    streams: probed?.streams ?? []
  };
}

async function peaksOf(ctx: Ctx, made: readonly MadeRendition[], trackId: string): Promise<Peaks | null> {
  const file = made.find(({ kind, audioTrackId }) => kind === 'peaks' && audioTrackId === trackId);
  const bytes = file && (await readFile(pathOf(ctx, file.key)).catch(() => null));
  return bytes ? readPeaks(bytes) : null;
}

const wave = { width: 600, height: 60 };

function soundViews(
  ctx: Ctx,
  locale: Locale,
  { sources }: Production,
  made: readonly MadeRendition[]
): Promise<WaveView[]> {
  return Promise.all(
    sources.sounds.map(async ({ trackId, role, language, offsetMs, silences }) => {
      const peaks = await peaksOf(ctx, made, trackId);
      return {
        ...{ trackId, role, language, offsetMs, silences },
        label: soundLabel(role, language, locale),
        path: peaks && wavePath(peaks, wave.width, wave.height),
        quiet: peaks && role === 'interpretation' ? quietStretches(peaks) : []
      };
    })
  );
}

function previewOf(made: readonly MadeRendition[]): ProductionView['preview'] {
  if (made.length === 0) return null;
  const urlOf = (kind: MadeRendition['kind']) => {
    const file = made.find((each) => each.kind === kind);
    return file ? mediaUrl(file.key) : null;
  };
  return { videoUrl: urlOf('video'), soundUrl: urlOf('audio'), posterUrl: urlOf('poster') };
}

async function productionView(ctx: Ctx, locale: Locale, row: Production): Promise<ProductionView> {
  const [job] = row.jobId ? await ctx.read.select().from(jobs).where(eq(jobs.id, row.jobId)) : [];
  const finished = v.safeParse(Finished, (await stepOf(ctx, row.id, 'finished'))?.output);
  const { renditions: made, files } = finished.success ? finished.output : { renditions: [], files: [] };
  const poster = made.find(({ kind }) => kind === 'poster')?.key;
  const share = job?.progressTotal ? job.progressDone / job.progressTotal : 0;
  return {
    ...{ id: row.id, state: row.state, durationMs: row.durationMs, options: row.options, share },
    job: job?.state ?? null,
    step: productionSteps.find((step) => step === job?.progressText) ?? null,
    log: job?.state === 'failed' ? (job.logTail ?? '').split('\n').filter(Boolean).slice(-6) : [],
    problem: job?.error ?? null,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    preview: previewOf(made),
    posters: files
      .filter(({ key }) => /\/poster-\d+\.jpg$/.test(key))
      .map(({ key }) => ({ file: key.split('/').at(-1) ?? '', url: mediaUrl(key), chosen: key === poster })),
    sounds: await soundViews(ctx, locale, row, made)
  };
}

/** By the floor's sound in the interpreter's microphone. Adds to how it is put now. */
async function findOffset(ctx: Ctx, row: Production, trackId: string): Promise<MediaDesk['found']> {
  const finished = v.safeParse(Finished, (await stepOf(ctx, row.id, 'finished'))?.output);
  const sound = row.sources.sounds.find((each) => each.trackId === trackId);
  const floor = row.sources.sounds.find(({ role }) => role === 'original');
  if (!finished.success || !sound || !floor || sound === floor) return null;
  const made = finished.output.renditions;
  const [first, second] = await Promise.all([peaksOf(ctx, made, floor.trackId), peaksOf(ctx, made, trackId)]);
  const found = first && second && alignByBleed(first, second);
  return found && { trackId, sureness: found.sureness, offsetMs: sound.offsetMs + found.offsetMs };
}

/** Everything on the page where the media of a recording are worked on. */
export async function getMediaDesk(
  ctx: Ctx,
  locale: Locale,
  recordingId: string,
  align: string | null
): Promise<MediaDesk> {
  const row = await recordingToChange(ctx, recordingId);
  const all = await productionsOf(ctx, recordingId);
  const current =
    all.find(({ state }) => state === 'working' || state === 'ready') ?? all.find(({ state }) => state === 'published');
  const { id, title, mediaState, durationMs } = row;
  const mine = and(
    eq(slugs.kind, 'recording'),
    eq(slugs.objectId, id),
    eq(slugs.locale, locale),
    eq(slugs.isCurrent, true)
  );
  const [slug] = await ctx.read.select({ slug: slugs.slug }).from(slugs).where(mine);
  return {
    recording: { id, title, mediaState, durationMs, href: pathIn(locale, 'recordings', slug?.slug ?? id) },
    mayPublish: may(ctx, 'recording:publish', row),
    uploads: await Promise.all((await uploadsOf(ctx, id)).map((upload) => uploadView(ctx, upload))),
    production: current ? await productionView(ctx, locale, current) : null,
    omissions: (await listOmissions(ctx, id)).map(({ id: each, startMs, endMs }) => ({ id: each, startMs, endMs })),
    chapters: await chapterTexts(ctx, id),
    found: current && align ? await findOffset(ctx, current, align) : null,
    hasFfmpeg: (await findFfmpeg()) !== null
  };
}

/** Those on which somebody who works within some series has something to do. */
async function workedOn<T extends { id: string } & Published>(ctx: Ctx, rows: T[]): Promise<T[]> {
  const own: T[] = [];
  for (const row of rows) {
    const seriesIds = await seriesOfRecording(ctx.read, row.id);
    if (may(ctx, 'recording:edit', { ...row, seriesIds })) own.push(row);
  }
  return own;
}

/** Every recording, with what it has and what is on its way. The latest first. */
export async function listMedia(ctx: Ctx, locale: Locale): Promise<MediaListItem[]> {
  assertCan(ctx, 'archive:see-drafts', null);
  const all = await ctx.read
    .select()
    .from(recordings)
    .where(ne(recordings.state, 'deleted'))
    .orderBy(desc(recordings.createdAt));
  const rows = ownSeries(ctx) === null ? all : await workedOn(ctx, all);
  const open = await ctx.read.select({ recordingId: uploads.recordingId }).from(uploads);
  const making = await ctx.read
    .select({ recordingId: productions.recordingId, state: productions.state })
    .from(productions)
    .where(inArray(productions.state, ['working', 'ready']));
  return rows.map(({ id, title, mediaState }) => ({
    ...{ id, title, mediaState },
    href: pathIn(locale, 'manage', 'media', id),
    uploads: open.filter(({ recordingId }) => recordingId === id).length,
    production: making.find(({ recordingId }) => recordingId === id)?.state ?? null
  }));
}

export interface Placing {
  trackId: string;
  offsetMs: number;
  silences: { startMs: number; endMs: number }[];
}

/** A sound is put elsewhere, or is said to be silent elsewhere: the recording is made anew with it. What is shown stays until then. */
export async function placeSound(
  ctx: Ctx,
  productionId: string,
  { trackId, offsetMs, silences }: Placing
): Promise<string> {
  const production = await productionToChange(ctx, productionId);
  const { recordingId, sources, options, state } = production;
  if (!sources.sounds.some((sound) => sound.trackId === trackId))
    throw new DomainError('missing', 'production.no-sound');
  const sounds = sources.sounds.map((sound) => (sound.trackId === trackId ? { ...sound, offsetMs, silences } : sound));
  const publishWhenReady = options.publishWhenReady || state === 'published';
  return inTransaction(ctx, (tx) =>
    startIn(tx, recordingId, { picture: sources.picture, sounds, options: { ...options, publishWhenReady } })
  );
}
