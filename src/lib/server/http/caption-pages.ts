import * as v from 'valibot';
import { textIn } from '#lib/domain/i18n/localized.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { languageName, textTrackLabel } from '#lib/domain/recordings/names.ts';
import { captionSteps } from '#lib/domain/recordings/types.ts';
import {
  currentVersion,
  mayDo,
  publicVersionOf,
  type TrackPlace,
  type VersionFacts
} from '#lib/server/captions/workshop/index.ts';
import type { Ctx } from '#lib/server/context.ts';

/** What every page of a track says of it. */
export const trackHead = (ctx: Ctx, locale: Locale, place: TrackPlace) => ({
  recordingId: place.recording.id,
  trackId: place.track.id,
  title: textIn(place.recording.title, locale),
  label: textTrackLabel(place.track, locale),
  language: place.track.language,
  languageName: place.track.language === null ? '–' : languageName(place.track.language, locale),
  role: place.track.role,
  newest: currentVersion(place)?.number ?? null,
  published: publicVersionOf(place)?.number ?? null,
  mayPublish: mayDo(ctx, 'publish', place)
});

/** The fields of SaveFields.svelte, with the button that was pressed. */
export const SaveForm = v.object({
  versionName: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
  step: v.optional(v.picklist([...captionSteps, '']), ''),
  named: v.optional(v.string(), ''),
  do: v.optional(v.picklist(['keep', 'submit', 'publish']), 'keep')
});

export const factsOf = ({ versionName, step, named }: v.InferOutput<typeof SaveForm>): VersionFacts => ({
  name: versionName,
  step: step === '' ? null : step,
  named: named !== ''
});
