export { readRecord } from '#lib/server/records/read/index.ts';
export { writeRecord } from '#lib/server/records/write/index.ts';
