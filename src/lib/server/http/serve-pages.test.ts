import {
  createServer,
  request as connect,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server
} from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { KeptPages } from '#lib/server/http/kept-pages.ts';
import { treatmentOf } from '#lib/server/http/page-key.ts';
import { servePages } from '#lib/server/http/serve-pages.ts';

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((closed) => server.close(closed)))));

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}
const decode = (body: Buffer, encoding: string | undefined) =>
  (encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body).toString();

const page = (body: string, headers: Record<string, string> = {}): RequestListener => {
  return (_, response) => {
    for (const [name, value] of Object.entries({ 'content-type': 'text/html', etag: '"1"', ...headers }))
      response.setHeader(name, value);
    response.writeHead(200);
    response.write(body);
    response.end();
  };
};

/** A server in front of `handler`; `rendered` counts how often the handler ran. */
async function open(handler: RequestListener, pages = new KeptPages()) {
  let now = 0;
  let rendered = 0;
  const state = { revision: 1 };
  pages.revision = () => state.revision;
  const counted: RequestListener = (request, response) => {
    rendered += 1;
    handler(request, response);
  };
  const server = createServer(servePages(counted, pages, () => now));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const ask = (path = '/en', headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const outgoing = connect({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const text = decode(Buffer.concat(chunks), answer.headers['content-encoding']);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
      });
      outgoing.on('error', reject).end();
    });
  return { ask, pages, state, port, rendered: () => rendered, wait: (ms: number) => (now += ms) };
}

test('a page is rendered once and then kept, until the archive changes or a minute has passed', async () => {
  let text = 'one';
  const { ask, state, rendered, wait } = await open((request, response) => page(text)(request, response));
  expect((await ask()).text).toBe('one');
  text = 'two';
  expect((await ask()).text).toBe('one');
  state.revision = 2;
  expect((await ask()).text).toBe('two');
  text = 'three';
  wait(59_999);
  expect((await ask()).text).toBe('two');
  wait(1);
  expect((await ask()).text).toBe('three');
  expect(rendered()).toBe(3);
});

test.each([
  ['with a session', '/en', { cookie: 'x=1; acervo=abc' }, {}],
  ['with a session over https', '/en', { cookie: '__Host-acervo=abc' }, {}],
  ['with a parameter that no page reads', '/en?utm_source=x', {}, {}],
  ['a range', '/en', { range: 'bytes=0-1' }, {}],
  ['a file', '/media/a.mp4', {}, {}],
  ['an organizer’s page', '/es/gestion/actividades', {}, {}],
  ['the page for signing in', '/en/sign-in', {}, {}],
  ['an answer with a cookie', '/en', {}, { 'set-cookie': 'a=b' }],
  ['a preview', '/en', {}, { 'cache-control': 'no-store' }]
])('%s is never kept', async (_, path, headers, answered) => {
  const { ask, rendered, pages } = await open(page('x', answered));
  await ask(path, headers);
  await ask(path, headers);
  expect(rendered()).toBe(2);
  expect(pages.bytes).toBe(0);
});

test('an error is not kept', async () => {
  const { ask, rendered } = await open((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.writeHead(404);
    response.end('nothing here');
  });
  expect(await ask()).toMatchObject({ status: 404, text: 'nothing here' });
  expect((await ask()).status).toBe(404);
  expect(rendered()).toBe(2);
});

test('100 visitors at once on a cold page render it once', async () => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const { ask, rendered } = await open((request, response) => void gate.then(() => page('crowd')(request, response)));
  const answers = Array.from({ length: 100 }, () => ask());
  await expect.poll(rendered).toBe(1);
  release();
  for (const answer of await Promise.all(answers)) expect(answer.text).toBe('crowd');
  expect(rendered()).toBe(1);
});

test('when the one who renders leaves, the others still get the page', async () => {
  const held: (() => void)[] = [];
  const { ask, port, rendered } = await open((request, response) => {
    held.push(() => page('late')(request, response));
  });
  const first = connect({ host: '127.0.0.1', port, path: '/en' }).on('error', () => undefined);
  first.end();
  await expect.poll(() => held.length).toBe(1);
  const others = [ask(), ask()];
  first.destroy();
  await expect.poll(() => held.length).toBe(2);
  held[1]?.();
  expect((await Promise.all(others)).map((answer) => answer.text)).toEqual(['late', 'late']);
  expect(rendered()).toBe(2);
});

test('a page whose rendering began before a change is not kept after it', async () => {
  const { ask, state, rendered } = await open((request, response) => {
    state.revision += 1; // somebody publishes while this is rendered
    page('old')(request, response);
  });
  await ask();
  await ask();
  expect(rendered()).toBe(2);
});

test.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['', undefined]
])('to a visitor who takes "%s" it is sent as %s', async (accepts, encoding) => {
  const body = 'palabra '.repeat(500);
  const { ask } = await open(page(body));
  for (const path of ['/en', '/en', '/en?q=x']) {
    const answer = await ask(path, { 'accept-encoding': accepts });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.text).toBe(body);
  }
});

test('who has the page already is told so, and gets nothing again', async () => {
  const { ask, rendered } = await open(page('x'));
  const { headers } = await ask();
  expect(headers).toMatchObject({ etag: 'W/"1"', 'cache-control': 'no-cache' });
  expect(await ask('/en', { 'if-none-match': 'W/"1"' })).toMatchObject({ status: 304, text: '' });
  expect(await ask('/en', { 'if-none-match': 'W/"0"' })).toMatchObject({ status: 200, text: 'x' });
  expect((await ask('/en', {}, 'HEAD')).headers['content-length']).toBe('1');
  expect(rendered()).toBe(1 + 1);
});

test('room is bounded: the page unused for longest goes', async () => {
  const { ask, rendered, pages } = await open(page('x'.repeat(900)), new KeptPages({ limitBytes: 30_000 }));
  for (let i = 0; i < 20; i++) await ask(`/en/${i}`);
  expect(pages.bytes).toBeLessThanOrEqual(30_000);
  await ask('/en/19');
  expect(rendered()).toBe(20);
  await ask('/en/0');
  expect(rendered()).toBe(21);
});

test.each([
  ['/en?status=held&page=2', '/en?page=2&status=held'],
  ['/en?t=10&cc=es', '/en?cc=es&t=10'],
  ['/en?q=x', null],
  ['/en', '/en']
])('%s is kept under %s', (url, key) => {
  expect(treatmentOf({ method: 'GET', url, headers: {} })).toEqual({ pass: false, key });
});

test.each([
  ['kept', '/en', {}],
  ['not kept', '/en?unknown=1', {}],
  ['of someone signed in', '/en', { cookie: 'acervo=1' }]
])('a 304 of a page that is %s does not replace the policy that the browser keeps with it', async (_, path, more) => {
  const own = page('one', { 'content-security-policy': "default-src 'self'" });
  const { ask } = await open((request, response) => {
    response.setHeader('content-security-policy', "default-src 'none'");
    if (request.headers['if-none-match']) response.writeHead(304).end();
    else own(request, response);
  });
  expect((await ask(path, more)).headers['content-security-policy']).toBe("default-src 'self'");
  const again = await ask(path, { 'if-none-match': 'W/"1"', ...more });
  expect(again.status).toBe(304);
  expect(again.headers['content-security-policy']).toBeUndefined();
});

test.each(['/_app/immutable/a.css', '/en/data.csv'])('%s keeps the headers that come with its status', async (path) => {
  const { ask } = await open((_, response) => {
    response.writeHead(200, { 'content-type': 'text/css', 'cache-control': 'immutable' }).end('a{}');
  });
  const answer = await ask(path);
  expect(answer.headers).toMatchObject({ 'content-type': 'text/css', 'cache-control': 'immutable' });
  expect(answer.text).toBe('a{}');
});
