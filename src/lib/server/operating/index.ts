export { conditionOf, diskOf } from '#lib/server/operating/condition.ts';
export { metricsOf } from '#lib/server/operating/gauges.ts';
export { Traffic } from '#lib/server/operating/metrics.ts';
export { readinessOf } from '#lib/server/operating/ready.ts';
export { lastOperation, noteOperation, type Operation } from '#lib/server/operating/reports.ts';
export { deskWarnings, getSystem, type SystemView, type WrongFile } from '#lib/server/operating/system.ts';
