import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { textTrackLabel } from '#lib/domain/recordings/names.ts';
import { textTrackKinds, trackRoles } from '#lib/domain/recordings/types.ts';
import { createTrack, draftOf, recordingPlace, trackIn } from '#lib/server/captions/workshop/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { act } from '#lib/server/http/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, locale }, params, url }) => {
  const place = await found(recordingPlace(ctx, params.recording));
  const tracks = await Promise.all(
    place.parts.texts.map(async (row) => {
      const { track, versions } = await trackIn(ctx, place, row.id);
      const draft = await draftOf(ctx, { ...place, track, versions });
      return {
        ...{ id: row.id, held: row.held, language: row.language, standIn: row.standIn },
        label: row.held ? textTrackLabel(row, locale) : textIn(row.label, locale) || textTrackLabel(row, locale),
        published: versions.find(({ state }) => state === 'public')?.number ?? null,
        newest: versions[0]?.number ?? null,
        cues: versions[0]?.cueCount ?? 0,
        hasDraft: draft !== null
      };
    })
  );
  const at = Number(url.searchParams.get('t'));
  return {
    recordingId: place.recording.id,
    title: textIn(place.recording.title, locale),
    tracks,
    // from a reader's report: the place that it speaks of goes along
    at: Number.isSafeInteger(at) && at > 0 ? at : null
  };
};

const Track = v.object({
  language: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(35)),
  role: v.picklist(trackRoles),
  kind: v.picklist(textTrackKinds),
  from: v.pipe(v.string(), v.maxLength(200))
});

export const actions = {
  create: async (event) =>
    act(event, Track, async ({ from, ...wanted }) => {
      const { ctx, locale } = event.locals;
      const place = await recordingPlace(ctx, event.params.recording);
      const id = await createTrack(ctx, place, { ...wanted, from: from || null });
      redirect(303, pathIn(locale, 'manage', 'captions', place.recording.id, id));
    })
} satisfies Actions;
