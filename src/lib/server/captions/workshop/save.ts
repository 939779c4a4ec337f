import type { SpokenTrack } from '#lib/domain/captions/types.ts';
import type { PublishHook } from '#lib/server/captions/publish.ts';
import type { VersionRow } from '#lib/server/captions/versions.ts';
import { baseOf, discardDraft, draftOf } from '#lib/server/captions/workshop/drafts.ts';
import { currentVersion, editableVersion, trackPlace, type TrackPlace } from '#lib/server/captions/workshop/place.ts';
import {
  publishVersion,
  submitVersion,
  writeVersion,
  type VersionFacts
} from '#lib/server/captions/workshop/versions.ts';
import type { Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';

export type Then = 'keep' | 'submit' | 'publish';

/**
 * Makes a version of this organizer's draft. Where somebody else saved one meanwhile nothing is written: both are shown and merged
 * first (`captions.changed`).
 */
export async function saveDraft(
  ctx: Ctx,
  place: TrackPlace,
  facts: VersionFacts,
  then: Then,
  hooks: readonly PublishHook[]
): Promise<VersionRow> {
  const draft = await draftOf(ctx, place);
  if (!draft) return finish(ctx, place, currentOrRefuse(place), facts, then, hooks);
  const base = baseOf(place, draft);
  if ((base?.id ?? null) !== (currentVersion(place)?.id ?? null)) throw new DomainError('conflict', 'captions.changed');
  const { layout } = await editableVersion(ctx, base);
  const track: SpokenTrack = { format: 'vtt', cues: draft.cues, speakers: [], layout };
  const version = await writeVersion(ctx, place, { track, facts, basedOn: base?.id ?? null });
  await discardDraft(ctx, place);
  return finish(ctx, place, version, facts, then, hooks);
}

const currentOrRefuse = (place: TrackPlace): VersionRow => {
  const version = currentVersion(place);
  if (!version) throw new DomainError('invalid', 'captions.empty');
  return version;
};

async function finish(
  ctx: Ctx,
  place: TrackPlace,
  version: VersionRow,
  facts: VersionFacts,
  then: Then,
  hooks: readonly PublishHook[]
): Promise<VersionRow> {
  const fresh = await trackPlace(ctx, place.recording.id, place.track.id);
  if (then === 'submit') await submitVersion(ctx, fresh, version);
  if (then === 'publish') await publishVersion(ctx, fresh, version, { reviewed: facts.step === 'reviewed' }, hooks);
  return version;
}
