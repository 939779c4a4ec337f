import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#lib/server/context.ts';
import {
  checkBackup,
  findBackup,
  listBackups,
  makeBackup,
  readManifest,
  restoreBackup
} from '#lib/server/backup/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { prepareDataDir } from '#lib/server/data-dir.ts';
import { files } from '#lib/server/db/schema/index.ts';
import { lookAt, putFile, recordFiles } from '#lib/server/files/index.ts';
import { checkFiles, isClean } from '#lib/server/fixity/index.ts';
import { lastOperation } from '#lib/server/operating/index.ts';
import { appendProtection, readLedger } from '#lib/server/protections/index.ts';
import { contentOf, failEachStep, fillArchive, withFolder } from '../../../../tests/support/kept-archive.ts';
import { openTestArchive, testNow, type TestArchive } from '../../../../tests/support/factories.ts';

const onSqlite = test.skipIf(process.env.DATABASE_URL);
const dir = mkdtempSync(join(tmpdir(), 'acervo-backup-'));
let places = 0;
const place = () => join(dir, String(++places));
const configOf = (dataDir: string) => readConfig({ DATA_DIR: dataDir });
const nothing = async () => undefined;

let archive: TestArchive;
beforeAll(async () => {
  const opened = await openTestArchive(join(dir, 'archive'));
  let now = testNow;
  archive = { ...opened, ctx: { ...opened.ctx, now: () => ++now } };
  await fillArchive(archive);
});
afterAll(async () => {
  await archive.close();
  rmSync(dir, { recursive: true, force: true });
});

async function isWhole(folder: string): Promise<boolean> {
  const manifest = await readManifest(folder);
  return manifest !== null && (await checkBackup(folder, manifest)).length === 0;
}

onSqlite('a backup brings everything back into an empty folder, and nobody’s session', async () => {
  const [into, target] = [place(), place()];
  const { folder, copied, damaged } = await makeBackup(archive.ctx, { into });
  expect({ copied, damaged }).toEqual({ copied: 2, damaged: [] });
  expect(readFileSync(join(folder, 'acervo.db')).includes('canary-of-a-session')).toBe(false);
  await restoreBackup(configOf(target), { from: into }, nothing);
  await withFolder(target, async (ctx) => {
    expect(await contentOf(ctx)).toEqual(await contentOf(archive.ctx));
    expect(isClean(await checkFiles(ctx))).toBe(true);
  });
  expect(await lastOperation(archive.ctx, 'backup')).toMatchObject({ ok: true, data: { copied: 2 } });
});

onSqlite('the second backup takes no space for what is the same, and works when the first one is gone', async () => {
  const into = place();
  const first = await makeBackup(archive.ctx, { into });
  const second = await makeBackup(archive.ctx, { into });
  const inode = (folder: string) => statSync(join(folder, 'files/aa/video.mp4')).ino;
  expect(second).toMatchObject({ copied: 0, linked: 2 });
  expect(inode(second.folder)).toBe(inode(first.folder));
  const third = await makeBackup(archive.ctx, { into, keep: 1 });
  expect(await listBackups(into)).toEqual([third.folder]);
  expect(await isWhole(third.folder)).toBe(true);
});

onSqlite('a file that is damaged in the archive is not taken for good, and is named', async () => {
  const into = place();
  const path = join(archive.dataDir, 'files/bb/audio.m4a');
  const right = readFileSync(path);
  const wrong = Buffer.from(right);
  wrong[1000] = 8;
  writeFileSync(path, wrong);
  try {
    const { damaged, folder } = await makeBackup(archive.ctx, { into });
    expect(damaged).toEqual(['bb/audio.m4a']);
    expect(await isWhole(folder)).toBe(true);
    expect(await lastOperation(archive.ctx, 'backup')).toMatchObject({ ok: false });
  } finally {
    writeFileSync(path, right);
  }
});

onSqlite('a damaged backup is refused before anything is touched', async () => {
  const [into, target] = [place(), place()];
  const { folder } = await makeBackup(archive.ctx, { into });
  appendFileSync(join(folder, 'files/aa/video.mp4'), 'x');
  await expect(restoreBackup(configOf(target), { from: into }, nothing)).rejects.toThrow(
    /cannot be restored: 1 files are not as they were: files\/aa\/video\.mp4 \(changed\)/
  );
  expect(readdirSync(target)).toEqual([]);
});

test.each([
  ['../outside', 'a path that leads out'],
  ['/etc/passwd', 'a path from the root'],
  ['files/../../x', 'a path that climbs']
])('a manifest with %s (%s) is not read', async (path) => {
  const folder = place();
  mkdirSync(folder);
  const entry = { path, bytes: 1, sha256: '0'.repeat(64) };
  const manifest = {
    format: 'acervo-backup/1',
    madeAt: '',
    program: '',
    database: 'acervo.db',
    migrations: 1,
    damaged: [],
    files: [entry]
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await expect(readManifest(folder)).rejects.toThrow('not of a backup');
});

test('a folder without a backup says so', async () => {
  mkdirSync(join(dir, 'empty'));
  await expect(findBackup(join(dir, 'empty'))).rejects.toThrow('There is no finished backup');
});

onSqlite('an archive that is there is put aside only when that is asked for', async () => {
  const [into, target] = [place(), place()];
  const { folder } = await makeBackup(archive.ctx, { into });
  await restoreBackup(configOf(target), { from: folder }, nothing);
  await expect(restoreBackup(configOf(target), { from: folder }, nothing)).rejects.toThrow('--replace');
  const { aside } = await restoreBackup(configOf(target), { from: folder, replace: true }, nothing);
  expect(existsSync(join(aside ?? '', 'acervo.db'))).toBe(true);
  await withFolder(target, async (ctx) => expect(await contentOf(ctx)).toEqual(await contentOf(archive.ctx)));
});

onSqlite('what was promised after the backup was made holds after it is restored', async () => {
  const [into, target] = [place(), place()];
  const protection = { display: 'role_only' };
  await appendProtection(archive.ctx.config, { at: 1, personId: 'ana', protection });
  const { folder } = await makeBackup(archive.ctx, { into });
  await restoreBackup(configOf(target), { from: folder }, nothing);
  await appendProtection(configOf(target), { at: 2, personId: 'ana', protection: { display: 'pseudonym' } });
  await restoreBackup(configOf(target), { from: folder, replace: true }, nothing);
  expect((await readLedger(configOf(target))).get('ana')).toMatchObject({ protection: { display: 'pseudonym' } });
});

onSqlite('whichever step of a backup fails, what has a name is whole, and the next one is made', async () => {
  const into = place();
  const steps = await failEachStep(
    () => makeBackup(archive.ctx, { into }),
    async () => {
      for (const folder of await listBackups(into)) expect(await isWhole(folder)).toBe(true);
    },
    3
  );
  expect(steps).toBeGreaterThan(15);
  expect(await isWhole((await listBackups(into)).at(-1) ?? '')).toBe(true);
});

onSqlite('whichever step of a restore fails, nobody can open half of it, and the same call ends it', async () => {
  const into = place();
  const { folder } = await makeBackup(archive.ctx, { into });
  const content = await contentOf(archive.ctx);
  const targets = new Map<number, string>();
  const steps = await failEachStep(
    async (round) => {
      const target = place();
      targets.set(round, target);
      await restoreBackup(configOf(target), { from: folder }, nothing);
    },
    async (round) => {
      const target = targets.get(round) ?? '';
      const begun = existsSync(join(target, 'restore.unfinished'));
      if (begun) expect(() => prepareDataDir(target)).toThrow(/acervo restore/);
      else expect(existsSync(join(target, 'files'))).toBe(existsSync(join(target, 'acervo.db')));
      await restoreBackup(configOf(target), { from: folder, replace: true }, nothing);
      await withFolder(target, async (ctx) => {
        expect(await contentOf(ctx)).toEqual(content);
        expect(isClean(await checkFiles(ctx))).toBe(true);
      });
    },
    6
  );
  expect(steps).toBeGreaterThan(15);
});

onSqlite('whichever step of storing a file fails, the archive stays one that verify calls right', async () => {
  const source = join(dir, 'new.bin');
  writeFileSync(source, 'new file');
  const looked = await lookAt(source);
  const file = {
    ...looked,
    key: 'cc/new.bin',
    mimeType: 'video/mp4',
    originalName: 'new.bin',
    audience: 'public' as const
  };
  const store = async () => {
    await putFile(archive.ctx, file);
    await inTransaction(archive.ctx, (tx) => recordFiles(tx, [file]));
  };
  const steps = await failEachStep(store, async () => {
    const { changed, missing } = await checkFiles(archive.ctx);
    expect({ changed, missing }).toEqual({ changed: [], missing: [] });
  });
  expect(steps).toBeGreaterThan(3);
  expect(isClean(await checkFiles(archive.ctx))).toBe(true);
  expect(await archive.ctx.read.select().from(files)).toHaveLength(3);
});
