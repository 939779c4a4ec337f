import { inArray, sum } from 'drizzle-orm';
import { warningsOf, type Condition, type WarningCode } from '#lib/domain/operating/warnings.ts';
import { assertCan } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { dialect } from '#lib/server/db/dialect.ts';
import { knownMigrations } from '#lib/server/db/migrations.ts';
import { fileChecks, files, recordings, renditions } from '#lib/server/db/schema/index.ts';
import { findFfmpeg } from '#lib/server/ffmpeg/index.ts';
import { conditionOf } from '#lib/server/operating/condition.ts';
import { lastOperation, type Operation } from '#lib/server/operating/reports.ts';
import { programVersion } from '#lib/server/program.ts';

/** A stored file that is not what it was. */
export interface WrongFile {
  key: string;
  state: 'changed' | 'missing';
  checkedAt: number;
  /** Whose rendition it is; null: a picture, or captions as they came. */
  recordingId: string | null;
}

export interface SystemView {
  condition: Condition;
  warnings: WarningCode[];
  backup: Operation | null;
  fixity: Operation | null;
  wrongFiles: WrongFile[];
  /** What an hour of the recordings here takes on the disk, with all its files; null: there is none yet. */
  bytesPerHour: number | null;
  versions: { program: string; node: string; ffmpeg: string | null; database: string; migrations: number };
}

async function wrongFiles({ read }: Ctx): Promise<WrongFile[]> {
  const rows = await read
    .select()
    .from(fileChecks)
    .where(inArray(fileChecks.state, ['changed', 'missing']))
    .limit(100);
  const keys = rows.map(({ key }) => key);
  const owners = await read.select().from(renditions).where(inArray(renditions.fileKey, keys));
  return rows.flatMap(({ key, state, checkedAt }) => {
    const recordingId = owners.find(({ fileKey }) => fileKey === key)?.recordingId ?? null;
    return state === 'right' ? [] : [{ key, state, checkedAt, recordingId }];
  });
}

async function bytesPerHour({ read }: Ctx): Promise<number | null> {
  const [[stored], [heard]] = await Promise.all([
    read.select({ bytes: sum(files.bytes).mapWith(Number) }).from(files),
    read.select({ ms: sum(recordings.durationMs).mapWith(Number) }).from(recordings)
  ]);
  return stored?.bytes && heard?.ms ? (stored.bytes / heard.ms) * 3_600_000 : null;
}

/** Everything on Manage → System. */
export async function getSystem(ctx: Ctx): Promise<SystemView> {
  assertCan(ctx, 'archive:change-settings', null);
  const [condition, backup, fixity, wrong, perHour, ffmpeg] = await Promise.all([
    conditionOf(ctx),
    lastOperation(ctx, 'backup'),
    lastOperation(ctx, 'fixity'),
    wrongFiles(ctx),
    bytesPerHour(ctx),
    findFfmpeg()
  ]);
  const versions = {
    program: programVersion(),
    node: process.version,
    ffmpeg: ffmpeg?.version ?? null,
    database: dialect,
    migrations: knownMigrations()
  };
  return {
    condition,
    warnings: warningsOf(condition),
    backup,
    fixity,
    wrongFiles: wrong,
    bytesPerHour: perHour,
    versions
  };
}

/** What every organizer is told wherever they are on the desk; looked at once a minute at most. */
export async function deskWarnings(ctx: Ctx): Promise<WarningCode[]> {
  assertCan(ctx, 'archive:see-drafts', null);
  const kept = warned.get(ctx.db);
  if (kept && ctx.now() - kept.at < 60_000) return kept.codes;
  const codes = warningsOf(await conditionOf(ctx));
  warned.set(ctx.db, { at: ctx.now(), codes });
  return codes;
}
/** Owner: this module; gone with the database that it is of. */
const warned = new WeakMap<Ctx['db'], { at: number; codes: WarningCode[] }>();
