import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { conflictsOf, type Chosen } from '#lib/domain/captions/merge/merge.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { answerMerge, mergeOf, trackPlace } from '#lib/server/captions/workshop/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { trackHead } from '#lib/server/http/caption-pages.ts';
import { act } from '#lib/server/http/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, locale }, params }) => {
  const place = await found(trackPlace(ctx, params.recording, params.track));
  const view = await mergeOf(ctx, place);
  const taken = (who: 'mine' | 'theirs') =>
    view?.merged.filter((item) => item.kind === 'settled' && item.by === who).length ?? 0;
  return {
    ...trackHead(ctx, locale, place),
    merge: view && {
      theirs: view.theirs.number,
      theirsId: view.theirs.id,
      revision: view.revision,
      conflicts: conflictsOf(view.merged),
      mineTaken: taken('mine'),
      theirsTaken: taken('theirs')
    }
  };
};

const whole = v.pipe(v.string(), v.toNumber(), v.safeInteger());
const Answer = v.object({
  theirs: whole,
  revision: whole,
  choice: v.optional(v.record(v.string(), v.picklist(['mine', 'theirs', 'both'])), {})
});

export const actions = {
  default: async (event) =>
    act(event, Answer, async ({ theirs, revision, choice }) => {
      const { ctx, locale } = event.locals;
      const { recording, track } = event.params;
      const choices = new Map(
        Object.entries(choice).map(([number, chosen]): [number, Chosen] => [Number(number), chosen])
      );
      await answerMerge(ctx, await trackPlace(ctx, recording, track), { theirs, revision, choices });
      redirect(303, pathIn(locale, 'manage', 'captions', recording, track));
    })
} satisfies Actions;
