import { expect, test } from 'vitest';
import { warningsOf, type Condition, type WarningCode } from '#lib/domain/operating/warnings.ts';

const day = 86_400_000;
const now = 1000 * day;
const well: Condition = {
  now,
  disk: { free: 50e9, total: 100e9 },
  since: now - 100 * day,
  backup: { at: now - day, ok: true },
  backupWarnDays: 7,
  fixity: { at: now - day, ok: true },
  queue: { waiting: 2, running: 1, failed: 0, oldestMs: 1000 }
};
const queue = well.queue;

test.each<[string, Partial<Condition>, WarningCode[]]>([
  ['all is well', {}, []],
  ['an archive of today without a backup', { since: now, backup: null, fixity: null }, []],
  ['an empty archive', { since: null, backup: null, fixity: null }, []],
  ['no backup after eight days', { since: now - 8 * day, backup: null }, ['backup-missing']],
  ['a backup of eight days ago', { backup: { at: now - 8 * day, ok: true } }, ['backup-late']],
  ['where ten days are allowed', { backup: { at: now - 8 * day, ok: true }, backupWarnDays: 10 }, []],
  ['a backup without damaged files', { backup: { at: now, ok: false } }, ['backup-incomplete']],
  ['a file is not what it was', { fixity: { at: now, ok: false } }, ['files-wrong']],
  ['nothing was read for four days', { fixity: { at: now - 4 * day, ok: true } }, ['files-unread']],
  ['a tenth of the disk is left', { disk: { free: 9e9, total: 100e9 } }, ['disk-low']],
  ['a large disk with a twentieth left', { disk: { free: 50e9, total: 1000e9 } }, []],
  ['no room at all', { disk: { free: 100e6, total: 100e9 } }, ['disk-full']],
  ['a job that nobody takes', { queue: { ...queue, oldestMs: 16 * 60_000 } }, ['queue-stuck']],
  ['jobs that need a person', { queue: { ...queue, failed: 1 } }, ['jobs-failed']],
  [
    'the worst first',
    { queue: { ...queue, failed: 1 }, fixity: { at: now, ok: false }, disk: { free: 0, total: 1e9 } },
    ['disk-full', 'files-wrong', 'jobs-failed']
  ]
])('%s', (_, change, codes) => {
  expect(warningsOf({ ...well, ...change })).toEqual(codes);
});
