import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, get, request, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#lib/server/config.ts';
import { createFront } from '#lib/server/http/front.ts';
import { KeptFiles } from '#lib/server/http/kept-files.ts';
import { KeptPages } from '#lib/server/http/kept-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'acervo-kept-'));
const path = join(folder, 'film.mp4');
const size = 3 * 2 ** 20 + 5;
writeFileSync(path, Buffer.from(Array.from({ length: 256 }, (_, i) => i)));
const file = { key: 'ab/film.mp4', path, bytes: size, etag: '"e"', mimeType: 'video/mp4', sharing: 'public' } as const;
let revision = 1;
const pages = new KeptPages();
pages.revision = () => revision;
let server: Server;
let port = 0;
const open = async (accel: string | null = null) => {
  const config = { ...readConfig({}), accelPrefix: accel };
  server = createServer(
    createFront({ ...config, hosts: ['archive'] }, pages, (_, response) => void response.writeHead(404).end('asked'))
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
};
beforeAll(async () => {
  truncateSync(path, size);
  await open();
});
afterEach(() => {
  revision++;
});
afterAll(() => {
  server.close();
  KeptFiles.shared.clear();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}
const ask = (headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const options = {
      port,
      host: '127.0.0.1',
      path: '/media/ab/film.mp4',
      method,
      agent: false,
      headers: { host: 'archive', ...headers }
    };
    request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
      );
    })
      .on('error', reject)
      .end();
  });
const keep = () => KeptFiles.shared.keep('/media/ab/film.mp4', file, revision);

test('what everybody may have is sent without asking again, byte for byte', async () => {
  keep();
  const whole = await ask();
  expect([whole.status, whole.body.length]).toEqual([200, size]);
  const part = await ask({ range: 'bytes=1-3' });
  expect(part).toMatchObject({ status: 206, body: Buffer.from([1, 2, 3]) });
  expect(part.headers).toMatchObject({
    'content-range': `bytes 1-3/${String(size)}`,
    'x-content-type-options': 'nosniff'
  });
  expect((await ask({ range: 'bytes=-2' })).body.length).toBe(2);
  expect((await ask({ range: 'bytes=0-1,4-5' })).status).toBe(200);
  expect((await ask({ range: `bytes=${String(size)}-` })).status).toBe(416);
  expect(await ask({ 'if-none-match': '"e"' })).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  const head = await ask({ range: 'bytes=1-3' }, 'HEAD');
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(size), 0]);
});

test.each([
  ['', 'GET'],
  ['bytes=0-9', 'GET'],
  ['bytes=0-9', 'HEAD']
])('after a change of the archive it is asked again, Range %s, %s', async (range, method) => {
  keep();
  expect((await ask()).status).toBe(200);
  revision++;
  expect((await ask(range ? { range } : {}, method)).status).toBe(404);
});

test('who is signed in is always asked', async () => {
  keep();
  expect((await ask({ cookie: 'acervo=abc' })).status).toBe(404);
});

test('a file that was cut short breaks off, and is not taken for the whole', async () => {
  KeptFiles.shared.keep('/media/ab/film.mp4', { ...file, bytes: size + 10 }, revision);
  await expect(ask()).rejects.toThrow(/aborted|reset|hang up/i);
});

test('1,000 readers who leave in the middle keep no descriptor', async () => {
  keep();
  await ask({ range: 'bytes=0-0' });
  const descriptors = () => readdirSync('/proc/self/fd').length;
  const before = descriptors();
  for (let i = 0; i < 1000; i++) {
    await new Promise<void>((resolve) => {
      const asked = get(
        { port, host: '127.0.0.1', path: '/media/ab/film.mp4', agent: false, headers: { host: 'archive' } },
        (response) => {
          response.once('data', () => response.destroy());
          response.once('close', resolve);
        }
      );
      asked.on('error', () => resolve());
    });
  }
  await expect.poll(() => Math.abs(descriptors() - before), { timeout: 30_000 }).toBeLessThanOrEqual(5);
});

test('behind nginx the bytes are left to it', async () => {
  server.close();
  await open('/files/');
  keep();
  const { status, headers, body } = await ask({ range: 'bytes=1-3' });
  expect([status, headers['x-accel-redirect'], body.length]).toEqual([200, '/files/ab/film.mp4', 0]);
  expect(headers['cache-control']).toContain('public');
});
