import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files, images } from '#lib/server/db/schema/index.ts';
import { answerWithFile } from '#lib/server/http/file-answer.ts';
import { findFile, portionOf, readPortion } from '#lib/server/media/index.ts';
import { insertRecording, openTestArchive, testNow, type TestArchive } from '../../../../tests/support/factories.ts';

const etag = '"e"';
const size = 10;
test.each<[string | null, string | null, ReturnType<typeof portionOf>]>([
  [null, null, { kind: 'whole' }],
  ['bytes=0-', null, { kind: 'part', start: 0, end: 9 }],
  ['bytes=0-0', null, { kind: 'part', start: 0, end: 0 }],
  ['bytes=3-5', null, { kind: 'part', start: 3, end: 5 }],
  ['Bytes=3-5', null, { kind: 'part', start: 3, end: 5 }],
  ['bytes=3-500', null, { kind: 'part', start: 3, end: 9 }],
  ['bytes=-1', null, { kind: 'part', start: 9, end: 9 }],
  ['bytes=-500', null, { kind: 'part', start: 0, end: 9 }],
  ['bytes=-0', null, { kind: 'unsatisfiable' }],
  ['bytes=10-', null, { kind: 'unsatisfiable' }],
  ['bytes=10-20', null, { kind: 'unsatisfiable' }],
  ['bytes=99999999999999999999999-', null, { kind: 'unsatisfiable' }],
  ['bytes=5-2', null, { kind: 'whole' }],
  ['bytes=0-1,3-4', null, { kind: 'whole' }],
  [`bytes=${Array.from({ length: 100 }, () => '0-1').join(',')}`, null, { kind: 'whole' }],
  ['bytes=-', null, { kind: 'whole' }],
  ['bytes=a-b', null, { kind: 'whole' }],
  ['bytes', null, { kind: 'whole' }],
  ['seconds=0-1', null, { kind: 'whole' }],
  ['bytes=1-2', '"e"', { kind: 'part', start: 1, end: 2 }],
  ['bytes=1-2', '"old"', { kind: 'whole' }],
  ['bytes=1-2', 'W/"e"', { kind: 'whole' }],
  ['bytes=1-2', 'Tue, 24 Nov 2026 17:00:00 GMT', { kind: 'whole' }]
])('Range: %s, If-Range: %s', (range, ifRange, portion) => {
  expect(portionOf({ range, ifRange }, size, etag)).toEqual(portion);
});

test.each([
  [null, { kind: 'whole' }],
  ['bytes=0-', { kind: 'unsatisfiable' }],
  ['bytes=-1', { kind: 'unsatisfiable' }]
])('an empty file, Range: %s', (range, portion) => {
  expect(portionOf({ range, ifRange: null }, 0, etag)).toEqual(portion);
});

let archive: TestArchive;
const body = 'abcdefghij';
beforeAll(async () => {
  archive = await openTestArchive();
  const media = (id: string, file: string, kind: 'video' | 'hls' = 'video') => ({
    ...{ id, kind, file, body },
    mimeType: kind === 'hls' ? 'application/vnd.apple.mpegurl' : 'video/mp4'
  });
  const slug = (id: string) => ({ en: id, es: id });
  for (const state of ['public', 'unlisted', 'draft', 'withdrawn'] as const) {
    await insertRecording(archive, {
      id: state,
      state,
      slug: slug(state),
      title: { en: state },
      media: [media('v', `${state}/v.mp4`), media('h', `${state}/hls/master.m3u8`, 'hls')]
    });
  }
  const stored = async (key: string, more: Partial<typeof files.$inferInsert> = {}) => {
    mkdirSync(join(archive.dataDir, 'files', key, '..'), { recursive: true });
    writeFileSync(join(archive.dataDir, 'files', key), body);
    const row = { key, bytes: 10, sha256: 'a'.repeat(64), mimeType: 'video/iso.segment', createdAt: testNow, ...more };
    await archive.ctx.db.write((tx) => tx.insert(files).values(row));
  };
  await stored('public/hls/v/1.m4s');
  await stored('draft/hls/v/1.m4s');
  await stored('public/original.mov', { audience: 'organizers' });
  await stored('nobody.mp4');
  await stored('picture.png', { mimeType: 'image/png' });
  await archive.ctx.db.write((tx) =>
    tx.insert(images).values({
      ...{ id: 'picture', uuid: 'picture', state: 'public', createdAt: testNow, updatedAt: testNow },
      fileKey: 'picture.png',
      alt: { en: 'A picture' }
    })
  );
  writeFileSync(join(archive.dataDir, 'secret.txt'), 'secret');
  symlinkSync(join(archive.dataDir, 'files', 'public'), join(archive.dataDir, 'files', 'link'));
});
afterAll(() => archive.close());

describe('only what belongs to something that may be read', () => {
  test.each([
    ['public/v.mp4', 'public'],
    ['public/hls/master.m3u8', 'public'],
    ['public/hls/v/1.m4s', 'public'],
    ['picture.png', 'public'],
    ['unlisted/v.mp4', 'private'],
    ['draft/v.mp4', undefined],
    ['draft/hls/v/1.m4s', undefined],
    ['withdrawn/v.mp4', undefined],
    ['public/original.mov', undefined],
    ['nobody.mp4', undefined],
    ['link/v.mp4', undefined],
    ['public/absent.mp4', undefined],
    ['../secret.txt', undefined],
    ['public/../../secret.txt', undefined],
    ['public/./v.mp4', undefined],
    ['/public/v.mp4', undefined],
    ['public//v.mp4', undefined],
    ['public/v.mp4/', undefined],
    ['public\\v.mp4', undefined],
    ['public/v.mp4\0', undefined],
    ['', undefined]
  ])('a visitor asks for %s: %s', async (key, sharing) => {
    expect((await findFile(archive.ctx, key))?.sharing).toBe(sharing);
  });

  test.each([
    ['draft/v.mp4', 'none'],
    ['draft/hls/v/1.m4s', 'none'],
    ['public/v.mp4', 'public'],
    ['nobody.mp4', undefined]
  ])('an editor asks for %s: %s', async (key, sharing) => {
    const editor = archive.as({ kind: 'organizer', userId: 'u', role: 'editor' });
    expect((await findFile(editor, key))?.sharing).toBe(sharing);
  });
});

const ask = async (headers: Record<string, string>, method = 'GET', key = 'public/v.mp4') => {
  const file = await findFile(archive.ctx, key);
  if (!file) throw new Error('no file');
  const response = answerWithFile(new Request('http://acervo.example/', { method, headers }), file);
  return {
    status: response.status,
    text: await response.text(),
    length: response.headers.get('content-length'),
    range: response.headers.get('content-range'),
    cache: response.headers.get('cache-control'),
    type: response.headers.get('content-type'),
    etag: response.headers.get('etag') ?? ''
  };
};

test('whole, part, nothing new and too far', async () => {
  const whole = await ask({});
  expect(whole).toMatchObject({ status: 200, text: body, length: '10', range: null, type: 'video/mp4' });
  expect(whole.cache).toBe('public, max-age=604800, immutable');
  expect(await ask({ range: 'bytes=2-4' })).toMatchObject({
    status: 206,
    text: 'cde',
    length: '3',
    range: 'bytes 2-4/10'
  });
  expect(await ask({ range: 'bytes=-3' })).toMatchObject({ status: 206, text: 'hij', range: 'bytes 7-9/10' });
  expect(await ask({ range: 'bytes=0-1,4-5' })).toMatchObject({ status: 200, text: body });
  expect(await ask({ range: 'bytes=99-' })).toMatchObject({ status: 416, text: '', range: 'bytes */10' });
  expect(await ask({ 'if-none-match': `"x", W/${whole.etag}` })).toMatchObject({ status: 304, text: '' });
  expect(await ask({ range: 'bytes=2-4', 'if-range': whole.etag })).toMatchObject({ status: 206, text: 'cde' });
  expect(await ask({ range: 'bytes=2-4', 'if-range': '"old"' })).toMatchObject({ status: 200, text: body });
  expect(await ask({ range: 'bytes=2-4' }, 'HEAD')).toMatchObject({ status: 200, text: '', length: '10' });
});

test('beyond 4 GiB', async () => {
  const path = join(archive.dataDir, 'files', 'public/v.mp4');
  const far = 5 * 2 ** 30;
  truncateSync(path, far);
  expect(await ask({ range: `bytes=${String(far - 4)}-` })).toMatchObject({
    status: 206,
    text: '\0\0\0\0',
    range: `bytes ${String(far - 4)}-${String(far - 1)}/${String(far)}`
  });
  truncateSync(path, 0);
  expect(await ask({})).toMatchObject({ status: 200, text: '', length: '0' });
  expect(await ask({ range: 'bytes=0-' })).toMatchObject({ status: 416, range: 'bytes */0' });
  writeFileSync(path, body);
});

test('1,000 readers who leave in the middle, at once or before they read keep no descriptor', async () => {
  const path = join(archive.dataDir, 'big.bin');
  writeFileSync(path, '');
  truncateSync(path, 4 * 2 ** 20);
  const descriptors = () => readdirSync('/proc/self/fd').length;
  const before = descriptors();
  for (let i = 0; i < 1000; i++) {
    const reader = readPortion(path, 0, 4 * 2 ** 20 - 1).getReader();
    if (i % 3 === 0) await reader.read();
    const going = i % 3 === 1 ? reader.read() : null;
    await reader.cancel();
    await going;
  }
  expect(Math.abs(descriptors() - before)).toBeLessThanOrEqual(5);
});

test('a file that is shorter than it should be ends in an error, not in silence', async () => {
  const path = join(archive.dataDir, 'files', 'public/v.mp4');
  await expect(new Response(readPortion(path, 0, 20)).text()).rejects.toThrow('ended at byte 10');
});
