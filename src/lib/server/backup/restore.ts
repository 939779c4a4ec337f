import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '#lib/server/config.ts';
import { dialect } from '#lib/server/db/dialect.ts';
import { damageOf } from '#lib/server/db/snapshot.ts';
import { knownMigrations } from '#lib/server/db/migrations.ts';
import { OperatorProblem } from '#lib/server/errors.ts';
import { copyWhole, lookAt, makeFolders, moveTo, removeAll, syncPath, writeText } from '#lib/server/files/index.ts';
import { assertNoServer } from '#lib/server/lock.ts';
import { restoreMark } from '#lib/server/operating/unfinished.ts';
import { checkBackup, findBackup, readManifest, type Manifest } from '#lib/server/backup/manifest.ts';
import { keyName } from '#lib/server/backup/make.ts';
import { ledgerName, mergeLedger } from '#lib/server/protections/index.ts';

export interface RestoreOptions {
  /** A backup, or a folder of backups: then the latest. */
  from: string;
  /** What is in the data folder is put aside first, into a folder in it. */
  replace?: boolean;
  onProgress?: (phase: 'check' | 'copy', done: number, total: number) => void;
}

export interface RestoreReport {
  folder: string;
  madeAt: string;
  files: number;
  bytes: number;
  /** Where what was there is now; null when nothing was. */
  aside: string | null;
}

const own = ['acervo.db', 'acervo.db-wal', 'acervo.db-shm', 'files', keyName];

/** Moves what is there out of the way, a step at a time: one that was broken off goes on. */
async function putAside(dataDir: string, aside: string): Promise<void> {
  await makeFolders(aside);
  for (const name of own) {
    const from = join(dataDir, name);
    if (existsSync(from) && !existsSync(join(aside, name))) await moveTo(from, join(aside, name));
  }
}

function assertFits(folder: string, { migrations, program }: Manifest): void {
  const known = knownMigrations();
  if (migrations <= known) return;
  throw new OperatorProblem(
    `${folder} was made by a newer program (${program}): its database has ${migrations} migrations, this program knows ${known}. Install that version first.`
  );
}

async function checked(options: RestoreOptions): Promise<{ folder: string; manifest: Manifest }> {
  const folder = await findBackup(resolve(options.from));
  const manifest = await readManifest(folder);
  if (!manifest) throw new OperatorProblem(`There is no finished backup in ${folder}.`);
  assertFits(folder, manifest);
  const faults = await checkBackup(folder, manifest, (done, total) => options.onProgress?.('check', done, total));
  const damage = faults.length === 0 ? damageOf(join(folder, manifest.database)) : null;
  if (faults.length === 0 && damage === null) return { folder, manifest };
  const what = faults.slice(0, 5).map(({ path, fault }) => `${path} (${fault})`);
  const said =
    damage === null
      ? `${faults.length} files are not as they were: ${what.join(', ')}`
      : `its database is damaged: ${damage}`;
  throw new OperatorProblem(`${folder} cannot be restored: ${said}. Nothing was changed. Use another backup.`);
}

interface Mark {
  aside: string | null;
}

/** What an earlier call for the same backup has begun, or a new beginning. */
async function begin({ dataDir }: Config, folder: string, replace: boolean, now: number): Promise<Mark> {
  const mark = restoreMark(dataDir);
  const [from, aside] = existsSync(mark) ? (await readFile(mark, 'utf8')).split('\n') : [];
  // another backup than the time before: what was copied is compared file by file, so nothing is mixed up
  if (from !== undefined) {
    await writeText(mark, `${folder}\n${aside ?? ''}\n`);
    return { aside: aside || null };
  }
  const isThere = existsSync(join(dataDir, 'acervo.db'));
  if (isThere && !replace) {
    throw new OperatorProblem(
      `There is an archive in ${dataDir} already. To put it aside and restore: acervo restore ${folder} --replace`
    );
  }
  const to = isThere ? join(dataDir, `replaced-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}`) : '';
  await writeText(mark, `${folder}\n${to}\n`);
  return { aside: to || null };
}

async function copyFiles(
  config: Config,
  folder: string,
  { files }: Manifest,
  onProgress: RestoreOptions['onProgress']
) {
  const wanted = files.filter(({ path }) => path.startsWith('files/'));
  const folders = new Set<string>();
  for (const [index, { path, bytes, sha256 }] of wanted.entries()) {
    const target = join(config.dataDir, path);
    if (!folders.has(dirname(target))) await makeFolders(dirname(target));
    folders.add(dirname(target));
    const there = existsSync(target) ? await lookAt(target) : null;
    if (there?.sha256 !== sha256 || there.bytes !== bytes) {
      const copied = await copyWhole(join(folder, path), target);
      if (copied.sha256 !== sha256)
        throw new OperatorProblem(`${path} changed while it was being copied. Start again.`);
    }
    onProgress?.('copy', index + 1, wanted.length);
  }
  for (const each of folders) await syncPath(each);
}

/**
 * Brings a backup back into the data folder of `config`. The backup is read whole first; then files, then the database,
 * under a mark that keeps everybody else out until `finish` (migrations, protections) has run as well. Killed, the same
 * call goes on.
 */
export async function restoreBackup(
  config: Config,
  options: RestoreOptions,
  finish: () => Promise<void>,
  now = Date.now()
): Promise<RestoreReport> {
  if (dialect !== 'sqlite') {
    throw new OperatorProblem('This archive is in PostgreSQL: see docs/operating.md for how to restore it.');
  }
  await makeFolders(config.dataDir);
  assertNoServer(config.dataDir);
  const { folder, manifest } = await checked(options);
  const { aside } = await begin(config, folder, options.replace ?? false, now);
  if (aside) await putAside(config.dataDir, aside);
  await copyFiles(config, folder, manifest, options.onProgress);
  for (const name of ['acervo.db-wal', 'acervo.db-shm']) await removeAll(join(config.dataDir, name));
  await copyWhole(join(folder, manifest.database), join(config.dataDir, 'acervo.db'));
  await mergeLedger(config, join(folder, ledgerName));
  if (existsSync(join(folder, keyName))) await copyWhole(join(folder, keyName), join(config.dataDir, keyName), 0o600);
  await finish();
  await removeAll(restoreMark(config.dataDir));
  await syncPath(config.dataDir);
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  return { folder, madeAt: manifest.madeAt, files: manifest.files.length, bytes, aside };
}
