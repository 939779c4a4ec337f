import { readFileSync } from 'node:fs';
import { dialect } from '#lib/server/db/dialect.ts';
import { root } from '#lib/server/root.ts';

/** How many changes of the schema this program knows. */
export function knownMigrations(): number {
  const path = new URL(`drizzle/${dialect}/meta/_journal.json`, root);
  const { entries } = JSON.parse(readFileSync(path, 'utf8')) as { entries: unknown[] };
  return entries.length;
}
