export { checkFiles, isClean, type FixityOptions, type FixityReport } from '#lib/server/fixity/check.ts';
export { filesBelow } from '#lib/server/fixity/files.ts';
export { fixityJob, scheduleFixity } from '#lib/server/fixity/job.ts';
