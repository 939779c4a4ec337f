export { logActors, logPage, readLog, wholeLog } from '#lib/server/desk/log.ts';
export type { LogFilter, LogLine } from '#lib/server/desk/log.ts';
export { overview } from '#lib/server/desk/service.ts';
export type { DeskJob, Overview } from '#lib/server/desk/service.ts';
export { saveSettings } from '#lib/server/desk/settings.ts';
export type { Area, MissingText, Work } from '#lib/server/desk/work.ts';
