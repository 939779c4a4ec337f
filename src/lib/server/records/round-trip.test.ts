import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { operator } from '#lib/domain/access/viewer.ts';
import { recordKinds, type RecordKind } from '#lib/domain/records/kinds.ts';
import { inTransaction } from '#lib/server/context.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { canonical, importFolders } from '#lib/server/import/index.ts';
import { readRecord } from '#lib/server/records/read/index.ts';
import { writeRecord } from '#lib/server/records/write/index.ts';
import { root } from '#lib/server/root.ts';
import { openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';
import { dumpOf } from '../../../../tests/support/import.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
let archive: TestArchive;
beforeAll(async () => {
  archive = await openTestArchive();
  const folders = [new URL('seed/', root).pathname, new URL('captions/', root).pathname];
  await importFolders(archive.ctx, { folders, publish: true });
});
afterAll(() => archive.close());

const tables = {
  event: schema.events,
  series: schema.series,
  recording: schema.recordings,
  person: schema.people,
  organization: schema.organizations,
  campaign: schema.campaigns,
  action: schema.actions,
  page: schema.pages,
  topic: schema.topics,
  timelineEntry: schema.timelineEntries,
  glossaryTerm: schema.glossary,
  image: schema.images
} satisfies Record<RecordKind, unknown>;

/** One transaction an object is slow on disks that keep their word: words are all alike, a few are enough. */
const most: Partial<Record<RecordKind, number>> = { glossaryTerm: 4, organization: 6, timelineEntry: 4 };

test('what the first archive holds is the same after it was read and written again', async () => {
  const ctx = archive.as(operator('test'));
  const without = ['audit', 'archiveState', 'cues', 'moments'];
  const before = await dumpOf(ctx.read, without);
  for (const kind of recordKinds) {
    const rows = await ctx.read.select({ id: tables[kind].id }).from(tables[kind]);
    expect(rows.length, kind).toBeGreaterThan(0);
    await inTransaction(ctx, async (tx) => {
      for (const { id } of rows.slice(0, most[kind] ?? 20)) {
        const record = await readRecord(tx.read, kind, id);
        expect(record).toMatchObject({ id });
        await writeRecord(tx, kind, id, record ?? {});
        expect(await readRecord(tx.read, kind, id)).toEqual(record);
      }
    });
  }
  const after = await dumpOf(ctx.read, without);
  for (const name of Object.keys(before)) {
    const plain = (list: unknown[] | undefined) =>
      list?.map((row) => canonical(JSON.parse(String(row))).replace(/"updatedAt":\d+/, '')).sort();
    expect(plain(after[name]), name).toEqual(plain(before[name]));
  }
});
