import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '#lib/domain/access/viewer.ts';
import { exportBag, leaving, staying, takeInBag, verifyBag } from '#lib/server/bag/index.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import { people, recordings } from '#lib/server/db/schema/index.ts';
import { checkFiles, isClean } from '#lib/server/fixity/index.ts';
import { getRecordingPage } from '#lib/server/recordings/index.ts';
import { allTables, dumpOf } from '../../../../tests/support/import.ts';
import { failEachStep, fillArchive } from '../../../../tests/support/kept-archive.ts';
import {
  insertPerson,
  insertRecording,
  openTestArchive,
  type TestArchive
} from '../../../../tests/support/factories.ts';

const dir = mkdtempSync(join(tmpdir(), 'acervo-bag-'));
let places = 0;
const place = () => join(dir, String(++places));
const content = (ctx: Ctx) => dumpOf(ctx.read, Object.keys(staying));

let archive: TestArchive;
const opened: TestArchive[] = [];
async function empty(): Promise<TestArchive> {
  const another = await openTestArchive(place());
  opened.push(another);
  return another;
}
beforeAll(async () => {
  archive = await empty();
  await fillArchive(archive);
  await insertPerson(archive, { id: 'hidden', name: 'Canary Withdrawn', display: 'hidden' }, ['event', 'talk']);
  await insertRecording(archive, {
    id: 'draft',
    state: 'draft',
    slug: { en: 'draft', es: 'borrador' },
    title: { en: 'Canary Draft' },
    media: [{ id: 'v', kind: 'video', file: 'cc/draft.mp4', body: 'canary of a draft', mimeType: 'video/mp4' }]
  });
});
afterAll(async () => {
  for (const each of opened) await each.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Every file below a folder with its text. */
const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')])
  );

test('every table leaves, or its reason to stay is written down', () => {
  const names = [...leaving.map(({ name }) => name), ...Object.keys(staying)].sort();
  expect(names).toEqual(allTables.map(([name]) => name).sort());
});

test('an archive leaves as a valid bag and comes back equal, its files too', async () => {
  const into = place();
  const report = await exportBag(archive.ctx, { into });
  expect(report).toMatchObject({ damaged: [], pages: 4 });
  expect(await verifyBag(into)).toMatchObject({ version: '1.0', complete: true, valid: true });
  const target = await empty();
  await takeInBag(target.ctx, into);
  expect(await content(target.ctx)).toEqual(await content(archive.ctx));
  expect(isClean(await checkFiles(target.ctx))).toBe(true);
  const again = await takeInBag(target.ctx, into);
  expect(Object.values(again.taken).reduce((sum, count) => sum + count, 0)).toBe(0);
});

test('one event goes into an archive that has others: numbers are made anew, words stay at their times', async () => {
  const into = place();
  await exportBag(archive.ctx, { into, eventId: 'talk' });
  const target = await empty();
  await fillArchive(target);
  const mine = { name: 'Ana, changed here' };
  await target.ctx.db.write(async (tx) => {
    await tx.update(people).set(mine).where(eq(people.id, 'ana'));
    await tx.delete(recordings);
  });
  await insertRecording(target, { id: 'other', slug: { en: 'other', es: 'otra' }, title: { en: 'Other' } });
  await takeInBag(target.ctx, into);
  const found = await getRecordingPage(asViewer(target.ctx, anonymous), 'es', 'grabacion');
  expect(found).toMatchObject({
    kind: 'page',
    view: { title: { es: 'Grabación' } },
    transcript: { turns: [{ passages: [{ startMs: 0, endMs: 900 }] }] }
  });
  const [ana] = await target.ctx.read.select().from(people).where(eq(people.id, 'ana'));
  expect(ana).toMatchObject(mine);
});

test('pages and everything of a public bag hold no name that may not be shown, no draft, no original', async () => {
  const into = place();
  await exportBag(archive.ctx, { into, publicOnly: true });
  for (const [path, text] of filesOf(into)) expect(text, path).not.toMatch(/canary/i);
  expect(existsSync(join(into, 'data/acervo'))).toBe(false);
  await expect(takeInBag((await empty()).ctx, into)).rejects.toThrow('reading only');
});

test('the pages of a whole bag hold no such name either', async () => {
  const into = place();
  await exportBag(archive.ctx, { into });
  const pages = [...filesOf(into)].filter(([path]) => /\.(html|vtt|txt)$/.test(path));
  expect(pages.length).toBeGreaterThan(6);
  for (const [path, text] of pages) expect(text, path).not.toMatch(/canary withdrawn|canary draft/i);
  expect(readFileSync(join(into, 'data/recordings/rec.html'), 'utf8')).toContain('Buenas tardes');
});

test('a bag with one changed file is refused, and nothing is taken in', async () => {
  const into = place();
  await exportBag(archive.ctx, { into });
  writeFileSync(join(into, 'data/acervo/tables/people.jsonl'), '');
  const target = await empty();
  await expect(takeInBag(target.ctx, into)).rejects.toThrow('people.jsonl (checksum)');
  expect(await target.ctx.read.select().from(people)).toEqual([]);
});

test('whichever step of an export fails, what is left is no bag, or a whole one', async () => {
  const made = new Map<number, string>();
  const first = place();
  await exportBag(archive.ctx, { into: first });
  const whole = filesOf(first).size;
  const steps = await failEachStep(
    (round) => {
      made.set(round, place());
      return exportBag(archive.ctx, { into: made.get(round) ?? '' });
    },
    async (round) => {
      const left = made.get(round) ?? '';
      const { valid } = await verifyBag(left).catch(() => ({ valid: false }));
      // only the very last step comes after the name
      if (valid) expect([...filesOf(left)].length).toBe(whole);
    },
    9
  );
  expect(steps).toBeGreaterThan(40);
  expect(isClean(await checkFiles(archive.ctx))).toBe(true);
});
