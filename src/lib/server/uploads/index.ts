export { dataOf, isUploadId, placeOfUploads, receivedBytes } from '#lib/server/uploads/place.ts';
export { receiveKind, receiveUpload } from '#lib/server/uploads/receive.ts';
export {
  actorOf,
  closeUpload,
  declareLength,
  dropUpload,
  keepPartsMs,
  openUpload,
  recordingToChange,
  uploadOf,
  uploadsOf,
  type Upload
} from '#lib/server/uploads/service.ts';
export { assertRoomFor, freeBytes } from '#lib/server/uploads/space.ts';
export { sweepUploads, type Swept } from '#lib/server/uploads/sweep.ts';
