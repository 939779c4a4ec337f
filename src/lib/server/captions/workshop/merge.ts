import { conflictsOf, mergeCues, resolveMerge, type Chosen, type Merged } from '#lib/domain/captions/merge/merge.ts';
import { baseOf, draftOf, replaceDraft } from '#lib/server/captions/workshop/drafts.ts';
import { currentVersion, editableVersion, type TrackPlace } from '#lib/server/captions/workshop/place.ts';
import type { VersionRow } from '#lib/server/captions/versions.ts';
import type { Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';

export interface MergeView {
  base: VersionRow | null;
  /** The newest version, by somebody else. */
  theirs: VersionRow;
  /** The draft's revision: an answer to another one is refused. */
  revision: number;
  merged: Merged[];
}

/** This organizer's draft and what others did since it began; null: nothing has to be merged. */
export async function mergeOf(ctx: Ctx, place: TrackPlace): Promise<MergeView | null> {
  const draft = await draftOf(ctx, place);
  const theirs = currentVersion(place);
  if (!draft || !theirs) return null;
  const base = baseOf(place, draft);
  if (base?.id === theirs.id) return null;
  const [before, after] = [await editableVersion(ctx, base), await editableVersion(ctx, theirs)];
  return { base, theirs, revision: draft.revision, merged: mergeCues(before.cues, draft.cues, after.cues) };
}

export interface MergeAnswer {
  theirs: number;
  revision: number;
  choices: ReadonlyMap<number, Chosen>;
}

/** Puts the merged track into the draft, which then begins from the newest version. */
export async function answerMerge(ctx: Ctx, place: TrackPlace, answer: MergeAnswer): Promise<void> {
  const view = await mergeOf(ctx, place);
  if (!view) return;
  if (view.theirs.id !== answer.theirs || view.revision !== answer.revision)
    throw new DomainError('conflict', 'captions.changed');
  const open = conflictsOf(view.merged).findIndex((_, number) => !answer.choices.has(number));
  if (open >= 0) throw new DomainError('invalid', 'captions.choose', { number: open + 1 });
  await replaceDraft(ctx, place, resolveMerge(view.merged, answer.choices), view.theirs.id);
}
