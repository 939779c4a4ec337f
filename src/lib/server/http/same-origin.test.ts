import { expect, test } from 'vitest';
import { isFromHere } from '#lib/server/http/same-origin.ts';

const here = 'https://archive.example';
const ask = (headers: Record<string, string>, hasSession: boolean) =>
  isFromHere(new Request(here, { method: 'POST', headers }), here, hasSession);

const kinds = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/json',
  'application/offset+octet-stream',
  'application/octet-stream',
  'x/y'
];
const senders: [string, Record<string, string>, boolean, boolean][] = [
  ['a page of ours', { origin: here, 'sec-fetch-site': 'same-origin' }, true, true],
  ['a page of ours in a browser without Sec-Fetch', { origin: here }, true, true],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false, false],
  [
    'a neighbor below the same domain',
    { origin: 'https://b.archive.example', 'sec-fetch-site': 'same-site' },
    false,
    false
  ],
  ['the same host by http', { origin: 'http://archive.example' }, false, false],
  ['another port', { origin: 'https://archive.example:8443' }, false, false],
  ['a page without an origin (sandbox, data:)', { origin: 'null', 'sec-fetch-site': 'cross-site' }, false, false],
  ['"null" alone', { origin: 'null' }, false, false],
  ['an address bar', { 'sec-fetch-site': 'none' }, false, false],
  ['a liar about one of the two', { origin: here, 'sec-fetch-site': 'cross-site' }, false, false],
  ['a program', {}, false, true]
];

test.each(senders)('%s', (_, headers, withSession, without) => {
  for (const kind of kinds) {
    const sent = { ...headers, 'content-type': kind };
    expect(ask(sent, true), `${kind}, with a session`).toBe(withSession);
    expect(ask(sent, false), `${kind}, without one`).toBe(without);
  }
});
