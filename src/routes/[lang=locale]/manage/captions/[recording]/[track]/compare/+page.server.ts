import { compareCues, type CueDifference } from '#lib/domain/captions/merge/compare.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';
import { editableVersion, trackPlace, versionIn } from '#lib/server/captions/workshop/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { trackHead } from '#lib/server/http/caption-pages.ts';
import type { PageServerLoad } from './$types';

const most = 500;
const times = (cue: SpokenCue | undefined) => (cue ? [cue.startMs, cue.endMs] : null);

export const load: PageServerLoad = async ({ locals: { ctx, locale }, params, url }) => {
  const place = await found(trackPlace(ctx, params.recording, params.track));
  const number = (name: string) => Number(url.searchParams.get(name) ?? NaN);
  const versionAt = async (wanted: number) => {
    const version = await found(Promise.resolve(place.versions.find((each) => each.number === wanted) ?? null));
    return { number: versionIn(place, version.number).number, ...(await editableVersion(ctx, version)) };
  };
  const [from, to] = [await versionAt(number('from')), await versionAt(number('to'))];
  const { differences, same } = compareCues(from.cues, to.cues);
  const view = (difference: CueDifference) => ({
    ...difference,
    from: difference.before === null ? null : times(from.cues[difference.before]),
    to: difference.after === null ? null : times(to.cues[difference.after]),
    text: (difference.after === null ? '' : to.cues[difference.after]?.text) ?? ''
  });
  return {
    ...trackHead(ctx, locale, place),
    from: from.number,
    to: to.number,
    same,
    count: differences.length,
    differences: differences.slice(0, most).map(view)
  };
};
