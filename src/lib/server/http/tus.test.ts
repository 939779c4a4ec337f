import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '#lib/server/context.ts';
import { jobs, uploads } from '#lib/server/db/schema/index.ts';
import { bodyLimit } from '#lib/server/http/body-limits.ts';
import { answerTus } from '#lib/server/http/tus.ts';
import { dataOf, openUpload, receivedBytes, sweepUploads } from '#lib/server/uploads/index.ts';
import { insertRecording, openTestArchive, testNow, type TestArchive } from '../../../../tests/support/factories.ts';
import { insertOrganizer } from '../../../../tests/support/organizer.ts';

let archive: TestArchive;
let editor: Ctx;
beforeAll(async () => {
  archive = await openTestArchive();
  await insertRecording(archive, {
    id: 'talk',
    slug: { en: 'talk', es: 'charla' },
    title: { en: 'A talk' },
    state: 'draft'
  });
  editor = { ...(await insertOrganizer(archive, 'editor')), now: Date.now };
});
afterAll(() => archive.close());

type Headers = Record<string, string>;
const chunk = 'application/offset+octet-stream';
const encode = (text: string) => Buffer.from(text).toString('base64');
const about = `recording ${encode('talk')},filename ${encode('../Mi grabación.mp4')}`;

function send(method: string, path: string, headers: Headers = {}, body?: Buffer | ReadableStream, ctx = editor) {
  const length: Headers = Buffer.isBuffer(body) ? { 'content-length': String(body.length) } : {};
  const given = { ...length, 'tus-resumable': '1.0.0', ...headers };
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== 'none'));
  const init = {
    method,
    headers: kept,
    ...(body && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : body, duplex: 'half' })
  };
  return answerTus(new Request(`http://localhost:3000/uploads${path}`, init), ctx);
}
const create = (headers: Headers = {}, body?: Buffer, ctx = editor) =>
  send('POST', '', { 'upload-length': '10', 'upload-metadata': about, ...headers }, body, ctx);
async function created(length = 10): Promise<string> {
  const response = await create({ 'upload-length': String(length) });
  return (response.headers.get('location') ?? '').replace('/uploads', '');
}
const patch = (path: string, offset: number | string, body = Buffer.alloc(5), headers: Headers = {}) =>
  send('PATCH', path, { 'upload-offset': String(offset), 'content-type': chunk, ...headers }, body);

/** Each case of the protocol 1.0.0 and of the extensions that are offered: what is sent, the number, and headers of the answer. */
interface Case {
  name: string;
  run: () => Promise<Response>;
  status: number | number[];
  headers?: Record<string, string | RegExp | null>;
}
const half = async () => {
  const path = await created();
  await patch(path, 0);
  return path;
};
const whole = async () => {
  const path = await half();
  await patch(path, 5);
  return path;
};
const cases: Case[] = [
  // core: OPTIONS
  {
    name: 'OPTIONS tells version and extensions',
    run: () => send('OPTIONS', ''),
    status: [200, 204],
    headers: { 'tus-version': '1.0.0', 'tus-extension': /creation.*termination.*expiration/ }
  },
  {
    name: 'OPTIONS without a version',
    run: () => send('OPTIONS', '', { 'tus-resumable': 'none' }),
    status: [200, 204],
    headers: { 'tus-max-size': /^\d+$/ }
  },
  // core: version
  ...(['POST', 'HEAD', 'PATCH', 'DELETE'] as const).flatMap((method): Case[] => [
    {
      name: `${method} without a version`,
      run: () => send(method, '/x', { 'tus-resumable': 'none' }),
      status: 412,
      headers: { 'tus-version': '1.0.0' }
    },
    {
      name: `${method} with another version`,
      run: () => send(method, '/x', { 'tus-resumable': '0.2.2' }),
      status: 412,
      headers: { 'tus-version': '1.0.0' }
    }
  ]),
  // core: HEAD
  {
    name: 'HEAD of a new upload',
    run: async () => send('HEAD', await created()),
    status: 200,
    headers: { 'upload-offset': '0', 'upload-length': '10', 'cache-control': 'no-store', 'tus-resumable': '1.0.0' }
  },
  {
    name: 'HEAD of half an upload',
    run: async () => send('HEAD', await half()),
    status: 200,
    headers: { 'upload-offset': '5', 'upload-metadata': /recording/, 'upload-expires': /GMT$/ }
  },
  {
    name: 'HEAD of a whole upload',
    run: async () => send('HEAD', await whole()),
    status: 200,
    headers: { 'upload-offset': '10', 'upload-length': '10' }
  },
  {
    name: 'HEAD of none',
    run: () => send('HEAD', '/abcdefghijklmnopqrstuvwxyz'),
    status: [404, 410],
    headers: { 'upload-offset': null }
  },
  // core: PATCH
  {
    name: 'PATCH at the offset',
    run: async () => patch(await created(), 0),
    status: 204,
    headers: { 'upload-offset': '5', 'upload-expires': /GMT$/ }
  },
  {
    name: 'PATCH to the end',
    run: async () => patch(await half(), 5),
    status: 204,
    headers: { 'upload-offset': '10' }
  },
  { name: 'PATCH before the offset', run: async () => patch(await half(), 0), status: 409 },
  { name: 'PATCH behind the offset', run: async () => patch(await half(), 7), status: 409 },
  { name: 'PATCH without an offset', run: async () => patch(await created(), 'none'), status: 400 },
  { name: 'PATCH with an offset that is no number', run: async () => patch(await created(), 'five'), status: 400 },
  { name: 'PATCH with a negative offset', run: async () => patch(await created(), -5), status: 400 },
  {
    name: 'PATCH without a type',
    run: async () => patch(await created(), 0, Buffer.alloc(5), { 'content-type': 'none' }),
    status: 415
  },
  {
    name: 'PATCH with another type',
    run: async () => patch(await created(), 0, Buffer.alloc(5), { 'content-type': 'text/plain' }),
    status: 415
  },
  { name: 'PATCH of none', run: () => patch('/abcdefghijklmnopqrstuvwxyz', 0), status: [404, 410] },
  { name: 'PATCH with more than was said', run: async () => patch(await created(), 0, Buffer.alloc(11)), status: 413 },
  {
    name: 'PATCH of nothing',
    run: async () => patch(await created(), 0, Buffer.alloc(0)),
    status: 204,
    headers: { 'upload-offset': '0' }
  },
  // creation
  {
    name: 'POST',
    run: () => create(),
    status: 201,
    headers: { location: /^\/uploads\/[a-z2-7]{26}$/, 'upload-expires': /GMT$/, 'tus-resumable': '1.0.0' }
  },
  { name: 'POST without a length', run: () => create({ 'upload-length': 'none' }), status: 400 },
  { name: 'POST with a length that is no number', run: () => create({ 'upload-length': 'ten' }), status: 400 },
  { name: 'POST with a negative length', run: () => create({ 'upload-length': '-1' }), status: 400 },
  {
    name: 'POST with metadata that is not base64',
    run: () => create({ 'upload-metadata': 'recording ****' }),
    status: [400, 404]
  },
  {
    name: 'POST with a key twice',
    run: () => create({ 'upload-metadata': `${about},recording ${encode('x')}` }),
    status: 400
  },
  { name: 'POST larger than anything may be', run: () => create({ 'upload-length': String(2 ** 49) }), status: 413 },
  {
    name: 'POST with another host does not lead there',
    run: () => create({ host: 'evil.example' }),
    status: 201,
    headers: { location: /^\/uploads\// }
  },
  // creation-with-upload
  {
    name: 'POST with bytes',
    run: () => create({ 'content-type': chunk }, Buffer.alloc(4)),
    status: 201,
    headers: { 'upload-offset': '4' }
  },
  {
    name: 'POST with all bytes',
    run: () => create({ 'content-type': chunk }, Buffer.alloc(10)),
    status: 201,
    headers: { 'upload-offset': '10' }
  },
  {
    name: 'POST with bytes of another type',
    run: () => create({ 'content-type': 'application/json' }, Buffer.alloc(4)),
    status: 415
  },
  { name: 'POST with too many bytes', run: () => create({ 'content-type': chunk }, Buffer.alloc(11)), status: 413 },
  // creation-defer-length
  {
    name: 'POST with the length told later',
    run: () => create({ 'upload-length': 'none', 'upload-defer-length': '1' }),
    status: 201
  },
  { name: 'POST with both', run: () => create({ 'upload-defer-length': '1' }), status: 400 },
  {
    name: 'POST with a wrong word for later',
    run: () => create({ 'upload-length': 'none', 'upload-defer-length': '2' }),
    status: 400
  },
  // termination
  { name: 'DELETE', run: async () => send('DELETE', await half()), status: 204, headers: { 'tus-resumable': '1.0.0' } },
  { name: 'DELETE of none', run: () => send('DELETE', '/abcdefghijklmnopqrstuvwxyz'), status: [404, 410] },
  { name: 'DELETE of what has arrived', run: async () => send('DELETE', await whole()), status: 409 }
];

test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, { run, status, headers = {} }) => {
  const response = await run();
  expect([status].flat()).toContain(response.status);
  for (const [name, value] of Object.entries(headers)) {
    const said = response.headers.get(name);
    if (value instanceof RegExp) expect(said, name).toMatch(value);
    else expect(said, name).toBe(value);
  }
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test.each<[string, () => Promise<Response>, number]>([
  ['a visitor', () => create({}, undefined, archive.ctx), 401],
  ['a captioner', () => create({}, undefined, archive.as({ kind: 'organizer', userId: 'c', role: 'captioner' })), 403],
  ['an editor of no recording', () => create({ 'upload-metadata': `recording ${encode('none')}` }), 404],
  ['another site', () => create({ origin: 'https://evil.example' }), 403],
  ['a path', () => send('HEAD', '/..%2f..%2fetc%2fpasswd'), 404],
  ['a name with NUL', () => send('HEAD', '/a%00b'), 404]
])('%s is refused', async (_, run, status) => {
  expect((await run()).status).toBe(status);
});

test('a disk that cannot hold it says so before anything is sent', async () => {
  const roomless = { ...editor, config: { ...editor.config, uploadMaxBytes: 2 ** 60 } };
  const response = await create({ 'upload-length': String(2 ** 49) }, undefined, roomless);
  // the library's own limit was made with the first request
  expect([413, 507]).toContain(response.status);
  await expect(
    openUpload(roomless, { recordingId: 'talk', originalName: 'x', declaredBytes: 2 ** 50 })
  ).rejects.toMatchObject({
    kind: 'no-space',
    code: 'upload.no-space'
  });
  const small = { ...editor, config: { ...editor.config, mediaQuotaBytes: 100 } };
  await expect(openUpload(small, { recordingId: 'talk', originalName: 'x', declaredBytes: 200 })).rejects.toMatchObject(
    {
      code: 'upload.quota'
    }
  );
});

test('a length told later, and then all of it', async () => {
  const opened = await create({ 'upload-length': 'none', 'upload-defer-length': '1' });
  const path = (opened.headers.get('location') ?? '').replace('/uploads', '');
  expect((await send('HEAD', path)).headers.get('upload-defer-length')).toBe('1');
  expect((await patch(path, 0, Buffer.alloc(5), { 'upload-length': '5' })).status).toBe(204);
  const [row] = await archive.ctx.read
    .select()
    .from(uploads)
    .where(eq(uploads.id, path.slice(1)));
  expect(row).toMatchObject({ state: 'arrived', declaredBytes: 5, originalName: 'Mi grabación.mp4' });
});

test('a line that breaks keeps what came, byte for byte, and the rest makes the file whole', async () => {
  const body = randomBytes(300_000);
  const path = await created(body.length);
  const id = path.slice(1);
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(body.subarray(0, 100_000))),
    async pull(controller) {
      // as if the line went while the next bytes were on it
      await expect.poll(() => receivedBytes(editor, id), { timeout: 30_000 }).toBe(100_000);
      controller.error(new Error('gone'));
    }
  });
  await send('PATCH', path, { 'upload-offset': '0', 'content-type': chunk }, broken).catch(() => null);
  const offset = Number((await send('HEAD', path)).headers.get('upload-offset'));
  expect(offset).toBe(100_000);
  await patch(path, offset, body.subarray(offset));
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(hash(readFileSync(dataOf(editor, id)))).toBe(hash(body));
});

test('killed between the last byte and the word of it: asking for the offset, or sweeping, says it', async () => {
  for (const finish of [
    async (path: string) => void (await send('HEAD', path)),
    async () => void (await sweepUploads(editor))
  ]) {
    const path = await created();
    writeFileSync(dataOf(editor, path.slice(1)), Buffer.alloc(10));
    await finish(path);
    const [row] = await archive.ctx.read
      .select()
      .from(uploads)
      .where(eq(uploads.id, path.slice(1)));
    expect(row?.state).toBe('arrived');
  }
});

test('what has arrived is looked at once, however often its end is told', async () => {
  const before = (await archive.ctx.read.select().from(jobs)).length;
  const path = await whole();
  await send('HEAD', path);
  await sweepUploads(editor);
  expect((await archive.ctx.read.select().from(jobs)).length).toBe(before + 1);
});

test('sweeping throws away parts that nobody went on sending for a week, and folders without a row', async () => {
  const path = await half();
  const stray = join(archive.dataDir, 'uploads', 'a'.repeat(26));
  const { mkdirSync } = await import('node:fs');
  mkdirSync(stray);
  utimesSync(stray, new Date(testNow), new Date(testNow));
  const kept = await half();
  await archive.ctx.db.write((tx) =>
    tx
      .update(uploads)
      .set({ expiresAt: 1 })
      .where(eq(uploads.id, path.slice(1)))
  );
  const swept = await sweepUploads(editor);
  expect(swept).toMatchObject({ expired: 1 });
  expect(existsSync(stray)).toBe(false);
  const folders = readdirSync(join(archive.dataDir, 'uploads'));
  expect(folders).not.toContain(path.slice(1));
  expect(folders).toContain(kept.slice(1));
  expect((await send('HEAD', path)).status).toBe(404);
});

test.each([
  ['/uploads', 17],
  ['/uploads/abc', 17],
  ['/en/manage/media/x/file', 101],
  ['/es/gestion/medios/x/archivo', 101],
  ['/en/manage/images/new', 40],
  ['/es/gestion/subtitulos/x', 6],
  ['/en/manage/media/x', 4],
  ['/uploadsx', 0.5],
  ['/', 0.5]
])('a body for %s has at most %s MiB', (path, mebibytes) => {
  expect(bodyLimit(path)).toBe(mebibytes * 2 ** 20);
});
