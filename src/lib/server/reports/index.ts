export { closeReport, countInbox, inbox, sendReport } from '#lib/server/reports/service.ts';
export type { NewReport } from '#lib/server/reports/service.ts';
export type { ClosedReport, ReportRow } from '#lib/server/reports/store.ts';
