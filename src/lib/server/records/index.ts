export { copyOf, createRecord, type Created } from '#lib/server/records/create.ts';
export { createNamed } from '#lib/server/records/create-named.ts';
export { discardDraft, draftOf, isFormKey, keepDraft, newFormKey, type Draft } from '#lib/server/records/drafts.ts';
export { createPicture, replacePicture } from '#lib/server/records/pictures.ts';
export { recordJobs } from '#lib/server/records/jobs.ts';
export {
  assertMay,
  assertMayBegin,
  mayBegin,
  mayDo,
  publicationOf,
  publishedTables,
  type Publication
} from '#lib/server/records/objects.ts';
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
  recordOfBase,
  revisionAt,
  revisionsOf,
  type Head,
  type Revision
} from '#lib/server/records/revisions.ts';
export { restoreRevision } from '#lib/server/records/restore.ts';
export { saveRecord, type Save, type Saved } from '#lib/server/records/save.ts';
export { changeStatus, isStatus, statusProblemsOf, writeStatus, type StatusForm } from '#lib/server/records/status.ts';
export { writeRecord } from '#lib/server/records/write/index.ts';
export { getEditor } from '#lib/server/records/editor.ts';
export { listRecords, rowsPerPage, type ListedRecord } from '#lib/server/records/list.ts';
export { findPicks, otherEvents, pickNames, type Pick, type PickNames } from '#lib/server/records/picks.ts';
export {
  applyProtections,
  keepPromises,
  placesOf,
  protectionOf,
  protectPerson,
  type Protection,
  type ProtectionForm
} from '#lib/server/records/protect/index.ts';
