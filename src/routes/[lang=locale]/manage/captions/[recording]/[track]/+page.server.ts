import { redirect } from '@sveltejs/kit';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { saveDraft, trackPlace } from '#lib/server/captions/workshop/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { factsOf, SaveForm, trackHead } from '#lib/server/http/caption-pages.ts';
import { act } from '#lib/server/http/forms.ts';
import { leaveIndex } from '#lib/server/search/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, locale }, params, url }) => {
  const place = await found(trackPlace(ctx, params.recording, params.track));
  const at = Number(url.searchParams.get('t'));
  return { ...trackHead(ctx, locale, place), at: Number.isFinite(at) && at > 0 ? at : null };
};

export const actions = {
  save: async (event) =>
    act(event, SaveForm, async (value) => {
      const { ctx, locale } = event.locals;
      const { recording, track } = event.params;
      await saveDraft(ctx, await trackPlace(ctx, recording, track), factsOf(value), value.do, [leaveIndex]);
      redirect(303, pathIn(locale, 'manage', 'captions', recording, track, 'versions'));
    })
} satisfies Actions;
