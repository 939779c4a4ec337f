import { languageName, textTrackLabel } from '#lib/domain/recordings/names.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { assertCan } from '#lib/server/access/index.ts';
import { captionDesk, type DeskRecording, type DeskTrack } from '#lib/server/captions/workshop/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, locale } }) => {
  assertCan(ctx, 'archive:see-drafts', null);
  const desk = await captionDesk(ctx);
  const track = ({ recordingId, title, track: row, at, number, mine }: DeskTrack) => ({
    ...{ recordingId, trackId: row.id, at, number, mine },
    title: textIn(title, locale),
    label: textTrackLabel(row, locale)
  });
  const recording = ({ recordingId, title, durationMs, missing, unchecked, tracks }: DeskRecording) => ({
    ...{ recordingId, durationMs, tracks },
    title: textIn(title, locale),
    missing: missing.map((language) => languageName(language, locale)),
    unchecked: unchecked.map((row) => textTrackLabel(row, locale))
  });
  return {
    drafts: desk.drafts.map(track),
    waiting: desk.waiting.map(track),
    needs: desk.needs.map(recording),
    all: desk.all.map(recording)
  };
};
