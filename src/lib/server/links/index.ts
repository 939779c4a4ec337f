export { linksJob, scheduleLinks } from '#lib/server/links/job.ts';
export { checkLinks, listDeadLinks, nameCopy, outsideLinks, type LinkReport } from '#lib/server/links/service.ts';
