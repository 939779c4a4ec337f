import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeptPages } from '#lib/server/http/kept-pages.ts';
import { quickAnswers, readPlainGet } from '#lib/server/http/quick-answers.ts';
import { answerQuickly } from '#lib/server/http/quick-connections.ts';
import { servePages } from '#lib/server/http/serve-pages.ts';

const host = 'archive.test';
const state = { revision: 1, now: 0, asked: 0, body: '' };
let server: Server;
let port = 0;
let pages: KeptPages;
let stop: () => void;

/** Answers with what it was sent, so that a byte lost or read twice is seen. */
const handler: RequestListener = (request, response) => {
  let sent = '';
  request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
  request.on('end', () => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('etag', '"1"');
    response.setHeader('x-test', 'kept');
    response.end(`${state.body}${request.method ?? ''} ${request.url ?? ''} ${sent}`);
  });
};

beforeEach(async () => {
  Object.assign(state, { revision: 1, now: 0, asked: 0, body: '' });
  pages = new KeptPages();
  pages.revision = () => state.revision;
  const serve = servePages(handler, pages, () => state.now);
  server = createServer((request, response) => {
    state.asked += 1;
    serve(request, response);
  });
  server.keepAliveTimeout = 30_000;
  ({ stop } = answerQuickly(server, quickAnswers(pages, { hosts: [host], keepAliveMs: 30_000, now: () => state.now })));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  stop();
  server.close();
  await once(server, 'close');
});

/** A visitor who writes bytes, and what came back so far. */
function visit() {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  sockets.push(socket);
  const visitor = { socket, text: '', isOver: false };
  socket.on('data', (chunk: Buffer) => (visitor.text += chunk.toString('latin1')));
  socket.on('end', () => (visitor.isOver = true)).on('error', () => (visitor.isOver = true));
  return visitor;
}
const answersIn = (text: string) => text.split('HTTP/1.1 ').slice(1);
const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`;

/** Sends requests one after the other, each when the one before is answered; gives the answers. */
async function ask(...requests: string[]): Promise<string[]> {
  const visitor = visit();
  for (const [at, request] of requests.entries()) {
    visitor.socket.write(request, 'latin1');
    await expect.poll(() => answersIn(visitor.text).length).toBe(at + 1);
  }
  return answersIn(visitor.text);
}

/** What depends on the moment and on who answered is left out. */
const content = (answer: string | undefined) =>
  (answer ?? '')
    .replace(/\r\nDate: [^\r]+/, '')
    .split('\r\n')
    .sort();

test('a kept page is answered before the HTTP server, with the same head and body, and the connection stays open', async () => {
  const [first] = await ask(get('/en?page=2'));
  const [second, third] = await ask(get('/en?page=2'), get('/en?page=2'));
  expect(state.asked).toBe(1);
  expect(content(second)).toEqual(content(first));
  expect(content(third)).toEqual(content(first));
  const [again] = await ask(get('/en?page=2', 'User-Agent: another\r\nConnection: keep-alive\r\n'));
  expect(state.asked).toBe(1);
  expect(content(again)).toEqual(content(first));
});

test('what another process published is seen on the next request, and a page of yesterday is not', async () => {
  await ask(get('/en'));
  state.body = 'new ';
  expect((await ask(get('/en')))[0]).toContain('\r\n\r\nGET /en');
  state.revision = 2;
  expect((await ask(get('/en')))[0]).toContain('\r\n\r\nnew GET /en');
  state.body = 'newer ';
  state.now = 60_000;
  expect((await ask(get('/en')))[0]).toContain('\r\n\r\nnewer GET /en');
  expect(state.asked).toBe(3);
});

test.each([
  ['another method', get('/en').replace('GET', 'HEAD')],
  ['HTTP/1.0', get('/en').replace('1.1', '1.0')],
  ['a foreign host', get('/en').replace(host, 'elsewhere.test')],
  ['two hosts', get('/en', 'Host: elsewhere.test\r\n')],
  ['the host twice', get('/en', `Host: ${host}\r\n`)],
  ['no host', 'GET /en HTTP/1.1\r\nUser-Agent: x\r\n\r\n'],
  ['a whole address', get('/en').replace('/en', `http://${host}/en`)],
  ['a space before the colon', get('/en', 'User-Agent : x\r\n')],
  ['no space after the colon', get('/en', 'User-Agent:x\r\n')],
  ['a folded line', get('/en', 'User-Agent: x\r\n y\r\n')],
  ['a bare line feed', get('/en').replace('\r\nHost', '\nHost')],
  ['a bare carriage return', get('/en', 'User-Agent: a\rb\r\n')],
  ['a sign above ASCII', get('/en', 'User-Agent: ñ\r\n')],
  ['a tab', get('/en', 'User-Agent: a\tb\r\n')],
  ['a space in the path', get('/en x')],
  ['a length', get('/en', 'Content-Length: 0\r\n')],
  ['a body', `${get('/en', 'Content-Length: 3\r\n')}abc`],
  ['chunks', `${get('/en', 'Transfer-Encoding: chunked\r\n')}0\r\n\r\n`],
  ['both lengths', `${get('/en', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n')}0\r\n\r\n`],
  ['an upgrade', get('/en', 'Connection: upgrade\r\nUpgrade: h2c\r\n')],
  ['the wish to close', get('/en', 'Connection: close\r\n')],
  ['a session', get('/en', 'Cookie: acervo=abc\r\n')],
  ['a range', get('/en', 'Range: bytes=0-1\r\n')],
  ['the wish for little data', get('/en', 'Save-Data: on\r\n')],
  ['a page that it has', get('/en', 'If-None-Match: W/"1"\r\n')],
  ['a header that nobody knows', get('/en', 'X-Strange: 1\r\n')],
  ['accepting twice', get('/en', 'Accept-Encoding: br\r\nAccept-Encoding: gzip\r\n')],
  ['an encoding in which the page is not kept', get('/en', 'Accept-Encoding: br\r\n')],
  ['an unknown parameter', get('/en?utm_source=x')],
  ['a head of 5,000 bytes', get('/en', `User-Agent: ${'x'.repeat(5000)}\r\n`)]
])('a request with %s is answered by the ordinary server alone, as without us', async (_, request) => {
  await ask(get('/en'));
  const before = { asked: state.asked, bytes: pages.bytes };
  const visitor = visit();
  visitor.socket.write(request, 'latin1');
  await expect.poll(() => answersIn(visitor.text).length).toBe(1);
  const plain = createServer(server.listeners('request')[0] as RequestListener);
  await once(plain.listen(0, '127.0.0.1'), 'listening');
  const address = plain.address();
  const other = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
  sockets.push(other);
  let text = '';
  other.on('data', (chunk: Buffer) => (text += chunk.toString('latin1'))).write(request, 'latin1');
  await expect.poll(() => answersIn(text).length).toBe(1);
  plain.closeAllConnections();
  plain.close();
  const whole = (answer: string) => content(answer).filter((line) => !line.startsWith('Keep-Alive'));
  expect(whole(visitor.text)).toEqual(whole(text));
  // the ordinary server was asked by both, or by neither when it refuses the request itself
  expect(state.asked - before.asked).toBe(/^HTTP\/1.1 400/.test(text) ? 0 : 2);
});

test('an expectation is nothing plain', () => {
  expect(readPlainGet(get('/en'))).toEqual({ url: '/en', host, accepts: '' });
  expect(readPlainGet(get('/en', 'Expect: 100-continue\r\n'))).toBeNull();
});

test('requests in one packet are each answered once and in order', async () => {
  await ask(get('/en'));
  const visitor = visit();
  visitor.socket.write(get('/en') + get('/es') + get('/en'));
  await expect.poll(() => answersIn(visitor.text).length).toBe(3);
  expect(visitor.text.match(/GET \/\w+/g)).toEqual(['GET /en', 'GET /es', 'GET /en']);
});

test('a request smuggled behind another is read as the ordinary server reads it', async () => {
  await ask(get('/en'), get('/es'));
  const visitor = visit();
  visitor.socket.write(`${get('/en', `Content-Length: ${String(get('/es').length)}\r\n`)}${get('/es')}`);
  await expect.poll(() => answersIn(visitor.text).length).toBe(1);
  visitor.socket.write(get('/en'));
  await expect.poll(() => answersIn(visitor.text).length).toBe(2);
  expect(visitor.text).not.toContain('GET /es');
});

test('a request in pieces is answered like one in a piece, wherever it is cut', async () => {
  await ask(get('/en'));
  const request = get('/en');
  for (const cut of [1, 4, 12, request.length - 3, request.length - 1]) {
    const visitor = visit();
    visitor.socket.setNoDelay(true);
    visitor.socket.write(request.slice(0, cut));
    await new Promise((resolve) => setImmediate(resolve));
    visitor.socket.write(request.slice(cut));
    await expect.poll(() => answersIn(visitor.text).length).toBe(1);
    expect(visitor.text).toContain('200 OK');
  }
});

test('a connection goes from kept pages to others, with a body, and on', async () => {
  const post = `POST /en HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\n\r\nwords`;
  const answers = await ask(get('/en'), get('/en'), post, get('/en'), get('/es'));
  expect(answers.map((answer) => answer.split('\r\n\r\n')[1])).toEqual([
    'GET /en ',
    'GET /en ',
    'POST /en words',
    'GET /en ',
    'GET /es '
  ]);
});

test('who says no more after the request still gets all of a long answer', async () => {
  state.body = 'x'.repeat(5_000_000);
  await ask(get('/en'));
  const visitor = visit();
  visitor.socket.pause();
  visitor.socket.end(get('/en'));
  await once(visitor.socket, 'finish');
  visitor.socket.resume();
  await expect.poll(() => visitor.isOver).toBe(true);
  expect(visitor.text.length).toBeGreaterThan(5_000_000);
  expect(visitor.text.endsWith('GET /en ')).toBe(true);
});

test('who asks again without reading is handed on, and gets every answer', async () => {
  state.body = 'x'.repeat(5_000_000);
  await ask(get('/en'));
  const visitor = visit();
  visitor.socket.pause();
  for (let i = 0; i < 3; i++) {
    visitor.socket.write(get('/en'));
    await new Promise((resolve) => setImmediate(resolve));
  }
  visitor.socket.resume();
  await expect.poll(() => visitor.text.match(/GET \/en /g)?.length).toBe(3);
});

test('a visitor who never asks, and one who leaves, keep nothing open when the server stops', async () => {
  await ask(get('/en'));
  const silent = visit();
  await once(silent.socket, 'connect');
  const gone = visit();
  gone.socket.write(get('/en'));
  await expect.poll(() => gone.text).toContain('200 OK');
  gone.socket.resetAndDestroy();
  stop();
  await expect.poll(() => silent.isOver).toBe(true);
});

test('after the stop every request is the ordinary server’s', async () => {
  await ask(get('/en'));
  stop();
  await ask(get('/en'));
  expect(state.asked).toBe(2);
});

test('a connection on which nothing comes is closed after the time for heads', async () => {
  server.headersTimeout = 1;
  const visitor = visit();
  await expect.poll(() => visitor.isOver).toBe(true);
});
