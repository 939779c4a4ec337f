import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anonymous, type Role } from '#lib/domain/access/viewer.ts';
import { picturesById } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { readContentRevision } from '#lib/server/db/revision.ts';
import { audit, files, images, imageVariants, people } from '#lib/server/db/schema/index.ts';
import { findFile } from '#lib/server/media/index.ts';
import {
  changePublication,
  createPicture,
  newFormKey,
  protectPerson,
  replacePicture,
  saveRecord
} from '#lib/server/records/index.ts';
import { insertPerson, openTestArchive, type TestArchive } from '../../../../tests/support/factories.ts';
import { fromPhone, halves } from '../../../../tests/support/pictures.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
});
afterEach(() => archive.close());

const as = (role: Role): Ctx => archive.as({ kind: 'organizer', userId: role, role });
const words = { alt: { en: 'A flyer', es: 'Un volante' }, textInImage: { en: 'Come', es: 'Vengan' } };
const upload = async (width = 400) => ({ name: 'IMG_1.JPG', bytes: await fromPhone(width, 200) });

async function made(ctx: Ctx = as('editor')): Promise<string> {
  const created = await createPicture(ctx, words, newFormKey(ctx), await upload());
  if (!('id' in created)) throw new Error(JSON.stringify(created.problems));
  return created.id;
}
const formsOf = (id: string) => archive.ctx.read.select().from(imageVariants).where(eq(imageVariants.imageId, id));
const keysOf = async (id: string) => (await formsOf(id)).map(({ fileKey }) => fileKey);
const givenTo = async (ctx: Ctx, keys: readonly string[]) => {
  const found = await Promise.all(keys.map((key) => findFile(ctx, key)));
  return found.filter((file) => file !== null).length;
};
const publish = (id: string) => changePublication(as('publisher'), { kind: 'image', id, step: 'publish' });

test('a picture comes with its words as a draft, goes public in all sizes, and its original stays with organizers', async () => {
  const id = await made();
  expect(id).toBe('a-flyer');
  const keys = await keysOf(id);
  const original = (await formsOf(id)).find(({ format }) => format === 'original');
  expect(keys).toHaveLength(4);
  expect(await givenTo(archive.as(anonymous), keys)).toBe(0);
  expect(await givenTo(as('editor'), keys)).toBe(4);
  await publish(id);
  expect(await givenTo(archive.as(anonymous), keys)).toBe(3);
  expect(await findFile(archive.as(anonymous), original?.fileKey ?? '')).toBeNull();
  expect(await findFile(as('editor'), original?.fileKey ?? '')).toMatchObject({ sharing: 'none' });
  const [picture] = await picturesById(archive.as(anonymous), [id]);
  expect(picture).toMatchObject({ ...words, width: 200, height: 400 });
  expect(picture?.forms.map(({ format, width }) => `${format} ${String(width)}`).sort()).toEqual([
    'avif 200',
    'jpeg 200',
    'webp 200'
  ]);
  const rows = await archive.ctx.read.select().from(files);
  expect(rows.map(({ key }) => key).join(' ')).not.toMatch(/IMG|flyer/i);
  expect((await archive.ctx.read.select().from(audit)).map(({ action }) => action)).toContain('image.stored');
  for (const key of keys) expect(existsSync(join(archive.dataDir, 'files', key))).toBe(true);
});

test('sent twice it is made once; without words, by a captioner or broken nothing is made and nothing is stored', async () => {
  const ctx = as('editor');
  const key = newFormKey(ctx);
  const twice = await Promise.all([1, 2].map(async () => createPicture(ctx, words, key, await upload())));
  expect(twice[0]).toEqual(twice[1]);
  expect(await ctx.read.select().from(images)).toHaveLength(1);
  const before = readdirSync(join(archive.dataDir, 'files'), { recursive: true }).length;
  const other = { name: 'x.jpg', bytes: await halves(90, 90).jpeg().toBuffer() };
  expect(await createPicture(ctx, {}, newFormKey(ctx), other)).toHaveProperty('problems');
  await expect(createPicture(as('captioner'), words, newFormKey(ctx), other)).rejects.toMatchObject({
    kind: 'not-allowed'
  });
  const broken = { name: 'x.jpg', bytes: other.bytes.subarray(0, 300) };
  await expect(createPicture(ctx, words, newFormKey(ctx), broken)).rejects.toMatchObject({ code: 'images.broken' });
  expect(await ctx.read.select().from(images)).toHaveLength(1);
  expect(readdirSync(join(archive.dataDir, 'files'), { recursive: true })).toHaveLength(before);
});

test('another file takes its place: words stay, the old addresses close, what is public only by who may publish', async () => {
  const id = await made();
  await publish(id);
  const old = await keysOf(id);
  const next = { name: 'b.png', bytes: await halves(900, 300).png().toBuffer() };
  await expect(replacePicture(as('editor'), id, next)).rejects.toMatchObject({ kind: 'not-allowed' });
  const revision = await readContentRevision(archive.ctx.read);
  await replacePicture(as('publisher'), id, next);
  expect(await readContentRevision(archive.ctx.read)).toBeGreaterThan(revision);
  expect(await givenTo(archive.as(anonymous), old)).toBe(0);
  const [picture] = await picturesById(archive.as(anonymous), [id]);
  expect(picture).toMatchObject({ ...words, width: 900, height: 300 });
  expect(await findFile(archive.as(anonymous), picture?.fileKey ?? '')).toMatchObject({ mimeType: 'image/jpeg' });
  const save = { kind: 'image', id, record: { ...words, alt: { en: 'New', es: 'Nuevo' } }, base: '' } as const;
  await saveRecord(as('publisher'), save);
  expect((await picturesById(archive.as(anonymous), [id]))[0]?.forms).toHaveLength(9);
});

test('the same file as somebody’s public picture hides nothing of that one', async () => {
  const first = await made();
  await publish(first);
  const [jpeg] = (await formsOf(first)).filter(({ format }) => format === 'jpeg');
  const shown = await findFile(archive.as(anonymous), jpeg?.fileKey ?? '');
  const { readFile } = await import('node:fs/promises');
  const again = { name: 'saved-from-the-page.jpg', bytes: await readFile(shown?.path ?? '') };
  await createPicture(as('editor'), words, newFormKey(archive.ctx), again);
  expect(await findFile(archive.as(anonymous), jpeg?.fileKey ?? '')).toMatchObject({ sharing: 'public' });
});

test('the portrait of somebody who is protected is given to nobody, in no size', async () => {
  const id = await made();
  await publish(id);
  await insertPerson(archive, { id: 'ana', name: 'Ana', portraitImageId: id, display: 'full_name' });
  const keys = await keysOf(id);
  expect(await givenTo(archive.as(anonymous), keys)).toBe(3);
  await protectPerson(as('publisher'), 'ana', {
    ...{ display: 'hidden', pseudonym: {}, noPortrait: true, withdrawn: false, passages: [] },
    names: ['Ana'],
    replacement: { en: 'a speaker', es: 'una persona' }
  });
  expect(await givenTo(archive.as(anonymous), keys)).toBe(0);
  expect((await archive.ctx.read.select().from(people))[0]?.portraitImageId).toBeNull();
});
