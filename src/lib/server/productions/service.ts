import { and, eq, inArray } from 'drizzle-orm';
import type { ProductionOptions, ProductionSources, SoundSource } from '#lib/domain/media/types.ts';
import type { TrackRole } from '#lib/domain/recordings/types.ts';
import { assertCan } from '#lib/server/access/index.ts';
import type { PublishHook } from '#lib/server/captions/index.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { audioTracks, audit, jobs, productions, renditions, uploads } from '#lib/server/db/schema/index.ts';
import { DomainError, missing } from '#lib/server/errors.ts';
import { cancelJob, enqueue, retryJob } from '#lib/server/jobs/queue.ts';
import { produceKind } from '#lib/server/productions/make.ts';
import { clearWorkshop } from '#lib/server/productions/place.ts';
import { replacePoster } from '#lib/server/productions/poster.ts';
import { publishIn } from '#lib/server/productions/publish.ts';
import { productionById, type Production } from '#lib/server/productions/store.ts';
import { actorOf, recordingToChange } from '#lib/server/uploads/index.ts';

export interface WantedSound {
  from: SoundSource['from'];
  stream: number | null;
  role: TrackRole;
  language: string | null;
  offsetMs: number;
  silences: SoundSource['silences'];
}

export interface WantedProduction {
  picture: ProductionSources['picture'];
  sounds: WantedSound[];
  options: ProductionOptions;
}

/** The id that a sound has already, or gets: links that name a sound go on working when its recording is made anew. */
async function trackIds(tx: Tx, recordingId: string, sounds: readonly WantedSound[]): Promise<SoundSource[]> {
  const known = await tx.write
    .select()
    .from(audioTracks)
    .where(and(eq(audioTracks.recordingId, recordingId), eq(audioTracks.standIn, false)));
  const taken = new Set<string>();
  return sounds.map((sound) => {
    const { role, language } = sound;
    const same = known.filter((row) => row.role === role && !taken.has(row.id));
    const found = same.find((row) => row.language === language) ?? same.find((row) => row.language === null);
    const base = `${role}-${language ?? 'und'}`.toLowerCase();
    let trackId = found?.id ?? base;
    for (let number = 2; taken.has(trackId); number++) trackId = `${base}-${String(number)}`;
    taken.add(trackId);
    return { ...sound, trackId };
  });
}

/** In the caller's transaction: the production, and the job that makes it. */
export async function startIn(tx: Tx, recordingId: string, wanted: WantedProduction): Promise<string> {
  const { picture, sounds, options } = wanted;
  if (!picture && sounds.length === 0) throw new DomainError('invalid', 'production.nothing');
  const sources = { picture, sounds: await trackIds(tx, recordingId, sounds) };
  const id = tx.newId();
  // what was begun before and is not shown is given up: there is one thing in the making for a recording
  const open = and(eq(productions.recordingId, recordingId), inArray(productions.state, ['working', 'ready']));
  const given = await tx.write
    .update(productions)
    .set({ state: 'replaced' })
    .where(open)
    .returning({ jobId: productions.jobId });
  for (const { jobId } of given) if (jobId) await endJob(tx, jobId);
  const jobId = await enqueue(tx, produceKind([]), { productionId: id }, { priority: 120 });
  const row = { id, recordingId, sources, options, jobId, madeBy: actorOf(tx), createdAt: tx.now() };
  await tx.write.insert(productions).values(row);
  await tx.write.insert(audit).values({
    ...{ id: tx.newId(), at: tx.now(), actor: actorOf(tx), action: 'media:produce' },
    ...{ objectKind: 'recording', objectId: recordingId, data: { productionId: id } }
  });
  return id;
}

async function endJob(tx: Tx, jobId: string): Promise<void> {
  const now = tx.now();
  const waiting = and(eq(jobs.id, jobId), inArray(jobs.state, ['queued', 'waiting']));
  await tx.write.update(jobs).set({ state: 'cancelled', updatedAt: now }).where(waiting);
  const running = and(eq(jobs.id, jobId), eq(jobs.state, 'running'));
  await tx.write.update(jobs).set({ cancelRequestedAt: now, updatedAt: now }).where(running);
}

async function assertUploadsOf(ctx: Ctx, recordingId: string, { picture, sounds }: WantedProduction): Promise<void> {
  for (const from of [picture, ...sounds.map((sound) => sound.from)]) {
    if (!from || !('uploadId' in from)) continue;
    const [row] = await ctx.read.select().from(uploads).where(eq(uploads.id, from.uploadId));
    if (row?.recordingId !== recordingId) throw missing('upload', { id: from.uploadId });
    if (row.state === 'refused') throw new DomainError('invalid', row.problem ?? 'media.broken');
    if (row.state === 'receiving') throw new DomainError('conflict', 'upload.incomplete');
  }
}

/** Begins to make what was uploaded ready for visitors. Returns the production's id. */
export async function startProduction(ctx: Ctx, recordingId: string, wanted: WantedProduction): Promise<string> {
  const recording = await recordingToChange(ctx, recordingId);
  if (wanted.options.publishWhenReady) assertCan(ctx, 'recording:publish', recording);
  await assertUploadsOf(ctx, recordingId, wanted);
  return inTransaction(ctx, (tx) => startIn(tx, recordingId, wanted));
}

export async function productionToChange(ctx: Ctx, id: string): Promise<Production> {
  const production = await productionById(ctx, id);
  if (!production) throw missing('production', { id });
  await recordingToChange(ctx, production.recordingId);
  return production;
}

/** Shows visitors what is ready, in the place of what they had, stand-in or not. */
export async function publishProduction(ctx: Ctx, id: string, hooks: readonly PublishHook[]): Promise<void> {
  const { recordingId } = await productionToChange(ctx, id);
  assertCan(ctx, 'recording:publish', await recordingToChange(ctx, recordingId));
  await inTransaction(ctx, (tx) => publishIn(tx, id, hooks));
}

/** What needed a person is tried again, from the step at which it stopped. */
export async function retryProduction(ctx: Ctx, id: string): Promise<void> {
  const { jobId } = await productionToChange(ctx, id);
  if (jobId) await retryJob(ctx, jobId);
}

/** What is being made, or is ready and not wanted, is thrown away; uploads and what visitors see stay. */
export async function giveUpProduction(ctx: Ctx, id: string): Promise<void> {
  const { jobId, state } = await productionToChange(ctx, id);
  if (state === 'published') throw new DomainError('conflict', 'production.published');
  if (jobId) await cancelJob(ctx, jobId);
  await inTransaction(ctx, async (tx) => {
    await tx.write.update(productions).set({ state: 'replaced' }).where(eq(productions.id, id));
  });
  await clearWorkshop(ctx, id);
}

/** Another still in the place of the poster: one of those that were made, which the organizer has seen. */
export async function choosePoster(ctx: Ctx, id: string, file: string, hooks: readonly PublishHook[]): Promise<void> {
  const production = await productionToChange(ctx, id);
  if (!/^poster-\d+\.jpg$/.test(file)) throw new DomainError('invalid', 'production.no-poster');
  await inTransaction(ctx, async (tx) => {
    await replacePoster(tx, production, file);
    if (production.state === 'published') for (const hook of hooks) await hook(tx, production.recordingId);
  });
}

export const renditionsOfRecording = ({ read }: Ctx, recordingId: string) =>
  read.select().from(renditions).where(eq(renditions.recordingId, recordingId));
