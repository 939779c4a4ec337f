import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import {
  check,
  readText,
  saveDraft,
  saveText,
  textOf,
  toCheck,
  trackPlace,
  workingTrack
} from '#lib/server/captions/workshop/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { found, statusOf } from '#lib/server/http/answers.ts';
import { factsOf, SaveForm, trackHead } from '#lib/server/http/caption-pages.ts';
import { groupFindings, reportProblems } from '#lib/server/http/caption-report.ts';
import { act, stateOf } from '#lib/server/http/forms.ts';
import { leaveIndex } from '#lib/server/search/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, locale }, params }) => {
  const place = await found(trackPlace(ctx, params.recording, params.track));
  const { track, baseVersionId } = await workingTrack(ctx, place);
  return { ...trackHead(ctx, locale, place), text: textOf(ctx, place, track), baseVersionId };
};

const Text = v.object({
  ...SaveForm.entries,
  text: v.pipe(v.string(), v.maxLength(5 * 1024 * 1024)),
  base: v.optional(v.string(), '')
});
const numberOf = (written: string) => (written === '' ? null : Number(written));

export const actions = {
  check: async ({ request, locals: { ctx, locale }, params }) => {
    const form = await request.formData();
    const value = form.get('text');
    const text = (typeof value === 'string' ? value : '').replaceAll('\r\n', '\n');
    try {
      const place = await trackPlace(ctx, params.recording, params.track);
      const { track, problems, names } = readText(ctx, place, text);
      const added = names.added.map(({ name }) => name);
      const { findings } = check(await toCheck(ctx, place, place.track, track.cues, 'vtt', added));
      return {
        text,
        report: {
          problems: reportProblems(problems, locale),
          problemCount: problems.length,
          findings: groupFindings(findings, locale),
          findingCount: findings.length
        }
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return fail(statusOf[error.kind], stateOf(error, locale, form));
    }
  },
  draft: async (event) =>
    act(event, Text, async ({ text, base }) => {
      const { ctx } = event.locals;
      await saveText(ctx, await trackPlace(ctx, event.params.recording, event.params.track), text, numberOf(base));
      return { kept: true, text };
    }),
  save: async (event) =>
    act(event, Text, async (value) => {
      const { ctx, locale } = event.locals;
      const { recording, track } = event.params;
      await saveText(ctx, await trackPlace(ctx, recording, track), value.text, numberOf(value.base));
      await saveDraft(ctx, await trackPlace(ctx, recording, track), factsOf(value), value.do, [leaveIndex]);
      redirect(303, pathIn(locale, 'manage', 'captions', recording, track, 'versions'));
    })
} satisfies Actions;
