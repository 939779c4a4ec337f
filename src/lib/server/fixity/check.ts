import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { tellAdminsOfFiles } from '#lib/server/auth/index.ts';
import { inTransaction, type Ctx, type Tx } from '#lib/server/context.ts';
import { fileChecks, files } from '#lib/server/db/schema/index.ts';
import { lookAt } from '#lib/server/files/index.ts';
import { filesBelow } from '#lib/server/fixity/files.ts';
import { noteOperation } from '#lib/server/operating/index.ts';

export interface FixityOptions {
  /** Read no more than so many bytes, those that were not looked at for longest first. Not said: everything. */
  mostBytes?: number;
  /** After each file rest so many times as long as it took: 0 full speed, 1 half. */
  rest?: number;
  /** Files that nobody knows and that are younger are no finding: an import or an upload may be about to name them. */
  untrackedAfterMs?: number;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number, key: string) => void;
}

export interface FixityReport {
  checked: number;
  bytes: number;
  /** Keys of files whose content is not what it was, that are gone, and that nobody knows. */
  changed: string[];
  missing: string[];
  untracked: string[];
}

type FileRow = typeof files.$inferSelect;
type State = 'right' | 'changed' | 'missing';

/** The oldest look first; never looked at comes before all. */
async function inTurn({ read }: Ctx): Promise<{ file: FileRow; before: State | null }[]> {
  return read
    .select({ file: files, before: fileChecks.state })
    .from(files)
    .leftJoin(fileChecks, eq(fileChecks.key, files.key))
    .orderBy(sql`coalesce(${fileChecks.checkedAt}, 0)`, asc(files.key));
}

async function stateOf(path: string, { bytes, sha256 }: FileRow, read: boolean): Promise<State | null> {
  const there = await stat(path).catch(() => null);
  if (!there?.isFile()) return 'missing';
  if (there.size !== bytes) return 'changed';
  if (!read) return null; // its size is right; its turn comes
  return (await lookAt(path)).sha256 === sha256 ? 'right' : 'changed';
}

interface Found {
  key: string;
  state: State;
  bytes: number;
  /** What the look before found; null: there was none. */
  before: State | null;
}

async function save(tx: Tx, found: readonly Found[]): Promise<void> {
  const set = { state: sql`excluded.state`, checkedAt: sql`excluded.checked_at`, bytes: sql`excluded.bytes` };
  for (let at = 0; at < found.length; at += 200) {
    const part = found.slice(at, at + 200);
    const rows = part.map(({ key, state, bytes }) => ({ key, state, bytes, checkedAt: tx.now() }));
    await tx.write.insert(fileChecks).values(rows).onConflictDoUpdate({ target: fileChecks.key, set });
  }
}

/** What is wrong is kept together with the letters about it: those who look after the archive are told once, and surely. */
async function saveAndTell(tx: Tx, wrong: readonly Found[]): Promise<void> {
  await save(tx, wrong);
  const fresh = wrong.filter(({ state, before }) => state !== before);
  const count = (state: State) => fresh.filter((each) => each.state === state).length;
  if (fresh.length > 0) await tellAdminsOfFiles(tx, { changed: count('changed'), missing: count('missing') });
}

/** Looks of files that are no longer of the archive are forgotten. */
const forgetGone = (ctx: Ctx): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await tx.write
      .delete(fileChecks)
      .where(notInArray(fileChecks.key, tx.write.select({ key: files.key }).from(files)));
  });

async function untrackedIn(ctx: Ctx, known: ReadonlySet<string>, youngerThanMs: number): Promise<string[]> {
  const folder = join(ctx.config.dataDir, 'files');
  const found: string[] = [];
  for await (const key of filesBelow(folder)) if (!known.has(key)) found.push(key);
  if (found.length === 0) return found;
  // a file may have been named while this was looking
  const named = new Set<string>();
  for (let at = 0; at < found.length; at += 500) {
    const part = found.slice(at, at + 500);
    for (const { key } of await ctx.read.select({ key: files.key }).from(files).where(inArray(files.key, part)))
      named.add(key);
  }
  const old: string[] = [];
  for (const key of found) {
    const there = await stat(join(folder, key)).catch(() => null);
    if (there && !named.has(key) && Date.now() - there.mtimeMs >= youngerThanMs) old.push(key);
  }
  return old.sort();
}

/**
 * Compares what stands in the store with what the database says: sizes of all files, contents as far as `mostBytes` goes.
 * What was found is kept, and told as one operation.
 */
export async function checkFiles(ctx: Ctx, options: FixityOptions = {}): Promise<FixityReport> {
  const { mostBytes = Infinity, rest = 0, untrackedAfterMs = 0, signal, onProgress } = options;
  const startedAt = ctx.now();
  const all = await inTurn(ctx);
  const report: FixityReport = { checked: 0, bytes: 0, changed: [], missing: [], untracked: [] };
  const wrong: Found[] = [];
  let right: Found[] = [];
  for (const [index, { file: row, before }] of all.entries()) {
    signal?.throwIfAborted();
    const began = performance.now();
    const reads = report.bytes < mostBytes;
    const state = await stateOf(join(ctx.config.dataDir, 'files', row.key), row, reads);
    if (state === 'right' || state === 'changed') report.checked++;
    if (state === 'right') report.bytes += row.bytes;
    else if (state) report[state].push(row.key);
    if (state) (state === 'right' ? right : wrong).push({ key: row.key, state, bytes: row.bytes, before });
    if (right.length >= 200) {
      const part = right;
      right = [];
      await inTransaction(ctx, (tx) => save(tx, part));
    }
    onProgress?.(index + 1, all.length, row.key);
    if (rest > 0 && reads) await sleep((performance.now() - began) * rest, null, { signal });
  }
  await inTransaction(ctx, async (tx) => {
    await save(tx, right);
    await saveAndTell(tx, wrong);
  });
  await forgetGone(ctx);
  report.untracked = await untrackedIn(ctx, new Set(all.map(({ file }) => file.key)), untrackedAfterMs);
  const { checked, bytes, changed, missing, untracked } = report;
  const some = (keys: string[]) => keys.slice(0, 100);
  const counts = { changed: changed.length, missing: missing.length, untracked: untracked.length };
  const data = { checked, bytes, counts, changed: some(changed), missing: some(missing), untracked: some(untracked) };
  await noteOperation(ctx, { kind: 'fixity', startedAt, ok: isClean(report), data });
  return report;
}

export const isClean = ({ changed, missing, untracked }: FixityReport): boolean =>
  changed.length + missing.length + untracked.length === 0;
