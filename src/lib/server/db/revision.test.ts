import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { raiseContentRevision, readContentRevision } from '#lib/server/db/revision.ts';
import { archiveState } from '#lib/server/db/schema/index.ts';
import { freshDatabaseUrl } from '../../../../tests/support/database.ts';

let db: Database;
let other: Database;
beforeAll(async () => {
  const url = await freshDatabaseUrl(mkdtempSync(join(tmpdir(), 'acervo-')));
  db = await openDatabase(url);
  await db.migrate();
  other = await openDatabase(url);
  other.contentRevision();
});
afterAll(() => Promise.all([db.close(), other.close()]));

test('a raised revision is seen at once by who wrote it, and by another process', async () => {
  const before = await readContentRevision(db.read);
  await db.write(raiseContentRevision);
  expect(db.contentRevision()).toBe(before + 1);
  await expect.poll(() => other.contentRevision()).toBe(before + 1);
  await other.write(raiseContentRevision);
  await expect.poll(() => db.contentRevision()).toBe(before + 2);
});

test('a write that visitors do not see leaves it alone, one that fails too', async () => {
  const before = db.contentRevision();
  await db.write((tx) => tx.insert(archiveState).values({ key: 'other', value: 1 }).onConflictDoNothing());
  const failed = db.write(async (tx) => {
    await raiseContentRevision(tx);
    throw new Error('undo');
  });
  await expect(failed).rejects.toThrow('undo');
  expect(db.contentRevision()).toBe(before);
});
