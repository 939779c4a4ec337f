import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { isLeftOut } from '#lib/domain/media/omissions.ts';
import type { CaptionStep } from '#lib/domain/recordings/types.ts';
import type { SpokenCue, SpokenTrack } from '#lib/domain/captions/types.ts';
import { writeVttFile } from '#lib/domain/captions/write.ts';
import { noteAudit } from '#lib/server/access/index.ts';
import { publishVersions, type PublishHook } from '#lib/server/captions/publish.ts';
import { createVersion, type NewVersion, type VersionRow } from '#lib/server/captions/versions.ts';
import { assertMayDo, editableVersion, type TrackPlace } from '#lib/server/captions/workshop/place.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { mediaOmissions, textTracks, trackVersions } from '#lib/server/db/schema/index.ts';
import { DomainError, missing } from '#lib/server/errors.ts';

/** What an organizer says of a version. */
export interface VersionFacts {
  /** A name for it, for organizers and readers; '' for none. */
  name: string;
  step: CaptionStep | null;
  /** Readers may know by name who did it. */
  named: boolean;
}

export const roleOf = (ctx: Ctx): string => (ctx.viewer.kind === 'organizer' ? ctx.viewer.role : 'operator');
export const organizerIdOf = (ctx: Ctx): string =>
  ctx.viewer.kind === 'organizer' ? ctx.viewer.userId : ctx.viewer.kind === 'operator' ? ctx.viewer.name : '';

const creditOf = (ctx: Ctx, named: boolean): string | null =>
  named && ctx.viewer.kind === 'organizer' ? (ctx.viewer.name ?? null) : null;

/** Of what was made here: words, times, speakers and marks. The same state twice is one version. */
function fingerprint(track: SpokenTrack): string {
  const hash = createHash('sha256').update(writeVttFile(track));
  for (const { speaker, mark } of track.cues) hash.update(`\n${speaker ?? ''} ${mark ?? ''}`);
  return hash.digest('hex');
}

/** No words of a passage that is left out to protect somebody. */
export async function assertNothingLeftOut(ctx: Ctx, recordingId: string, cues: readonly SpokenCue[]): Promise<void> {
  const omissions = await ctx.read.select().from(mediaOmissions).where(eq(mediaOmissions.recordingId, recordingId));
  if (omissions.length === 0) return;
  const inside = cues.filter((cue) => isLeftOut(cue, omissions));
  const [first] = inside;
  if (first) {
    throw new DomainError('invalid', 'captions.left-out', { cues: inside.length, startMs: first.startMs });
  }
}

const factsRow = (ctx: Ctx, { name, step, named }: VersionFacts) => ({
  note: name === '' ? null : { en: name, es: name },
  step,
  createdBy: organizerIdOf(ctx),
  creditName: creditOf(ctx, named)
});

export interface Written {
  track: SpokenTrack;
  facts: VersionFacts;
  basedOn: number | null;
  /** Of a file that was uploaded. */
  file?: Pick<NewVersion, 'encoding' | 'problems' | 'sha256' | 'fileKey'>;
  alongside?: (tx: Tx) => Promise<void>;
}

/** Writes a state of a track as a version: a draft that readers do not see. */
export async function writeVersion(ctx: Ctx, place: TrackPlace, written: Written): Promise<VersionRow> {
  assertMayDo(ctx, 'edit', place);
  const { track, facts, basedOn, file, alongside } = written;
  const cues = [...track.cues];
  if (cues.length === 0) throw new DomainError('invalid', 'captions.empty');
  await assertNothingLeftOut(ctx, place.recording.id, cues);
  const { id: recordingId } = place.recording;
  const version = await createVersion(ctx, {
    ...(file ?? { encoding: null, problems: [], sha256: fingerprint(track), fileKey: null }),
    ...{ recordingId, trackId: place.track.id, track, madeBy: roleOf(ctx) },
    ...(alongside && { alongside })
  });
  return inTransaction(ctx, async (tx) => {
    const changes = { ...factsRow(ctx, facts), ...(basedOn !== version.id && { basedOn }) };
    const [row] = await tx.write.update(trackVersions).set(changes).where(eq(trackVersions.id, version.id)).returning();
    await noteAudit(
      tx,
      'track-version:create',
      { kind: 'recording', id: recordingId },
      { track: place.track.id, version: version.number }
    );
    return row ?? version;
  });
}

const versionIn = (place: TrackPlace, number: number): VersionRow => {
  const version = place.versions.find((each) => each.number === number);
  if (!version) throw missing('captions', { number });
  return version;
};

const audited = (place: TrackPlace, version: VersionRow) =>
  [
    { kind: 'recording', id: place.recording.id },
    { track: place.track.id, version: version.number }
  ] as const;

/** Asks for review. */
export async function submitVersion(ctx: Ctx, place: TrackPlace, version: VersionRow): Promise<void> {
  assertMayDo(ctx, 'submit', place);
  if (version.state === 'public') throw new DomainError('conflict', 'captions.public-already');
  await inTransaction(ctx, async (tx) => {
    await tx.write.update(trackVersions).set({ state: 'submitted' }).where(eq(trackVersions.id, version.id));
    await noteAudit(tx, 'track-version:submit', ...audited(place, version));
  });
}

export interface Publication {
  /** Somebody has read all of it. */
  reviewed: boolean;
}

const reviewerWords = { en: 'a publisher of this archive', es: 'una persona que publica en este archivo' };

/** Readers get this version now: page, search and downloads change in the same transaction. */
export async function publishVersion(
  ctx: Ctx,
  place: TrackPlace,
  version: VersionRow,
  { reviewed }: Publication,
  hooks: readonly PublishHook[]
): Promise<void> {
  assertMayDo(ctx, 'publish', place);
  const { cues } = await editableVersion(ctx, version);
  await assertNothingLeftOut(ctx, place.recording.id, cues);
  const { id: recordingId } = place.recording;
  const mine = and(eq(textTracks.recordingId, recordingId), eq(textTracks.id, place.track.id));
  await inTransaction(ctx, async (tx) => {
    const reviewedBy = reviewed || version.step === 'reviewed' ? reviewerWords : null;
    await tx.write.update(textTracks).set({ held: true, reviewedBy }).where(mine);
    if (reviewed)
      await tx.write.update(trackVersions).set({ step: 'reviewed' }).where(eq(trackVersions.id, version.id));
    await publishVersions(tx, recordingId, [version.id], hooks);
    await noteAudit(tx, 'track-version:publish', ...audited(place, version));
  });
}

export async function nameVersion(ctx: Ctx, place: TrackPlace, number: number, name: string): Promise<void> {
  assertMayDo(ctx, 'edit', place);
  const version = versionIn(place, number);
  const note = name === '' ? null : { en: name, es: name };
  await inTransaction(ctx, async (tx) => {
    await tx.write.update(trackVersions).set({ note }).where(eq(trackVersions.id, version.id));
    await noteAudit(tx, 'track-version:edit', ...audited(place, version));
  });
}

export { versionIn };
