import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { is, Table } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Queries } from '#lib/server/db/open.ts';
import * as schema from '#lib/server/db/schema/index.ts';

/** A folder with these files, and how to take it away. */
export function makeFolder(files: Record<string, string | Buffer>): {
  path: string;
  add: typeof addFiles;
  remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'acervo-import-'));
  addFiles(path, files);
  return { path, add: addFiles, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function addFiles(folder: string, files: Record<string, string | Buffer>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

const isTable = (value: unknown): value is SQLiteTable => is(value, Table);
const parts: Record<string, unknown> = schema;
/** Every table by its name in the schema. */
export const allTables: [string, SQLiteTable][] = Object.entries(parts).flatMap(
  ([name, value]): [string, SQLiteTable][] => (isTable(value) ? [[name, value]] : [])
);

/** Everything in the database, for comparing before and after. */
export async function dumpOf(read: Queries, without: readonly string[] = []): Promise<Record<string, unknown[]>> {
  const dump: Record<string, unknown[]> = {};
  for (const [name, table] of allTables) {
    if (!without.includes(name))
      dump[name] = (await read.select().from(table)).map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}

/** WebVTT of lines that each last two seconds. */
export const vtt = (...lines: string[]): string =>
  `WEBVTT\n\n${lines.map((line, index) => `${stamp(index * 2)} --> ${stamp(index * 2 + 2)}\n${line}\n`).join('\n')}`;

const two = (value: number): string => String(value).padStart(2, '0');
const stamp = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000`;
