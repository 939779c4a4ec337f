import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import type { Role } from '#lib/domain/access/viewer.ts';
import { mailMessages } from '#lib/domain/i18n/messages/mail.ts';
import type { Ctx } from '#lib/server/context.ts';
import { files, jobs, operations, organizers } from '#lib/server/db/schema/index.ts';
import { checkFiles, fixityJob, isClean, scheduleFixity } from '#lib/server/fixity/index.ts';
import { checked } from '#lib/server/jobs/job.ts';
import { createRunner } from '#lib/server/jobs/runner.ts';
import { lastOperation } from '#lib/server/operating/index.ts';
import { openTestArchive, testNow, type TestArchive } from '../../../../tests/support/factories.ts';

let archive: TestArchive;
const keys = Array.from({ length: 40 }, (_, i) => `aa/file-${String(i).padStart(2, '0')}.mp4`);
const bodyOf = (key: string) => Buffer.from(`body of ${key}`.repeat(50));
const pathOf = (key: string) => join(archive.dataDir, 'files', key);
const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex');

beforeAll(async () => {
  archive = await openTestArchive();
  const rows = keys.map((key) => ({
    ...{ key, bytes: bodyOf(key).length, sha256: sha256(bodyOf(key)) },
    ...{ mimeType: 'video/mp4', createdAt: testNow }
  }));
  await archive.ctx.db.write(async (tx) => {
    await tx.insert(files).values(rows);
  });
});
afterAll(() => archive.close());
beforeEach(() => {
  rmSync(join(archive.dataDir, 'files'), { recursive: true, force: true });
  mkdirSync(join(archive.dataDir, 'files/aa'), { recursive: true });
  for (const key of keys) writeFileSync(pathOf(key), bodyOf(key));
});

test('one bit, one file that is gone and one too many: exactly these are told', async () => {
  const flipped = bodyOf('aa/file-07.mp4');
  flipped[99] = (flipped[99] ?? 0) ^ 1;
  writeFileSync(pathOf('aa/file-07.mp4'), flipped);
  rmSync(pathOf('aa/file-20.mp4'));
  writeFileSync(pathOf('aa/stranger.mp4'), 'x');
  writeFileSync(pathOf('aa/.being-written.part'), 'x');
  const { changed, missing, untracked } = await checkFiles(archive.ctx);
  expect({ changed, missing, untracked }).toEqual({
    changed: ['aa/file-07.mp4'],
    missing: ['aa/file-20.mp4'],
    untracked: ['aa/stranger.mp4']
  });
  expect(await lastOperation(archive.ctx, 'fixity')).toMatchObject({
    ok: false,
    data: { counts: { changed: 1, missing: 1, untracked: 1 } }
  });
});

test('a part each time, and after some times every file has been read', async () => {
  const perFile = bodyOf(keys[0] ?? '').length;
  let bytes = 0;
  for (let day = 0; day < 4; day++) {
    const later = { ...archive.ctx, now: () => testNow + day * 86_400_000 + 1 };
    const report = await checkFiles(later, { mostBytes: 10 * perFile });
    expect(report.checked).toBe(10);
    bytes += report.bytes;
  }
  expect(bytes).toBe(keys.length * perFile);
});

test('a file that is gone is found the same day, before its turn', async () => {
  rmSync(pathOf('aa/file-39.mp4'));
  expect(await checkFiles(archive.ctx, { mostBytes: 1 })).toMatchObject({ missing: ['aa/file-39.mp4'] });
});

test('a file that an import has not named yet is no finding', async () => {
  writeFileSync(pathOf('aa/fresh.mp4'), 'x');
  expect(isClean(await checkFiles(archive.ctx, { untrackedAfterMs: 86_400_000 }))).toBe(true);
});

test('admins get one letter about what is found, and none about the same again', async () => {
  const { ctx } = archive;
  const mailing: Ctx = { ...ctx, config: { ...ctx.config, smtpUrl: 'smtp://127.0.0.1:1' } };
  const letters = async () => (await ctx.read.select().from(jobs)).map(({ payload }) => payload);
  const person = (id: string, role: Role) => ({
    id,
    email: `${id}@archive.example`,
    name: id,
    role,
    createdAt: testNow
  });
  await ctx.db.write(async (tx) => {
    await tx
      .insert(organizers)
      .values([
        person('admin', 'admin'),
        { ...person('former', 'admin'), disabledAt: testNow },
        person('editor', 'editor')
      ]);
  });
  await checkFiles(mailing);
  expect(await letters()).toEqual([]);
  rmSync(pathOf('aa/file-03.mp4'));
  writeFileSync(pathOf('aa/file-04.mp4'), 'x');
  await checkFiles(mailing);
  const first = { kind: 'files', userId: 'admin', changed: 1, missing: 1 };
  expect(await letters()).toEqual([first]);
  await checkFiles(mailing);
  expect(await letters()).toEqual([first]);
  rmSync(pathOf('aa/file-04.mp4'));
  await checkFiles(ctx); // no mail is set up: nothing is queued
  expect(await letters()).toEqual([first]);
  for (const key of ['aa/file-03.mp4', 'aa/file-04.mp4']) writeFileSync(pathOf(key), bodyOf(key));
  await checkFiles(mailing);
  rmSync(pathOf('aa/file-03.mp4'));
  await checkFiles(mailing); // it was right in between: that is another finding
  expect(await letters()).toEqual([first, { ...first, changed: 0 }]);
  await ctx.db.write(async (tx) => {
    await tx.delete(jobs);
  });
});

test.each([
  ['en', /content has changed: 2\. Files that are missing: 1\./],
  ['es', /contenido cambió: 2\. Archivos que faltan: 1\./]
] as const)('the letter says it in the admin’s language: %s', (locale, words) => {
  expect(mailMessages(locale).files('archive.example', 2, 1).text).toMatch(words);
});

test('it is put into the queue once a day, and the job leaves what it found', async () => {
  await archive.ctx.db.write(async (tx) => {
    await tx.delete(operations);
  });
  await scheduleFixity(archive.ctx);
  await scheduleFixity(archive.ctx);
  expect(await archive.ctx.read.select().from(jobs)).toHaveLength(1);
  await createRunner({ ctx: archive.ctx, kinds: [checked(fixityJob)] }).tick();
  expect(await lastOperation(archive.ctx, 'fixity')).toMatchObject({ ok: true, data: { checked: 40 } });
  await scheduleFixity(archive.ctx);
  expect(await archive.ctx.read.select().from(jobs)).toHaveLength(1);
});
