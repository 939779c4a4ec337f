export { check, peaksKeyOf, toCheck, type Checked } from '#lib/server/captions/workshop/check.ts';
export {
  captionDesk,
  type CaptionDesk,
  type DeskRecording,
  type DeskTrack
} from '#lib/server/captions/workshop/desk.ts';
export {
  baseOf,
  changeDraft,
  discardDraft,
  draftOf,
  DraftChange,
  replaceDraft
} from '#lib/server/captions/workshop/drafts.ts';
export { exportVersion } from '#lib/server/captions/workshop/export.ts';
export { answerMerge, mergeOf, type MergeView } from '#lib/server/captions/workshop/merge.ts';
export { SpeakerNames, type NamedSpeaker } from '#lib/server/captions/workshop/names.ts';
export { addNote, notesOf, removeNote, type PassageNoteRow } from '#lib/server/captions/workshop/notes.ts';
export {
  currentVersion,
  editableVersion,
  mayDo,
  otherTrack,
  publicVersionOf,
  recordingPlace,
  trackIn,
  trackPlace,
  type RecordingPlace,
  type TrackPlace
} from '#lib/server/captions/workshop/place.ts';
export { saveDraft, type Then } from '#lib/server/captions/workshop/save.ts';
export { addSpeaker, readText, saveText, textOf, workingTrack } from '#lib/server/captions/workshop/text.ts';
export { createTrack, type NewTrack } from '#lib/server/captions/workshop/tracks.ts';
export {
  mostBytes,
  readUpload,
  reportUpload,
  storeUpload,
  type ReadUpload,
  type UploadChoice,
  type UploadedFile
} from '#lib/server/captions/workshop/upload.ts';
export {
  nameVersion,
  publishVersion,
  submitVersion,
  versionIn,
  writeVersion,
  type VersionFacts
} from '#lib/server/captions/workshop/versions.ts';
