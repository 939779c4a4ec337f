import { assertCan } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { captionProblems, type CaptionProblems } from '#lib/server/desk/caption-problems.ts';
import { recentChanges, type LogLine } from '#lib/server/desk/log.ts';
import { openWork, type OpenWork } from '#lib/server/desk/work.ts';
import { listJobs, type Job } from '#lib/server/jobs/queue.ts';
import { inbox, type ReportRow } from '#lib/server/reports/index.ts';

export type DeskJob = Pick<
  Job,
  'id' | 'kind' | 'state' | 'progressDone' | 'progressTotal' | 'progressText' | 'error' | 'updatedAt'
>;

/** What an organizer sees first: what waits for somebody, what runs, and what others did. */
export interface Overview extends OpenWork {
  captions: CaptionProblems[];
  jobs: DeskJob[];
  changes: LogLine[];
  reports: ReportRow[];
}

const shownJobs = new Set(['queued', 'running', 'waiting', 'failed']);
const shown = ({ id, kind, state, progressDone, progressTotal, progressText, error, updatedAt }: Job): DeskJob => ({
  ...{ id, kind, state, progressDone, progressTotal, progressText, updatedAt },
  // the first line says what is wrong, the rest is for whoever runs the server
  error: error?.split('\n')[0] ?? null
});

export async function overview(ctx: Ctx): Promise<Overview> {
  assertCan(ctx, 'archive:see-drafts', null);
  const [work, captions, jobs, changes, { open }] = await Promise.all([
    openWork(ctx),
    captionProblems(ctx),
    listJobs(ctx),
    recentChanges(ctx),
    inbox(ctx)
  ]);
  return {
    ...work,
    captions,
    changes,
    reports: open,
    jobs: jobs.filter(({ state }) => shownJobs.has(state)).map(shown)
  };
}
