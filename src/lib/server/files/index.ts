export {
  appendLine,
  copyWhole,
  linkTo,
  makeFolders,
  moveTo,
  removeAll,
  syncPath,
  watchDisk,
  writeText,
  type DiskStep
} from '#lib/server/files/disk.ts';
export { imageSize } from '#lib/server/files/image-size.ts';
export { kindOfFile, kindOfHead, type Kind } from '#lib/server/files/kinds.ts';
export { mp4DurationMs } from '#lib/server/files/mp4-duration.ts';
export {
  keyFor,
  keyForm,
  lookAt,
  putBytes,
  putFile,
  recordFiles,
  type LookedAt,
  type NewFile
} from '#lib/server/files/store.ts';
