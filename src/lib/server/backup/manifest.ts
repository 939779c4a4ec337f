import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { OperatorProblem } from '#lib/server/errors.ts';
import { lookAt, writeText } from '#lib/server/files/index.ts';

const Entry = v.object({ path: v.string(), bytes: v.number(), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

/** What a backup says of itself: every file in it but this one. */
const Manifest = v.object({
  format: v.literal('acervo-backup/1'),
  /** ISO, UTC */
  madeAt: v.string(),
  program: v.string(),
  database: v.literal('acervo.db'),
  /** How many migrations its database had. */
  migrations: v.number(),
  /** Keys of files that could not be taken as they should be: gone or changed in the archive itself. */
  damaged: v.array(v.string()),
  files: v.array(Entry)
});
export type Manifest = v.InferOutput<typeof Manifest>;
export type ManifestEntry = v.InferOutput<typeof Entry>;

const manifestName = 'manifest.json';

/** Paths of a manifest lead nowhere but into its folder. */
const isInside = ({ path }: ManifestEntry) =>
  path !== '' && !path.startsWith('/') && !path.split('/').some((part) => part === '' || part === '.' || part === '..');

export async function readManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null);
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new OperatorProblem(`${join(folder, manifestName)} is damaged: it is no JSON. Use another backup.`);
  }
  const read = v.safeParse(Manifest, value);
  if (read.success && read.output.files.every(isInside)) return read.output;
  throw new OperatorProblem(`${join(folder, manifestName)} is not of a backup that this program knows.`);
}

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeText(join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);

/** The finished backups in a folder, the oldest first. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(-\d+)?$/.test(name))
    .filter((name) => existsSync(join(folder, name, manifestName)))
    .sort()
    .map((name) => join(folder, name));
}

/** The backup that a person means: the folder itself, or the latest in it. */
export async function findBackup(folder: string): Promise<string> {
  if (existsSync(join(folder, manifestName))) return folder;
  const last = (await listBackups(folder)).at(-1);
  if (!last) throw new OperatorProblem(`There is no finished backup in ${folder}.`);
  return last;
}

export interface BackupFault {
  path: string;
  fault: 'missing' | 'changed';
}

/** Reads every file of a backup and compares it with the manifest. */
export async function checkBackup(
  folder: string,
  { files }: Manifest,
  onFile: (done: number, total: number) => void = () => undefined
): Promise<BackupFault[]> {
  const faults: BackupFault[] = [];
  for (const [index, { path, bytes, sha256 }] of files.entries()) {
    const place = join(folder, path);
    const there = await stat(place).catch(() => null);
    if (!there?.isFile()) faults.push({ path, fault: 'missing' });
    else if (there.size !== bytes || (await lookAt(place)).sha256 !== sha256) faults.push({ path, fault: 'changed' });
    onFile(index + 1, files.length);
  }
  return faults;
}
