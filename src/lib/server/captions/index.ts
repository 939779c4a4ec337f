export { omissionsOf, versionsInside } from '#lib/server/captions/omissions.ts';
export { publishVersions, renewReading, withdrawVersions, type PublishHook } from '#lib/server/captions/publish.ts';
export {
  createVersion,
  cueKey,
  cueRange,
  loadVersion,
  maxCues,
  momentKey,
  momentRange,
  versionsOf,
  type NewVersion,
  type VersionFrame,
  type VersionRow
} from '#lib/server/captions/versions.ts';
