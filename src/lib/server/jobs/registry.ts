import { fixityJob } from '#lib/server/fixity/index.ts';
import { checked, type AnyJobKind } from '#lib/server/jobs/job.ts';
import { recordJobs } from '#lib/server/records/index.ts';
import { receiveKind } from '#lib/server/uploads/index.ts';

/** Every kind of slow work that a server does: `checked(kind)` of each domain's jobs.ts. */
export const jobKinds: readonly AnyJobKind[] = [checked(fixityJob), checked(receiveKind), ...recordJobs];
