import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dialect } from '#lib/server/db/dialect.ts';
import { readSnapshot, snapshotSqlite } from '#lib/server/db/snapshot.ts';
import type { Ctx } from '#lib/server/context.ts';
import { OperatorProblem } from '#lib/server/errors.ts';
import { copyWhole, linkTo, lookAt, makeFolders, moveTo, removeAll, syncPath } from '#lib/server/files/index.ts';
import {
  listBackups,
  readManifest,
  writeManifest,
  type Manifest,
  type ManifestEntry
} from '#lib/server/backup/manifest.ts';
import { ledgerName } from '#lib/server/protections/index.ts';
import { noteOperation } from '#lib/server/operating/index.ts';
import { programVersion } from '#lib/server/program.ts';

export interface BackupOptions {
  /** Where backups are kept: each is a folder in it. */
  into: string;
  /** Second names for the archive's own files and no copies: quick and small, but a fault of the disk hits both. */
  link?: boolean;
  /** So many are kept, this one included; the oldest go. Not said: all. */
  keep?: number;
  onProgress?: (done: number, total: number, what: string) => void;
}

export interface BackupReport {
  folder: string;
  /** How many files have come new, and how many the last backup had already. */
  copied: number;
  linked: number;
  bytes: number;
  damaged: string[];
  removed: string[];
}

const stampOf = (ms: number) =>
  new Date(ms)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');

/** `2026-11-29T21-30-00Z`, and with a number where a second one comes in the same second. */
function freeName(into: string, ms: number): string {
  const name = stampOf(ms);
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name}-${n}`;
    if (!existsSync(join(into, tried))) return tried;
  }
}

const isPart = (name: string) => /^\.\d{4}-.*\.part$/.test(name);

/** What a backup that was broken off has left. */
async function clearParts(into: string): Promise<void> {
  for (const name of await readdir(into)) if (isPart(name)) await removeAll(join(into, name));
}

interface Earlier {
  folder: string;
  files: Map<string, ManifestEntry>;
}

async function lastOf(into: string): Promise<Earlier | null> {
  const folder = (await listBackups(into)).at(-1);
  const manifest = folder ? await readManifest(folder).catch(() => null) : null;
  return folder && manifest ? { folder, files: new Map(manifest.files.map((file) => [file.path, file])) } : null;
}

/** Was in the last backup and still has its size there. */
async function isKept(earlier: Earlier | null, { path, sha256, bytes }: ManifestEntry): Promise<boolean> {
  if (!earlier || earlier.files.get(path)?.sha256 !== sha256) return false;
  const there = await stat(join(earlier.folder, path)).catch(() => null);
  return there?.size === bytes;
}

/** What stands beside the database: promises, and the key without which no authenticator app works any more. */
export const keyName = 'secret.key';
const besideFiles = [ledgerName, keyName];

type Taken = 'linked' | 'copied' | 'damaged';

async function take(
  source: string,
  part: string,
  entry: ManifestEntry,
  earlier: Earlier | null,
  link: boolean
): Promise<Taken> {
  const target = join(part, entry.path);
  if (earlier && (await isKept(earlier, entry)) && (await linkTo(join(earlier.folder, entry.path), target)))
    return 'linked';
  const there = await stat(source).catch(() => null);
  if (!there?.isFile()) return 'damaged';
  const mayLink = link && there.size === entry.bytes && (await lookAt(source)).sha256 === entry.sha256;
  if (mayLink && (await linkTo(source, target))) return 'copied';
  const looked = await copyWhole(source, target);
  if (looked.sha256 === entry.sha256) return 'copied';
  await removeAll(target);
  return 'damaged';
}

/** Database first, then its files: a file that comes meanwhile is in the next backup, one that is named is never missing. */
async function fill(ctx: Ctx, part: string, { into, link = false, onProgress }: BackupOptions) {
  const database = join(part, 'acervo.db');
  await snapshotSqlite(ctx.config.databaseUrl, database);
  await syncPath(database);
  const earlier = await lastOf(into);
  const { migrations, files } = readSnapshot(database);
  const entries: ManifestEntry[] = [{ ...(await lookAt(database)), path: 'acervo.db' }];
  const counts = { copied: 0, linked: 0, damaged: new Array<string>() };
  const folders = new Set<string>();
  for (const [index, { key, ...looked }] of files.entries()) {
    const entry = { path: `files/${key}`, bytes: looked.bytes, sha256: looked.sha256 };
    const folder = dirname(join(part, entry.path));
    if (!folders.has(folder)) await makeFolders(folder);
    folders.add(folder);
    const taken = await take(join(ctx.config.dataDir, entry.path), part, entry, earlier, link);
    if (taken === 'damaged') counts.damaged.push(key);
    else {
      counts[taken]++;
      entries.push(entry);
    }
    onProgress?.(index + 1, files.length, key);
  }
  for (const path of besideFiles) {
    const source = join(ctx.config.dataDir, path);
    if (existsSync(source)) entries.push({ ...(await copyWhole(source, join(part, path), 0o600)), path });
  }
  for (const folder of folders) await syncPath(folder);
  return { migrations, entries, counts };
}

async function removeOld(into: string, keep: number | undefined): Promise<string[]> {
  const all = await listBackups(into);
  const old = keep === undefined ? [] : all.slice(0, Math.max(0, all.length - keep));
  for (const folder of old) await removeAll(folder);
  return old;
}

/** A new backup in `into`, while the site works. It has its name only when all of it is on the disk. */
export async function makeBackup(ctx: Ctx, options: BackupOptions): Promise<BackupReport> {
  if (dialect !== 'sqlite') {
    throw new OperatorProblem(
      'This archive is in PostgreSQL: take its database with pg_dump, then the folder DATA_DIR/files (docs/operating.md).'
    );
  }
  const startedAt = ctx.now();
  const { into, keep } = options;
  await makeFolders(into);
  await clearParts(into);
  const name = freeName(into, startedAt);
  const part = join(into, `.${name}.part`);
  await makeFolders(part);
  const { migrations, entries, counts } = await fill(ctx, part, options);
  const { damaged, copied, linked } = counts;
  const manifest: Manifest = {
    format: 'acervo-backup/1',
    madeAt: new Date(startedAt).toISOString(),
    program: programVersion(),
    database: 'acervo.db',
    migrations,
    damaged,
    files: entries
  };
  await writeManifest(part, manifest);
  const folder = join(into, name);
  await moveTo(part, folder);
  const removed = await removeOld(into, keep);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const data = { folder, copied, linked, bytes, damaged: damaged.slice(0, 100) };
  await noteOperation(ctx, { kind: 'backup', startedAt, ok: damaged.length === 0, data });
  return { folder, copied, linked, bytes, damaged, removed };
}
