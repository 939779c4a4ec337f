import { and, desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { spliced } from '#lib/domain/captions/edit/edits.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';
import type { VersionRow } from '#lib/server/captions/versions.ts';
import { assertMayDo, currentVersion, editableVersion, type TrackPlace } from '#lib/server/captions/workshop/place.ts';
import { organizerIdOf } from '#lib/server/captions/workshop/versions.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { captionDrafts } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';

export type DraftRow = typeof captionDrafts.$inferSelect;

const mostMs = 1000 * 3_600_000;
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(mostMs));

export const cueLimits = { text: 4000, cues: 30_000 } as const;

const Cue = v.object({
  id: v.pipe(v.string(), v.maxLength(500)),
  startMs: time,
  endMs: time,
  text: v.pipe(v.string(), v.maxLength(cueLimits.text)),
  settings: v.pipe(v.string(), v.maxLength(500)),
  speaker: v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/))),
  mark: v.nullable(v.pipe(v.string(), v.maxLength(100), v.includes('{text}')))
});

/** What changed since the last saving: cues that stand in place of others. */
export const DraftChange = v.object({
  /** The draft that it changes; 0: none yet, the version below. */
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  baseVersionId: v.nullable(v.pipe(v.number(), v.safeInteger())),
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  removed: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  added: v.pipe(v.array(Cue), v.maxLength(cueLimits.cues))
});
export type DraftChange = v.InferOutput<typeof DraftChange>;

const mine = (ctx: Ctx, { recording, track }: Pick<TrackPlace, 'recording' | 'track'>) =>
  and(
    eq(captionDrafts.recordingId, recording.id),
    eq(captionDrafts.trackId, track.id),
    eq(captionDrafts.organizerId, organizerIdOf(ctx))
  );

export async function draftOf(ctx: Ctx, place: TrackPlace): Promise<DraftRow | null> {
  const [row] = await ctx.read.select().from(captionDrafts).where(mine(ctx, place));
  return row ?? null;
}

/** Drafts of this organizer, the latest first. */
export const myDrafts = (ctx: Ctx): Promise<Omit<DraftRow, 'cues'>[]> =>
  ctx.read
    .select({
      recordingId: captionDrafts.recordingId,
      trackId: captionDrafts.trackId,
      organizerId: captionDrafts.organizerId,
      baseVersionId: captionDrafts.baseVersionId,
      revision: captionDrafts.revision,
      createdAt: captionDrafts.createdAt,
      updatedAt: captionDrafts.updatedAt
    })
    .from(captionDrafts)
    .where(eq(captionDrafts.organizerId, organizerIdOf(ctx)))
    .orderBy(desc(captionDrafts.updatedAt));

export const baseOf = (place: TrackPlace, draft: Pick<DraftRow, 'baseVersionId'> | null): VersionRow | null =>
  draft ? (place.versions.find(({ id }) => id === draft.baseVersionId) ?? null) : currentVersion(place);

export async function writeDraft(
  tx: Tx,
  place: TrackPlace,
  draft: Pick<DraftRow, 'cues' | 'baseVersionId' | 'revision'>
): Promise<void> {
  const now = tx.now();
  const keys = { recordingId: place.recording.id, trackId: place.track.id, organizerId: organizerIdOf(tx) };
  await tx.write
    .insert(captionDrafts)
    .values({ ...keys, ...draft, createdAt: now, updatedAt: now })
    .onConflictDoUpdate({
      target: [captionDrafts.recordingId, captionDrafts.trackId, captionDrafts.organizerId],
      set: { ...draft, updatedAt: now }
    });
}

/** Takes the draft's place, whatever it was. */
export async function replaceDraft(
  ctx: Ctx,
  place: TrackPlace,
  cues: readonly SpokenCue[],
  baseVersionId: number | null,
  alongside?: (tx: Tx) => Promise<void>
): Promise<void> {
  assertMayDo(ctx, 'edit', place);
  const there = await draftOf(ctx, place);
  await inTransaction(ctx, async (tx) => {
    await alongside?.(tx);
    await writeDraft(tx, place, { cues: [...cues], baseVersionId, revision: (there?.revision ?? 0) + 1 });
  });
}

/** Saves what changed and gives the draft's new revision. A window that does not know the latest state is refused. */
export async function changeDraft(ctx: Ctx, place: TrackPlace, change: DraftChange): Promise<number> {
  assertMayDo(ctx, 'edit', place);
  const started =
    change.revision === 0 ? await editableVersion(ctx, baseOf(place, { baseVersionId: change.baseVersionId })) : null;
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.read.select().from(captionDrafts).where(mine(tx, place));
    if ((row?.revision ?? 0) !== change.revision) throw new DomainError('conflict', 'captions.other-window');
    const before = row?.cues ?? started?.cues ?? [];
    if (change.at + change.removed > before.length) throw new DomainError('conflict', 'captions.other-window');
    const cues = spliced(before, change.at, change.removed, ...change.added);
    if (cues.length > cueLimits.cues)
      throw new DomainError('too-large', 'captions.too-many-cues', { most: cueLimits.cues });
    const revision = change.revision + 1;
    await writeDraft(tx, place, { cues, baseVersionId: row ? row.baseVersionId : change.baseVersionId, revision });
    return revision;
  });
}

export async function discardDraft(ctx: Ctx, place: TrackPlace): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.write.delete(captionDrafts).where(mine(tx, place));
  });
}
