import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Config } from '#lib/server/config.ts';
import { OperatorProblem } from '#lib/server/errors.ts';
import { appendLine, writeText } from '#lib/server/files/index.ts';

/**
 * Who was promised what, in a file beside the database: a database that is restored from before the promise does not
 * know of it, this file does. Append only; the newest line of a person counts.
 */
export const ledgerName = 'protections.jsonl';

const Entry = v.object({
  /** UTC milliseconds */
  at: v.number(),
  personId: v.string(),
  /** The whole row of the table `protections`; null: lifted. */
  protection: v.nullable(v.record(v.string(), v.unknown()))
});
export type LedgerEntry = v.InferOutput<typeof Entry>;

const fileIn = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, ledgerName);

/** Is on the disk when this resolves: only then may somebody be told that they are protected. */
export const appendProtection = (config: Pick<Config, 'dataDir'>, entry: LedgerEntry): Promise<void> =>
  appendLine(fileIn(config), JSON.stringify(entry));

function parseLine(line: string, path: string, number: number): LedgerEntry {
  try {
    return v.parse(Entry, JSON.parse(line));
  } catch {
    // to go on would be to show somebody who was promised not to be shown
    throw new OperatorProblem(`Line ${number} of ${path} cannot be read: repair it, or take the file from a backup.`);
  }
}

async function readLines(path: string): Promise<LedgerEntry[]> {
  if (!existsSync(path)) return [];
  const text = await readFile(path, 'utf8');
  const lines = text.split('\n');
  // the last one may be half a line: the power went before anybody was told
  const whole = lines.slice(0, -1);
  return whole.flatMap((line, index) => (line === '' ? [] : [parseLine(line, path, index + 1)]));
}

function newest(entries: readonly LedgerEntry[]): Map<string, LedgerEntry> {
  const byPerson = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const known = byPerson.get(entry.personId);
    if (!known || known.at <= entry.at) byPerson.set(entry.personId, entry);
  }
  return byPerson;
}

/** What holds for each person now. */
export const readLedger = async (config: Pick<Config, 'dataDir'>): Promise<Map<string, LedgerEntry>> =>
  newest(await readLines(fileIn(config)));

/** Takes the lines of another ledger (of a backup, of a bag) in beside ours; the newest counts, whosever it is. */
export async function mergeLedger(config: Pick<Config, 'dataDir'>, other: string): Promise<void> {
  const theirs = await readLines(other);
  if (theirs.length === 0) return;
  const ours = await readLines(fileIn(config));
  const known = new Set(ours.map((entry) => JSON.stringify(entry)));
  const all = [...ours, ...theirs.filter((entry) => !known.has(JSON.stringify(entry)))].sort((a, b) => a.at - b.at);
  await writeText(fileIn(config), all.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
}
