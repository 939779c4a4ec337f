import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import type { EditorData } from '#lib/components/caption-editor/data.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { languageName, textTrackLabel } from '#lib/domain/recordings/names.ts';
import {
  changeDraft,
  DraftChange,
  editableVersion,
  otherTrack,
  peaksKeyOf,
  SpeakerNames,
  trackPlace,
  workingTrack,
  type TrackPlace
} from '#lib/server/captions/workshop/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import { found, statusOf } from '#lib/server/http/answers.ts';
import { mediaUrl } from '#lib/server/media/index.ts';
import { mediaOf, soundsOf } from '#lib/server/recordings/index.ts';
import type { RequestHandler } from './$types';

async function otherOf(ctx: Ctx, locale: Locale, place: TrackPlace): Promise<EditorData['other']> {
  const other = await otherTrack(ctx, place);
  if (!other) return null;
  const { cues } = await editableVersion(ctx, other.version);
  const { language, role } = other.track;
  return {
    ...{ language, role, label: textTrackLabel(other.track, locale) },
    name: language === null ? '–' : languageName(language, locale),
    cues: cues.map(({ startMs, endMs, text, speaker }) => ({ startMs, endMs, text, speaker }))
  };
}

/** What the editor works on: this organizer's draft, else the newest version, with all that it is held against. */
export const GET: RequestHandler = async ({ locals: { ctx, locale }, params }) => {
  const place = await found(trackPlace(ctx, params.recording, params.track));
  const { track, baseVersionId, revision } = await workingTrack(ctx, place);
  const names = new SpeakerNames(ctx, place.parts.speakers, place.track.language);
  const peaks = peaksKeyOf(place, place.track);
  const data: EditorData = {
    ...{ cues: track.cues, baseVersionId, revision, speakers: names.list },
    language: place.track.language,
    role: place.track.role,
    other: await otherOf(ctx, locale, place),
    sounds: soundsOf(locale, place.parts)
      .filter(({ held, audio, video }) => held && (audio ?? video))
      .map(({ id, label, audio, video }) => ({ id, label, audio: audio?.url ?? null, video: video?.url ?? null })),
    poster: mediaOf(locale, place.parts).poster,
    timedTo: place.track.timedTo,
    peaks: peaks === null ? null : mediaUrl(peaks),
    durationMs: place.recording.durationMs
  };
  return json(data, { headers: { 'cache-control': 'private, no-store' } });
};

/** Saves what changed in the draft; a window that is behind gets 409. */
export const PUT: RequestHandler = async ({ request, locals: { ctx }, params }) => {
  const read = v.safeParse(DraftChange, await request.json().catch(() => null));
  if (!read.success) return json({ code: 'invalid' }, { status: 422 });
  try {
    const place = await trackPlace(ctx, params.recording, params.track);
    return json({ revision: await changeDraft(ctx, place, read.output) });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return json({ code: error.code }, { status: statusOf[error.kind] });
  }
};
