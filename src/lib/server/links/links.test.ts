import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '#lib/server/context.ts';
import { resources } from '#lib/server/db/schema/index.ts';
import { askAddress, isFailure } from '#lib/server/links/ask.ts';
import { isAskable, isPublicAddress } from '#lib/server/links/guard.ts';
import { checkLinks, listDeadLinks, nameCopy, outsideLinks } from '#lib/server/links/index.ts';
import { openTestArchive, testNow, type TestArchive } from '../../../../tests/support/factories.ts';

test.each([
  ['93.184.215.14', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['2606:4700::1111', true],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.215.14', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['not an address', false]
])('%s may be asked: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test.each([
  ['https://example.org/a', true],
  ['http://example.org:80/', true],
  ['http://example.org:22/', false],
  ['ftp://example.org/', false],
  ['file:///etc/passwd', false],
  ['http://user:secret@example.org/', false],
  ['javascript:alert(1)', false],
  ['', false]
])('%s is an address to ask: %s', (url, expected) => {
  expect(isAskable(url)).toBe(expected);
});

describe('against a server of this machine', () => {
  let server: Server;
  let origin: string;
  let archive: TestArchive;
  let seen: string[] = [];
  const signal = new AbortController().signal;
  const here = { signal, isOpen: () => true, mayAsk: (url: string) => /^http:/.test(url), pauseMs: 0 };

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
      const path = request.url ?? '';
      if (path === '/headless') response.statusCode = request.method === 'HEAD' ? 405 : 200;
      else if (/^\/\d{3}$/.test(path)) response.statusCode = Number(path.slice(1));
      else if (path === '/moved') response.writeHead(301, { location: '/200' });
      else if (path === '/round') response.writeHead(302, { location: '/round' });
      else if (path === '/away') response.writeHead(302, { location: 'file:///etc/passwd' });
      else if (path === '/cut') return void response.destroy();
      response.end(request.method === 'GET' ? 'x'.repeat(100_000) : undefined);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    origin = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`;
    archive = await openTestArchive();
  });
  beforeEach(() => (seen = []));
  afterAll(async () => {
    server.close();
    await archive.close();
  });

  test.each([
    ['/200', false],
    ['/headless', false],
    ['/moved', false],
    ['/403', false],
    ['/429', false],
    ['/404', true],
    ['/410', true],
    ['/500', true],
    ['/round', true],
    ['/away', true],
    ['/cut', true]
  ])('%s fails: %s', async (path, expected) => {
    expect(isFailure(await askAddress(origin + path, here))).toBe(expected);
  });

  test('an address of the machine’s own network is never connected to, by figure, by name or by redirect', async () => {
    const port = new URL(origin).port;
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0']) {
      const answer = await askAddress(`http://${host}:${port}/200`, { signal, mayAsk: () => true });
      expect(answer, host).toHaveProperty('failure');
    }
    expect(seen).toEqual([]);
  });

  test('two failures on different days make a link dead and a copy is offered', async () => {
    const at = (day: number): Ctx => ({ ...archive.ctx, now: () => testNow + day * 86_400_000 });
    await archive.ctx.db.write(async (tx) => {
      const row = (id: string, url: string | null) => ({ id, position: 0, title: { en: id, es: id }, url });
      await tx
        .insert(resources)
        .values([row('a', `${origin}/404`), row('b', `${origin}/200`), row('c', null), row('d', 'mailto:a@b.example')]);
    });
    expect(await outsideLinks(archive.ctx)).toEqual([`${origin}/200`, `${origin}/404`]);
    expect(await checkLinks(at(0), here)).toMatchObject({ checked: 2, dead: [] });
    expect(await checkLinks(at(0.5), here)).toMatchObject({ dead: [] });
    expect(await listDeadLinks(archive.ctx)).toEqual({});
    const before = archive.ctx.db.contentRevision();
    expect(await checkLinks(at(7), here)).toMatchObject({ dead: [`${origin}/404`] });
    expect(archive.ctx.db.contentRevision()).toBeGreaterThan(before);
    await nameCopy(archive.ctx, `${origin}/404`, 'https://web.archive.example/1');
    expect(await listDeadLinks(archive.ctx)).toEqual({
      [`${origin}/404`]: { since: '2026-03-01', archivedUrl: 'https://web.archive.example/1' }
    });
    await expect(nameCopy(archive.ctx, `${origin}/404`, 'javascript:alert(1)')).rejects.toMatchObject({
      kind: 'invalid'
    });
    await expect(nameCopy(archive.ctx, 'https://other.example', null)).rejects.toMatchObject({ kind: 'missing' });
  });
});
