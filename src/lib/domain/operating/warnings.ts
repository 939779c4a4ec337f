export const warningCodes = [
  'disk-full',
  'disk-low',
  'files-wrong',
  'files-unread',
  'backup-missing',
  'backup-late',
  'backup-incomplete',
  'queue-stuck',
  'jobs-failed'
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** How something ended that keeps the archive, and when. */
export interface Ended {
  at: number;
  ok: boolean;
}

/** What is known of the machine and of what keeps the archive. Times are UTC milliseconds, sizes bytes. */
export interface Condition {
  now: number;
  disk: { free: number; total: number };
  /** When the first thing was taken in; null: the archive is empty. */
  since: number | null;
  backup: Ended | null;
  backupWarnDays: number;
  fixity: Ended | null;
  queue: { waiting: number; running: number; failed: number; oldestMs: number };
}

const dayMs = 86_400_000;
const mebibyte = 2 ** 20;
/** A job that nobody took for so long: the queue stands still. */
export const stuckMs = 15 * 60_000;
export const leastFree = 200 * mebibyte;

/** Too little to take anything in. */
export const isDiskFull = ({ free }: Condition['disk']): boolean => free < leastFree;
const isDiskLow = ({ free, total }: Condition['disk']) => free < Math.min(10 * 2 ** 30, total * 0.1);

function backupWarning({ now, since, backup, backupWarnDays }: Condition): WarningCode[] {
  const most = backupWarnDays * dayMs;
  if (!backup) return since !== null && now - since > most ? ['backup-missing'] : [];
  const late: WarningCode[] = now - backup.at > most ? ['backup-late'] : [];
  return backup.ok ? late : [...late, 'backup-incomplete'];
}

function fixityWarning({ now, since, fixity }: Condition): WarningCode[] {
  if (fixity && !fixity.ok) return ['files-wrong'];
  const last = fixity?.at ?? since;
  return last !== null && now - last > 3 * dayMs ? ['files-unread'] : [];
}

/** What somebody has to look at, the worst first. */
export function warningsOf(condition: Condition): WarningCode[] {
  const { disk, queue } = condition;
  const room: WarningCode[] = isDiskFull(disk) ? ['disk-full'] : isDiskLow(disk) ? ['disk-low'] : [];
  const work: WarningCode[] = [];
  if (queue.oldestMs > stuckMs) work.push('queue-stuck');
  if (queue.failed > 0) work.push('jobs-failed');
  const all = [...room, ...fixityWarning(condition), ...backupWarning(condition), ...work];
  return warningCodes.filter((code) => all.includes(code));
}
