import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { count, eq } from 'drizzle-orm';
import { cues, trackVersions } from '#lib/server/db/schema/index.ts';
import { importFolders } from '#lib/server/import/index.ts';
import { root } from '#lib/server/root.ts';
import { openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';
import { dumpOf, makeFolder, vtt } from '../../../../tests/support/import.ts';

const cuesEach = 12_000; // three slices a track
const text = (word: string) => vtt(...Array.from({ length: cuesEach }, (_, i) => `<v Speaker ${i % 3}>${word} ${i}`));

const folder = makeFolder({
  'organizations.yaml': '- { id: nisgua, short: NISGUA }',
  'recordings/rec/recording.yaml': `
id: rec
title: { en: Recording }
media_state: none
text_tracks:
  - { id: es, kind: captions, role: original, language: es, held: true, file: es.vtt }
  - { id: en, kind: subtitles, role: translation, language: en, held: true, file: en.vtt }
`,
  'recordings/rec/es.vtt': text('palabra'),
  'recordings/rec/en.vtt': text('word')
});

let archive: TestArchive;
beforeAll(async () => {
  archive = await openTestArchive();
});
afterAll(async () => {
  await archive.close();
  folder.remove();
});

const databaseUrl = () => archive.ctx.config.databaseUrl;
const written = async () => (await archive.ctx.read.select({ n: count() }).from(cues))[0]?.n ?? 0;

/** Runs the command and kills it without a warning as soon as so many cues are in the database. */
async function importAndKill(at: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'import', folder.path, '--publish'], {
    cwd: fileURLToPath(root),
    env: {
      ...process.env,
      DATA_DIR: archive.dataDir,
      ...(databaseUrl().startsWith('postgres') ? { DATABASE_URL: databaseUrl() } : {})
    },
    stdio: 'ignore'
  });
  const ended = once(child, 'exit');
  while (child.exitCode === null && (await written()) < at) await new Promise((done) => setTimeout(done, 2));
  child.kill('SIGKILL');
  await ended;
}

test(
  'an import that is killed goes on where it was, and ends as if it had never been',
  { timeout: 240_000 },
  async () => {
    for (const at of [1, 8000, 20_000]) {
      await importAndKill(at);
      expect(await written()).toBeGreaterThanOrEqual(at);
    }
    const half = await archive.ctx.read.select().from(trackVersions).where(eq(trackVersions.state, 'public'));
    const report = await importFolders(archive.ctx, { folders: [folder.path], publish: true });
    expect(report.problems).toEqual([]);
    expect(half.length === 0 || half.length === 2).toBe(true); // nobody ever reads half a recording

    const fresh = await openTestArchive();
    await importFolders(fresh.ctx, { folders: [folder.path], publish: true });
    const [mine, other] = [await dumpOf(archive.ctx.read), await dumpOf(fresh.ctx.read)];
    await fresh.close();
    const plain = (rows: unknown[] = []) =>
      rows.map((row) =>
        String(row).replace(
          /"(uuid|createdAt|updatedAt|publishedAt|importedAt|recordedAt)":("[^"]*"|\d+|null)/g,
          '"$1":0'
        )
      );
    for (const table of [
      'organizations',
      'recordings',
      'trackVersions',
      'cues',
      'moments',
      'readingTracks',
      'files',
      'importMarks',
      'slugs'
    ]) {
      expect(plain(mine[table]), table).toEqual(plain(other[table]));
    }
    expect(await written()).toBe(2 * cuesEach);
  }
);

test('and a second import after that changes nothing', { timeout: 60_000 }, async () => {
  const before = await dumpOf(archive.ctx.read);
  const { counts } = await importFolders(archive.ctx, { folders: [folder.path], publish: true });
  expect(counts).toMatchObject({ made: 0, changed: 0 });
  expect(await dumpOf(archive.ctx.read)).toEqual(before);
});
