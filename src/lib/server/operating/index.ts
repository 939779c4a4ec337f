export { lastOperation, noteOperation, type Operation } from '#lib/server/operating/reports.ts';
