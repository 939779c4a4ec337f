export { makeBackup, type BackupOptions, type BackupReport } from '#lib/server/backup/make.ts';
export { restoreBackup, type RestoreOptions, type RestoreReport } from '#lib/server/backup/restore.ts';
export { checkBackup, findBackup, listBackups, readManifest, type BackupFault } from '#lib/server/backup/manifest.ts';
export { sealBackup } from '#lib/server/backup/seal.ts';
