import { overview } from '#lib/server/desk/index.ts';
import { answer } from '#lib/server/http/answers.ts';
import type { PageServerLoad } from './$types';

/** Longer lists are cut here and counted: the page is for what to do next. */
const most = 8;
const some = <T>(list: readonly T[]) => ({ total: list.length, first: list.slice(0, most) });

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { drafts, submitted, scheduled, missing, captions, jobs, changes, reports } = await answer(overview(ctx));
  return {
    drafts: some(drafts),
    submitted: some(submitted),
    scheduled: some(scheduled),
    missing: some(missing),
    captions: some(captions),
    jobs: some(jobs),
    changes,
    counts: {
      reports: reports.length,
      submitted: submitted.length,
      jobs: jobs.filter(({ state }) => state !== 'failed').length,
      failed: jobs.filter(({ state }) => state === 'failed').length,
      missing: missing.length
    }
  };
};
