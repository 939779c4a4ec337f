import { chooseReadingTracks } from '#lib/domain/captions/reading-track.ts';
import { mainLanguage } from '#lib/domain/captions/checks/language.ts';
import type { SpokenTrack } from '#lib/domain/captions/types.ts';
import { toFormat } from '#lib/domain/captions/markup.ts';
import type { Action } from '#lib/domain/access/action.ts';
import { eq } from 'drizzle-orm';
import { assertCan, may, seriesOfRecording } from '#lib/server/access/index.ts';
import { loadVersion, versionsOf, type VersionRow } from '#lib/server/captions/versions.ts';
import type { Ctx } from '#lib/server/context.ts';
import { recordings } from '#lib/server/db/schema/index.ts';
import { missing, notAllowed } from '#lib/server/errors.ts';
import { partsOf, type RecordingParts } from '#lib/server/recordings/index.ts';

export type RecordingRow = typeof recordings.$inferSelect;
export type TrackRow = RecordingParts['texts'][number];

/** A recording as the workshop works on it. */
export interface RecordingPlace {
  recording: RecordingRow;
  /** Of the recording and of its event. */
  seriesIds: string[];
  parts: RecordingParts;
}

export interface TrackPlace extends RecordingPlace {
  track: TrackRow;
  /** Whole versions, the newest first. */
  versions: VersionRow[];
}

export type CaptionVerb = 'edit' | 'submit' | 'publish';
const action = (verb: CaptionVerb): Action => `track-version:${verb}`;
const someVersion = { state: 'draft', publishAt: null } as const;

/** @param seriesIds of the recording and of its event */
export const mayWork = (ctx: Ctx, verb: CaptionVerb, seriesIds: readonly string[]): boolean =>
  may(ctx, action(verb), { ...someVersion, seriesIds });

export const mayDo = (ctx: Ctx, verb: CaptionVerb, { seriesIds }: RecordingPlace): boolean =>
  mayWork(ctx, verb, seriesIds);

export function assertMayDo(ctx: Ctx, verb: CaptionVerb, place: RecordingPlace): void {
  if (mayDo(ctx, verb, place)) return;
  // to visitors nothing is there
  throw ctx.viewer.kind === 'anonymous' ? missing('track-version') : notAllowed(action(verb));
}

/** Throws when there is no such recording, or none that this organizer may work on. */
export async function recordingPlace(ctx: Ctx, recordingId: string): Promise<RecordingPlace> {
  const [recording] = await ctx.read.select().from(recordings).where(eq(recordings.id, recordingId));
  if (!recording || recording.state === 'deleted') throw missing('recording', { id: recordingId });
  const seriesIds = await seriesOfRecording(ctx.read, recordingId);
  assertCan(ctx, 'recording:read', { ...recording, seriesIds });
  const place = { recording, seriesIds, parts: await partsOf(ctx, recordingId) };
  assertMayDo(ctx, 'edit', place);
  return place;
}

export async function trackPlace(ctx: Ctx, recordingId: string, trackId: string): Promise<TrackPlace> {
  const place = await recordingPlace(ctx, recordingId);
  return { ...place, ...(await trackIn(ctx, place, trackId)) };
}

export async function trackIn(
  ctx: Ctx,
  { recording, parts }: Pick<RecordingPlace, 'recording' | 'parts'>,
  trackId: string
): Promise<Pick<TrackPlace, 'track' | 'versions'>> {
  const track = parts.texts.find(({ id }) => id === trackId);
  if (!track) throw missing('captions', { id: trackId });
  const versions = await versionsOf(ctx.read, recording.id, trackId);
  return { track, versions: versions.filter(({ cueCount }) => cueCount > 0) };
}

/** What readers get, else the newest. */
export const currentVersion = ({ versions }: Pick<TrackPlace, 'versions'>): VersionRow | null => versions[0] ?? null;

export const publicVersionOf = ({ versions }: Pick<TrackPlace, 'versions'>): VersionRow | null =>
  versions.find(({ state }) => state === 'public') ?? null;

/** A version in the markup in which the workshop edits: WebVTT. */
export async function editableVersion(ctx: Ctx, version: VersionRow | null): Promise<SpokenTrack> {
  const empty: SpokenTrack = { format: 'vtt', cues: [], speakers: [], layout: plainLayout };
  return version ? toFormat(await loadVersion(ctx.read, version), 'vtt') : empty;
}

export const plainLayout = { bom: false, lineEnd: '\n' as const, shortTimes: false, header: '', blocks: [] };

/** The track of another language that this one is held against: the original's first. */
export async function otherTrack(
  ctx: Ctx,
  place: RecordingPlace & { track: Pick<TrackRow, 'id' | 'language'> }
): Promise<{ track: TrackRow; version: VersionRow } | null> {
  const { recording, parts } = place;
  const mine = mainLanguage(place.track.language);
  const choices = parts.texts
    .filter(({ id, language, held }) => held && id !== place.track.id && mainLanguage(language) !== mine)
    .map((track) => ({
      ...track,
      published: true,
      reviewed: track.reviewedBy !== null,
      timedToOriginal: true,
      whole: track
    }));
  const chosen = [...chooseReadingTracks(choices).values()].sort(
    (a, b) => Number(b.role === 'original') - Number(a.role === 'original')
  );
  for (const { whole } of chosen) {
    const { versions } = await trackIn(ctx, { recording, parts }, whole.id);
    const version = publicVersionOf({ versions }) ?? versions[0];
    if (version) return { track: whole, version };
  }
  return null;
}
