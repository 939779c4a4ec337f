import { createHash } from 'node:crypto';
import { and, asc, eq, isNotNull, desc } from 'drizzle-orm';
import * as v from 'valibot';
import { isLeftOut } from '#lib/domain/media/omissions.ts';
import type { Stretch } from '#lib/domain/recordings/types.ts';
import { noteAudit } from '#lib/server/access/index.ts';
import {
  createVersion,
  loadVersion,
  omissionsOf,
  publishVersions,
  renewReading,
  versionsInside,
  type PublishHook
} from '#lib/server/captions/index.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { audioTracks, mediaOmissions, recordings, renditions, trackVersions } from '#lib/server/db/schema/index.ts';
import { DomainError, missing } from '#lib/server/errors.ts';
import type { JobKind } from '#lib/server/jobs/job.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { hideFiles } from '#lib/server/productions/hide.ts';
import { startIn, type WantedProduction } from '#lib/server/productions/service.ts';
import { productionsOf } from '#lib/server/productions/store.ts';
import { actorOf, recordingToChange } from '#lib/server/uploads/index.ts';

export type Omission = typeof mediaOmissions.$inferSelect;

export const listOmissions = ({ read }: Ctx, recordingId: string): Promise<Omission[]> =>
  read
    .select()
    .from(mediaOmissions)
    .where(eq(mediaOmissions.recordingId, recordingId))
    .orderBy(asc(mediaOmissions.startMs));

const options = { evenLoudness: true, posterMs: null, publishWhenReady: true };

/** What the recording is made of: as it was made last, else of the files that were imported. Null: there is nothing to make. */
async function sourcesOf(tx: Tx, recordingId: string): Promise<WantedProduction | null> {
  const all = await productionsOf(tx, recordingId);
  const last = all.find(({ state }) => state !== 'replaced') ?? all[0];
  if (last) {
    const publishWhenReady = last.state === 'published' || last.options.publishWhenReady;
    return { ...last.sources, options: { ...last.options, publishWhenReady } };
  }
  const files = await tx.write.select().from(renditions).where(eq(renditions.recordingId, recordingId));
  const sounds = await tx.write
    .select()
    .from(audioTracks)
    .where(and(eq(audioTracks.recordingId, recordingId), eq(audioTracks.held, true)))
    .orderBy(asc(audioTracks.position));
  const of = (kind: 'video' | 'audio', trackId: string) =>
    files.filter((file) => file.kind === kind && file.audioTrackId === trackId).sort((a, b) => b.bytes - a.bytes)[0];
  const wanted = sounds.flatMap(({ id, role, language, silences }) => {
    const file = of('video', id) ?? of('audio', id);
    if (!file) return [];
    return [{ from: { fileKey: file.fileKey }, stream: null, role, language, offsetMs: 0, silences }];
  });
  const film = sounds.map(({ id }) => of('video', id)).find((file) => file !== undefined);
  return wanted.length > 0 || film
    ? { picture: film ? { fileKey: film.fileKey } : null, sounds: wanted, options }
    : null;
}

/** Every address of what is played is closed, in the caller's transaction. */
async function closeMedia(tx: Tx, recordingId: string): Promise<void> {
  const closed = await tx.write
    .delete(renditions)
    .where(eq(renditions.recordingId, recordingId))
    .returning({ fileKey: renditions.fileKey });
  await hideFiles(
    tx,
    closed.map(({ fileKey }) => fileKey)
  );
}

/** Texts with words inside are taken out of sight until the job has written them without. */
async function closeTexts(tx: Tx, recordingId: string): Promise<void> {
  const mine = and(eq(trackVersions.recordingId, recordingId), eq(trackVersions.state, 'public'));
  const shown = await tx.write.select({ id: trackVersions.id }).from(trackVersions).where(mine);
  const ids = shown.map(({ id }) => id);
  for (const id of await versionsInside(tx, ids, await omissionsOf(tx, recordingId))) {
    await tx.write.update(trackVersions).set({ state: 'withdrawn' }).where(eq(trackVersions.id, id));
  }
}

/**
 * Leaves a passage out, to protect somebody. In one transaction the passage is written down, every file that has it is closed and
 * every text that has it withdrawn; then the recording is made anew with silence and a plain card there.
 */
export async function leaveOut(
  ctx: Ctx,
  recordingId: string,
  stretch: Stretch,
  hooks: readonly PublishHook[]
): Promise<string> {
  const { durationMs } = await recordingToChange(ctx, recordingId);
  const { startMs, endMs } = stretch;
  if (!(startMs >= 0 && endMs > startMs && (durationMs === null || startMs < durationMs))) {
    throw new DomainError('invalid', 'omission.times', { field: 'end' });
  }
  return inTransaction(ctx, async (tx) => {
    const id = tx.newId();
    const said = {
      startMs: Math.round(startMs),
      endMs: Math.round(endMs),
      createdBy: actorOf(tx),
      createdAt: tx.now()
    };
    await tx.write.insert(mediaOmissions).values({ id, recordingId, ...said });
    await makeAnew(tx, recordingId, hooks);
    await noteAudit(
      tx,
      'media.left-out',
      { kind: 'recording', id: recordingId },
      { startMs: said.startMs, endMs: said.endMs }
    );
    return id;
  });
}

async function makeAnew(tx: Tx, recordingId: string, hooks: readonly PublishHook[]): Promise<void> {
  const sources = await sourcesOf(tx, recordingId);
  await closeMedia(tx, recordingId);
  await closeTexts(tx, recordingId);
  await tx.write.update(recordings).set({ updatedAt: tx.now() }).where(eq(recordings.id, recordingId));
  await renewReading(tx, recordingId, hooks);
  await enqueue(tx, redactKind([]), { recordingId }, { priority: 5 });
  if (sources) await startIn(tx, recordingId, sources);
}

/** The passage is shown again once the recording has been made anew. Its words come back with a version that has them. */
export async function includeAgain(ctx: Ctx, id: string, hooks: readonly PublishHook[]): Promise<void> {
  const [row] = await ctx.read.select().from(mediaOmissions).where(eq(mediaOmissions.id, id));
  if (!row) throw missing('omission', { id });
  await recordingToChange(ctx, row.recordingId);
  await inTransaction(ctx, async (tx) => {
    await tx.write.delete(mediaOmissions).where(eq(mediaOmissions.id, id));
    const sources = await sourcesOf(tx, row.recordingId);
    if (sources) await startIn(tx, row.recordingId, sources);
    await renewReading(tx, row.recordingId, hooks);
    await noteAudit(
      tx,
      'media.included-again',
      { kind: 'recording', id: row.recordingId },
      { startMs: row.startMs, endMs: row.endMs }
    );
  });
}

/** Of each track the version that visitors had last, when it is out of sight for what it says in a passage left out. */
async function withdrawnVersions(ctx: Ctx, recordingId: string) {
  const rows = await ctx.read
    .select()
    .from(trackVersions)
    .where(and(eq(trackVersions.recordingId, recordingId), isNotNull(trackVersions.publishedAt)))
    .orderBy(desc(trackVersions.publishedAt), desc(trackVersions.number));
  const latest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!latest.has(row.trackId)) latest.set(row.trackId, row);
  return [...latest.values()].filter(({ state }) => state === 'withdrawn');
}

/** Writes each text that was withdrawn for a passage again without its words, and publishes it. Done twice, nothing is left to do. */
export async function redactCaptions(ctx: Ctx, recordingId: string, hooks: readonly PublishHook[]): Promise<number> {
  const omissions = await omissionsOf(ctx, recordingId);
  const candidates = await withdrawnVersions(ctx, recordingId);
  const inside = new Set(
    await versionsInside(
      ctx,
      candidates.map(({ id }) => id),
      omissions
    )
  );
  let written = 0;
  for (const version of candidates.filter(({ id }) => inside.has(id))) {
    const track = await loadVersion(ctx.read, version);
    const kept = { ...track, cues: track.cues.filter((cue) => !isLeftOut(cue, omissions)) };
    if (kept.cues.length === 0) continue;
    const sha256 = createHash('sha256').update(JSON.stringify(kept.cues)).digest('hex');
    const made = await createVersion(ctx, {
      ...{ recordingId, trackId: version.trackId, track: kept, encoding: null, problems: [], sha256, fileKey: null },
      madeBy: 'omission'
    });
    await inTransaction(ctx, (tx) => publishVersions(tx, recordingId, [made.id], hooks));
    written++;
  }
  return written;
}

export const redactKind = (hooks: readonly PublishHook[]): JobKind<{ recordingId: string }> => ({
  name: 'media-redact',
  payload: v.object({ recordingId: v.string() }),
  work: async ({ ctx, payload }) => void (await redactCaptions(ctx, payload.recordingId, hooks))
});
