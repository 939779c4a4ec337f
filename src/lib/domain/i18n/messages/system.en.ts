import type { WarningCode } from '#lib/domain/operating/warnings.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

/** Manage → System, and what every organizer is told when the archive is not well kept. */
export const system = {
  title: 'System',
  lead: 'How the machine is, and when the archive was last backed up and checked.',
  attention: 'Somebody has to look at this',
  more: 'What to do',
  tellAnAdmin: 'Please tell an admin of the archive.',
  allWell: 'Nothing needs anybody now.',
  warnings: {
    'disk-full': {
      text: 'The disk is full. Nothing can be uploaded or saved.',
      todo: 'Free space on the disk of the data folder, or move the archive to a larger one. Work that waits goes on by itself.'
    },
    'disk-low': {
      text: 'The disk is nearly full.',
      todo: 'Free space before the next upload. Old backups on the same disk are a good place to look.'
    },
    'files-wrong': {
      text: 'Stored files are not what they were.',
      todo: 'They are listed below. Take them from a backup: they have the same paths there. Then run “acervo verify”.'
    },
    'files-unread': {
      text: 'Stored files have not been compared with their hashes for three days.',
      todo: 'The server does it by itself each day. See whether its jobs are running, or run “acervo verify”.'
    },
    'backup-missing': {
      text: 'There is no backup of this archive.',
      todo: 'Run “acervo backup” with a folder on another disk, and let the system do it every night.'
    },
    'backup-late': {
      text: 'The last backup is old.',
      todo: 'See why the nightly backup did not run, and run “acervo backup” by hand now.'
    },
    'backup-incomplete': {
      text: 'The last backup lacks files that are gone or changed in the archive itself.',
      todo: 'Run “acervo verify”, take these files from an earlier backup, then back up again.'
    },
    'queue-stuck': {
      text: 'Work waits, and nobody does it.',
      todo: 'Restart the server. If it happens again, its log says why.'
    },
    'jobs-failed': {
      text: 'Some work failed for good.',
      todo: 'Open the recording that it belongs to: it says what went wrong, and lets you try again.'
    }
  } satisfies Record<WarningCode, { text: string; todo: string }>,
  disk: 'Disk',
  free: (free: string, total: string) => `${free} of ${total} are free`,
  forVideo: (hours: number) =>
    `As the recordings here are, that is room for about ${plural('en', hours, { one: '# more hour', other: '# more hours' })}.`,
  queue: 'Slow work',
  waiting: (n: number) => plural('en', n, { one: '# job waits', other: '# jobs wait' }),
  running: (n: number) => plural('en', n, { one: '# is being done', other: '# are being done' }),
  failed: (n: number) => plural('en', n, { one: '# failed this month', other: '# failed this month' }),
  backup: 'Last backup',
  never: 'Never.',
  backupHow: 'On the machine: acervo backup FOLDER. The page on operating says how to let it run every night.',
  backupFiles: (n: number) => plural('en', n, { one: '# new file', other: '# new files' }),
  complete: 'complete',
  notComplete: 'not complete',
  fixity: 'Last look at stored files',
  fixityFound: (changed: number, missing: number, untracked: number) =>
    `${String(changed)} changed, ${String(missing)} missing, ${String(untracked)} that belong to nothing`,
  fixityHow: 'The server reads a part of them each day. All at once: acervo verify.',
  wrongFiles: 'Files that are not what they were',
  wrongFile: { changed: 'changed', missing: 'missing' },
  ofRecording: 'Recording',
  file: 'File',
  state: 'State',
  versions: 'Versions',
  program: 'Program',
  database: 'Database',
  migrations: (n: number) => plural('en', n, { one: '# change of shape', other: '# changes of shape' }),
  noFfmpeg: 'not installed: uploads wait until it is there',
  demo: 'This is a demonstration on one machine. Nothing here is kept for good.'
};
export type SystemMessages = typeof system;
