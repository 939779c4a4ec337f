import type { SpokenCue } from '#lib/domain/captions/types.ts';
import type { TextTrackKind, TrackRole } from '#lib/domain/recordings/types.ts';
import { noteAudit } from '#lib/server/access/index.ts';
import { writeDraft } from '#lib/server/captions/workshop/drafts.ts';
import {
  assertMayDo,
  editableVersion,
  publicVersionOf,
  trackIn,
  trackPlace,
  type RecordingPlace
} from '#lib/server/captions/workshop/place.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { textTracks } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';

export interface NewTrack {
  /** BCP 47 */
  language: string;
  role: TrackRole;
  kind: TextTrackKind;
  /** The track whose cues are copied empty, with their times and speakers; null: none. */
  from: string | null;
}

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

function freeId({ parts }: RecordingPlace, { kind, language }: NewTrack): string {
  const base = `${kind}-${language.toLowerCase()}`;
  const taken = new Set(parts.texts.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${String(number)}`;
  return id;
}

/** A track without a version: readers do not see it before one is published. Gives its id. */
export async function createTrack(ctx: Ctx, place: RecordingPlace, wanted: NewTrack): Promise<string> {
  assertMayDo(ctx, 'edit', place);
  if (!isLanguage(wanted.language)) throw new DomainError('invalid', 'captions.language', { field: 'language' });
  const source = wanted.from === null ? null : await trackIn(ctx, place, wanted.from);
  const id = freeId(place, wanted);
  const { recording, parts } = place;
  await inTransaction(ctx, async (tx) => {
    await tx.write.insert(textTracks).values({
      ...{ recordingId: recording.id, id, position: parts.texts.length, kind: wanted.kind, role: wanted.role },
      ...{ language: wanted.language, held: true, timedTo: source?.track.timedTo ?? null },
      method: source ? 'translated' : 'unknown',
      derivedFrom: source ? [source.track.id] : []
    });
    await noteAudit(tx, 'track-version:create', { kind: 'recording', id: recording.id }, { track: id });
  });
  if (source) await copyEmpty(ctx, recording.id, id, source);
  return id;
}

/** Times and speakers of the other language, no words: to be translated with the source beside. */
async function copyEmpty(
  ctx: Ctx,
  recordingId: string,
  trackId: string,
  source: Awaited<ReturnType<typeof trackIn>>
): Promise<void> {
  const version = publicVersionOf(source) ?? source.versions[0] ?? null;
  const { cues } = await editableVersion(ctx, version);
  const empty = cues.map((cue): SpokenCue => ({ ...cue, id: '', text: '', settings: '' }));
  const place = await trackPlace(ctx, recordingId, trackId);
  await inTransaction(ctx, (tx) => writeDraft(tx, place, { cues: empty, baseVersionId: null, revision: 1 }));
}
