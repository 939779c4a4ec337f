import { mailKind } from '#lib/server/auth/index.ts';
import { fixityJob } from '#lib/server/fixity/index.ts';
import { checked, type AnyJobKind } from '#lib/server/jobs/job.ts';
import { linksJob } from '#lib/server/links/index.ts';
import { produceKind, redactKind } from '#lib/server/productions/index.ts';
import { recordJobs } from '#lib/server/records/index.ts';
import { leaveIndex, mergeJob } from '#lib/server/search/index.ts';
import { receiveKind } from '#lib/server/uploads/index.ts';

/** Every kind of slow work that a server does: `checked(kind)` of each domain's jobs.ts. */
export const jobKinds: readonly AnyJobKind[] = [
  checked(fixityJob),
  checked(receiveKind),
  checked(mailKind),
  checked(linksJob),
  ...recordJobs
];

/** Those that must not wait behind hours of others' work: they have a runner of their own. */
export const promptKinds: readonly AnyJobKind[] = [checked(mergeJob), checked(redactKind([leaveIndex]))];

/** Work of hours, which may be done by a process of its own (`acervo worker`). */
export const mediaKinds: readonly AnyJobKind[] = [checked(produceKind([leaveIndex]))];
