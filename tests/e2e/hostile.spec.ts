import { connect } from 'node:net';
import { expect, test } from '@playwright/test';

// What a hostile client sends, against the running server. Raw sockets: no client library would send most of it. No browser.

let port = 0;
test.beforeAll(({}, { project }) => {
  port = Number(new URL(project.use.baseURL ?? '').port);
});

interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** The whole answer, as text; empty when the connection was closed without one. */
const send = ({ method = 'GET', path, headers = {}, body = '' }: Sent): Promise<string> =>
  new Promise((resolve, reject) => {
    const all = { host: `localhost:${port}`, connection: 'close', ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', (error) => (text ? resolve(text) : reject(error))).on('close', () => resolve(text));
  });
const statusOf = (answer: string) => Number(answer.split(' ')[1] ?? 0);
const headerOf = (answer: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(answer)?.[1]?.trim() ?? null;

const types = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/json',
  'application/xml',
  'application/octet-stream',
  ''
];
const senders: [string, Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['no origin, as a sandboxed frame says', { origin: 'null' }],
  ['another site, by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour, by Sec-Fetch-Site', { 'sec-fetch-site': 'same-site', origin: 'http://localhost' }],
  ['another port', { origin: 'http://localhost:1' }]
];

test('a change that another site asks for is refused, whatever the body says it is @once', async () => {
  for (const path of ['/en/sign-in?/enter', '/en/manage/sign-out', '/es/entrar?/enter']) {
    for (const [name, from] of senders) {
      for (const type of types) {
        const headers = { ...from, ...(type && { 'content-type': type }), 'content-length': '3', cookie: 'acervo=x' };
        const status = statusOf(await send({ method: 'POST', path, headers, body: 'a=b' }));
        expect(status, `${path}, ${name}, ${type || 'no type'}`).toBe(403);
      }
    }
  }
});

const roots = ['/media/', '/captions/', '/en/recordings/', '/id/', '/q/', '/sitemap/', '/_app/', '/api/v1/'];
const climbs = [
  '..',
  '%2e%2e',
  '%2E%2E',
  '.%2e',
  '%252e%252e',
  '..;',
  '%c0%ae%c0%ae',
  '\u2025',
  '..%00',
  '%u002e%u002e',
  '....'
];
const slashes = ['/', '%2f', '%5c', '%252f', '//', '/./'];
const targets = ['etc/passwd', 'acervo.db', 'secret.key', 'package.json', 'server.lock'];

test('no address climbs out of its folder @once', async () => {
  const passwd = /root:.*:0:0:|SQLite format|"dependencies"/;
  let asked = 0;
  for (const root of roots) {
    const paths = climbs.flatMap((climb) =>
      slashes.map((slash, i) => root + `${climb}${slash}`.repeat(6) + (targets[i % targets.length] ?? ''))
    );
    for (let at = 0; at < paths.length; at += 22) {
      const answers = await Promise.all(
        paths.slice(at, at + 22).map((path) => send({ path: encodeURI(path).replaceAll('%25', '%') }))
      );
      for (const [i, answer] of answers.entries()) {
        asked++;
        expect([200, 206], paths[at + i]).not.toContain(statusOf(answer));
        expect(statusOf(answer), paths[at + i]).toBeLessThan(500);
        expect(answer).not.toMatch(passwd);
      }
    }
  }
  expect(asked).toBeGreaterThan(500);
});

test('a false host or forwarded header changes no link and no address @once', async () => {
  for (const headers of [{ host: 'evil.example' }, { host: `localhost:${port}@evil.example` }, { host: '' }]) {
    const answer = await send({ path: '/en', headers });
    expect([400, 421], JSON.stringify(headers)).toContain(statusOf(answer));
    expect(headerOf(answer, 'location')).toBe(null);
  }
  const spoofs = [
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-port',
    'forwarded',
    'x-original-url',
    'x-rewrite-url',
    'x-real-ip'
  ];
  for (const path of ['/en', '/en/feed.xml', '/sitemap.xml', '/en/calendar.ics']) {
    const [plain, spoofed] = await Promise.all([
      send({ path }),
      send({ path, headers: Object.fromEntries(spoofs.map((name) => [name, 'evil.example'])) })
    ]);
    expect(statusOf(spoofed), path).toBe(statusOf(plain));
    expect(spoofed, path).not.toContain('evil.example');
  }
});

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/%2f/evil.example',
  '/%5cevil.example',
  'javascript:alert(1)',
  '\t//evil.example',
  '/\t/evil.example',
  '///evil.example',
  'evil.example',
  '/en/../..//evil.example',
  'http:evil.example',
  'data:text/html,x',
  '/\u2028/evil.example',
  '%0d%0aLocation: https://evil.example'
];

test('signing in leads to no other site @once', async ({ request }) => {
  for (const next of elsewhere) {
    const answer = await request.get(`/en/sign-in?next=${encodeURIComponent(next)}`);
    const page = await answer.text();
    const [, kept = ''] = /name="next" value="([^"]*)"/.exec(page) ?? [];
    const decoded = kept.replaceAll('&amp;', '&');
    const leads = decoded === '' ? '/' : decoded;
    expect(new URL(leads, `http://localhost:${port}`).origin, next).toBe(`http://localhost:${port}`);
  }
});

test('bodies that are too large, without a length, or shorter than they say do no harm @once', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: `http://localhost:${port}` };
  const post = (headers: Record<string, string>, body = '') =>
    send({ method: 'POST', path: '/en/search', headers: { ...form, ...headers }, body });
  expect(statusOf(await post({ 'content-length': '999999999' }))).toBe(413);
  expect(statusOf(await post({ 'transfer-encoding': 'chunked' }, '5\r\na=b&c\r\n0\r\n\r\n'))).toBe(411);
  expect(statusOf(await post({ 'content-length': '-1' }))).toBe(400);
  expect(
    statusOf(await post({ 'content-length': '5', 'transfer-encoding': 'chunked' }, '0\r\n\r\n'))
  ).toBeGreaterThanOrEqual(400);
  expect(statusOf(await send({ path: '/en', headers: { 'x-long': 'x'.repeat(70_000) } }))).toBe(431);
  expect(statusOf(await send({ path: `/en/search?q=${'a'.repeat(15_000)}` }))).toBeLessThan(500);
  expect(statusOf(await send({ method: 'FOO', path: '/en' }))).toBeGreaterThanOrEqual(400);
  expect(statusOf(await send({ method: 'TRACE', path: '/en' }))).toBeGreaterThanOrEqual(400);
});

test('hostile searches are answered, and never with an error of ours @once', async () => {
  const words = [
    '"'.repeat(200),
    '('.repeat(300),
    'a* '.repeat(100),
    'NEAR(a b, 99999)',
    'x:y:z',
    '-a -b -c',
    "d'angelo",
    '\u0000',
    '*',
    '"',
    'a OR '.repeat(200),
    '\ud800',
    '%',
    'a'.repeat(200),
    'ñ'.repeat(199),
    '[]{}^$.|?+',
    'lang:es lang:en',
    '<script>alert(1)</script>',
    '\u202e\u2066'.repeat(50),
    'año '.repeat(50)
  ];
  for (const path of ['/en/search?q=', '/es/buscar?q=', '/api/v1/search?q=']) {
    for (const word of words) {
      const answer = await send({ path: path + encodeURIComponent(word.replace('\ud800', '\ufffd')) });
      expect(statusOf(answer), `${path}${word.slice(0, 30)}`).toBeLessThan(500);
      expect(answer).not.toContain('<script>alert(1)</script>');
    }
  }
});

test('what is private is never marked for everybody’s caches, and every answer carries its protection @once', async () => {
  for (const path of [
    '/en/manage',
    '/en/sign-in',
    '/healthz',
    '/readyz',
    '/metrics',
    '/en/missing',
    '/media/aa/none.mp4',
    '/en',
    '/en/feed.xml'
  ]) {
    const answer = await send({ path });
    expect(headerOf(answer, 'x-content-type-options'), path).toBe('nosniff');
    expect(headerOf(answer, 'referrer-policy'), path).toBeTruthy();
    expect(headerOf(answer, 'content-security-policy'), path).toBeTruthy();
    expect(headerOf(answer, 'set-cookie'), path).toBe(null);
    const isOpen =
      [200, 304].includes(statusOf(answer)) && !['/en/sign-in', '/healthz', '/readyz', '/metrics'].includes(path);
    if (!isOpen) expect(headerOf(answer, 'cache-control') ?? '', path).not.toMatch(/public/);
  }
});

test('two hundred clients that send their request a letter at a time keep nobody else waiting for ever @once', async ({
  request
}) => {
  const slow = Array.from({ length: 200 }, () =>
    connect(port, '127.0.0.1', function () {
      /* opened, and nearly silent */
    })
  );
  try {
    for (const socket of slow) socket.on('error', () => undefined).write('GET /en HTTP/1.1\r\nHo');
    for (let i = 0; i < 20; i++) expect((await request.get(`/en/events?slow=${i}`)).status()).toBe(200);
  } finally {
    for (const socket of slow) socket.destroy();
  }
});
