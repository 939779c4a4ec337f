export { copyOf, createRecord, type Created } from '#lib/server/records/create.ts';
export { discardDraft, draftOf, isFormKey, keepDraft, newFormKey, type Draft } from '#lib/server/records/drafts.ts';
export { recordJobs } from '#lib/server/records/jobs.ts';
export { assertMay, mayDo, publicationOf, publishedTables, type Publication } from '#lib/server/records/objects.ts';
export {
  makePublic,
  openPreview,
  openPreviews,
  previewOf,
  revokePreviews,
  type Preview,
  type PreviewRow
} from '#lib/server/records/previews.ts';
export { changePublication, publishWaiting, stepsFor, type Change } from '#lib/server/records/publication.ts';
export { readRecord } from '#lib/server/records/read/index.ts';
export { rehearse } from '#lib/server/records/rehearse.ts';
export {
  authorNames,
  baseOf,
  headOf,
  revisionAt,
  revisionsOf,
  type Head,
  type Revision
} from '#lib/server/records/revisions.ts';
export { saveRecord, type Save, type Saved } from '#lib/server/records/save.ts';
export { changeStatus, isStatus, writeStatus, type StatusForm } from '#lib/server/records/status.ts';
export { writeRecord } from '#lib/server/records/write/index.ts';
